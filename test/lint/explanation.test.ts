import { expect, test } from '@jest/globals';
import { explanationOf } from '../../src/lint/explanation.ts';
import { lint } from '../../src/lint/lint.ts';
import { lowered } from '../../src/lint/lower.ts';
import { DEFAULT_CONFIGURATION } from '../../src/policy/configuration.ts';
import { selectionOf } from '../../src/policy/selection.ts';
import { EXAMPLE_NOW } from '../../src/rules/rule.ts';
import { rangeOf } from '../../src/report/position.ts';
import { reportOn } from '../linted.ts';
import { treeOf } from '../tree.ts';

const REPOSITORY = {
  'prometheus.yml': `scrape_configs:
  - job_name: node
    scheme: https
    static_configs:
      - targets: [node1.internal:9100, node2.internal:9100]
  - job_name: router
    scheme: https
    static_configs:
      - targets: [router.internal:443]
`,
};

/** Whom an error is about, and the findings of its causes, with their lines. */
function explained(text: string) {
  const files = treeOf(REPOSITORY);
  const { meanings } = lowered(files, selectionOf(DEFAULT_CONFIGURATION));
  const { findings } = lint({ files, configuration: DEFAULT_CONFIGURATION, now: EXAMPLE_NOW });
  const clients = meanings.flatMap(meaning => meaning.clients);
  const explanation = explanationOf(text, clients, findings);
  return (
    explanation && {
      connections: explanation.connections.map(({ client, host, at }) => [client.label, host, rangeOf(at).line]),
      isAboutConnection: explanation.isAboutConnection,
      found: explanation.causes.flatMap(cause => cause.findings.map(({ ruleId, at }) => [ruleId, rangeOf(at).line])),
    }
  );
}

test('the host of the text leads to the job that asks it, and to what is wrong with that job alone', () => {
  expect(explained('Get "https://router.internal:443/metrics": x509: certificate signed by unknown authority')).toEqual(
    {
      connections: [['scrape job "router"', 'router.internal', 9]],
      isAboutConnection: true,
      found: [['missing-ca-file', 7]],
    },
  );
});

test('the job that the log names is enough', () => {
  expect(explained('level=warn scrape_pool=node err="x509: certificate signed by unknown authority"')).toMatchObject({
    connections: [['scrape job "node"', 'node1.internal', 5]],
    found: [['missing-ca-file', 3]],
  });
});

test('a line of a log is read with its quotes escaped', () => {
  const text = String.raw`level=error err="Get \"https://router.internal/metrics\": x509: certificate signed by unknown authority"`;
  expect(explained(text)).toMatchObject({ connections: [['scrape job "router"', 'router.internal', 9]] });
});

test('a text without a host might be about any, and says so', () => {
  expect(explained('x509: certificate signed by unknown authority')).toEqual({
    connections: [],
    isAboutConnection: false,
    found: [
      ['missing-ca-file', 3],
      ['missing-ca-file', 7],
    ],
  });
});

test('a cause that the repository shows comes before those that it does not', () => {
  const { findings } = reportOn({
    'prometheus.yml': `scrape_configs:
  - job_name: node
    scheme: https
    basic_auth: { username: a, password: $2y$12$abcdefghijklmnopqrstuu5s8YHNSsTCWKVPqqyBHRtlbnYJxOcRS }
    tls_config: { ca_file: ca.pem }
    static_configs: [{ targets: ['node1.internal:9100'] }]
`,
  });
  const explanation = explanationOf('server returned HTTP status 401 Unauthorized', [], findings);
  const [first, ...others] = explanation?.causes ?? [];
  expect(first?.findings.map(({ ruleId }) => ruleId)).toEqual(['hash-as-password']);
  expect(others.flatMap(cause => cause.findings)).toEqual([]);
  expect(explanation?.error.causes[0]).not.toBe(first?.cause);
});

test('a finding stands with one cause, and not where it leads to another status', () => {
  const { findings } = reportOn({
    'prometheus.yml': `scrape_configs:
  - job_name: prometheus
    static_configs: [{ targets: ['localhost:9090'] }]
`,
    'web.yml': 'tls_server_config: { cert_file: a.pem, key_file: a.key }\n',
    'compose.yml': `services:
  prometheus:
    image: prom/prometheus
    command: [--config.file=/etc/prometheus/prometheus.yml, --web.config.file=/etc/prometheus/web.yml]
    volumes: [.:/etc/prometheus:ro]
`,
  });
  const idsFor = (text: string) =>
    explanationOf(text, [], findings)?.causes.flatMap(cause => cause.findings.map(({ ruleId }) => ruleId));
  expect(idsFor('server returned HTTP status 400 Bad Request')).toEqual(['self-scrape-mismatch']);
  expect(idsFor('server returned HTTP status 401 Unauthorized')).toEqual([]);
});

test('what is no error is not explained', () => {
  expect(explained('all is well')).toBeUndefined();
});
