#!/bin/sh
# Starts a throw-away Prometheus: docker run -p 9090:9090 prom/prometheus --web.enable-admin-api
set -eu

usage() {
  cat <<USAGE
Usage: run-local.sh [PORT]
  docker run -p 9090:9090 prom/prometheus --web.enable-admin-api
USAGE
}

# near miss: admin-api-exposed: it prints a command and runs none
echo "docker run -p 9090:9090 prom/prometheus --web.enable-admin-api"

# Backfilled from the shop floor.
docker run -d --rm --name backfill -p 9093:9090 -v "$PWD/prometheus:/etc/prometheus:ro" prom/prometheus:v3.5.0 --config.file=/etc/prometheus/prometheus.yml --web.enable-remote-write-receiver # want: receiver-exposed

docker run -d --rm --name snapshots \
  -p 127.0.0.1:9094:9090 \
  prom/prometheus:v3.5.0 \
  --config.file=/etc/prometheus/prometheus.yml \
  --web.enable-admin-api

./prometheus --config.file=prometheus/prometheus.yml --web.listen-address=localhost:9095 --web.enable-admin-api # near miss: admin-api-exposed: it listens to the machine itself
exec ./prometheus --config.file=prometheus/prometheus.yml --web.cors.origin='https?://.*workshop\.example' # want: wide-cors-origin
