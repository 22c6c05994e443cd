// Passwords that software came with, or that the documentation everybody copies from has, as they are spelled there.
const PUBLISHED_PASSWORDS: ReadonlySet<string> = new Set([
  // Grafana (conf/defaults.ini, admin_password), ActiveMQ, Keycloak and many more.
  'admin',
  // The Grafana of the chart kube-prometheus-stack before 79.0.0 (values.yaml, grafana.adminPassword).
  'prom-operator',
  // RabbitMQ (default_pass), and the values of the chart prometheus-rabbitmq-exporter.
  'guest',
  // The Prometheus guide to basic authentication (prometheus/docs, docs/guides/basic-auth.md).
  'test',
  // InfluxDB before 0.9, ArangoDB's examples, Apache IoTDB.
  'root',
  // MinIO.
  'minioadmin',
  // Nexus Repository 2 and 3 before 3.17.
  'admin123',
  // Harbor (harbor.yml, harbor_admin_password).
  'Harbor12345',
  // Zabbix.
  'zabbix',
  // Neo4j.
  'neo4j',
  // Apache Cassandra (PasswordAuthenticator).
  'cassandra',
  // ActiveMQ Artemis (container image).
  'artemis',
  // EMQX (dashboard).
  'public',
  // Dell iDRAC before 2020.
  'calvin',
  // Supermicro BMC before 2020.
  'ADMIN',
  // Ubiquiti devices.
  'ubnt',
]);

/** True for a password that some software is shipped with or that its documentation prints, in the very spelling. */
export function isPublishedPassword(text: string): boolean {
  return PUBLISHED_PASSWORDS.has(text);
}
