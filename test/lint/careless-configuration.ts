import * as fc from 'fast-check';
import type { Misspelt, Value } from './misspelt-configuration.ts';

/** What stands in the place of every secret. */
export const SECRET = 'Plover-Dunlin-7f31c9';

const secret = fc.constant(SECRET);
const path = fc.constantFrom('secrets/token', '/etc/prometheus/tokens/a');
const authority = fc.constantFrom('certs/ca.pem', 'certs/other.pem', 'elsewhere/ca.pem');
const name = fc.constantFrom('node.example', 'another');

/** Some of the entries, in any order. */
function someOf(entries: Readonly<Record<string, fc.Arbitrary<Value>>>): fc.Arbitrary<Value> {
  return fc
    .shuffledSubarray(Object.entries(entries))
    .chain(chosen =>
      fc
        .tuple(...chosen.map(([, value]) => value))
        .map(values => Object.fromEntries(chosen.map(([key], at) => [key, values[at] ?? '']))),
    );
}

const tls = fc.oneof(
  fc.constant({ insecure_skip_verify: 'true' }),
  fc.constant({ ca_file: 'certs/ca.pem', min_version: 'TLS12' }),
  someOf({
    min_version: fc.constant('TLS12'),
    insecure_skip_verify: fc.constantFrom('true', 'no'),
    ca_file: authority,
    server_name: name,
  }),
);
const login = someOf({ username: fc.constant('node'), password: secret, password_file: path });
const token = someOf({ type: fc.constant('Bearer'), credentials: secret });
const headers = someOf({
  'X-Api-Key': someOf({ values: fc.constant([SECRET]) }),
  'X-Scope-OrgID': fc.constant({ values: ['one'] }),
});

const job = fc
  .tuple(
    fc.constantFrom('node', 'Web Shop', "it's"),
    fc.constantFrom('node.example:9100', 'node:9100', 'other:9100', '10.0.0.5:9100'),
    fc.constantFrom({ scheme: 'https' }, { scheme: 'https' }, { scheme: 'http' }, {}),
    someOf({
      tls_config: tls,
      basic_auth: login,
      authorization: token,
      bearer_token: secret,
      http_headers: headers,
    }),
  )
  .map(([job_name, target, scheme, settings]) => ({
    job_name,
    ...scheme,
    ...(typeof settings === 'string' ? {} : settings),
    static_configs: [{ targets: [target] }],
  }));

const write = fc
  .tuple(
    fc.constantFrom('http', 'https'),
    fc.constantFrom('', `writer:${SECRET}@`),
    fc.constantFrom('node.example:9100', 'metrics.example.com'),
    someOf({
      headers: someOf({ 'X-Api-Key': secret, 'X-Scope-OrgID': fc.constant('one') }),
      tls_config: tls,
      authorization: token,
    }),
  )
  .map(([scheme, user, host, settings]) => ({
    url: `${scheme}://${user}${host}/write`,
    ...(typeof settings === 'string' ? {} : settings),
  }));

/** A `prometheus.yml` that gives secrets away and verifies little. */
export const careless: fc.Arbitrary<Misspelt> = fc
  .tuple(fc.array(job, { minLength: 1, maxLength: 3 }), fc.array(write, { maxLength: 1 }))
  .map(([jobs, writes]) => ({
    name: 'prometheus.yml',
    value: { scrape_configs: jobs, ...(writes.length === 0 ? {} : { remote_write: writes }) },
  }));
