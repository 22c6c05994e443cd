/**
 * What each text holds that starts a server of ours with flags that matter: where it listens alone is not one. Matches
 * ASCII alone.
 */
export const FLAG_SIGN = /-(?:web\.(?:enable|cors|config)|config\.file|write-receiver|tls-(?:server-)?cert-file)/;

/**
 * What each text holds that says how a container is started: such a flag, or an image of Prometheus or Alertmanager
 * itself, which needs none. Matches ASCII alone.
 */
export const CONTAINER_SIGN = new RegExp(`${FLAG_SIGN.source}|(?:prom|prometheus)/(?:prometheus|alertmanager)\\b`);
