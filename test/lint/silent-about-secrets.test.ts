import { expect, test } from '@jest/globals';
import { reporterFor } from '../../src/report/format.ts';
import { FORMATS } from '../../src/report/format-names.ts';
import { reportOn } from '../linted.ts';

const ALIASED = `scrape_configs:
  - job_name: node
    basic_auth:
      username: prometheus
      password: &shared hunter2-secret
    scrape_interval: *shared
`;

test('a value that is refused is not shown where an alias makes it that of a password', () => {
  const report = reportOn({ 'prometheus.yml': ALIASED });
  const { message } = report.findings.find(({ ruleId }) => ruleId === 'invalid-value') ?? {};
  expect(message).toMatch(/: not a valid duration string: "\*\*\*"; /);
  const outputs = FORMATS.map(format => reporterFor(format, { color: false, verbose: true, version: '1.0.0' })(report));
  expect(outputs.filter(output => output.includes('hunter2'))).toEqual([]);
});
