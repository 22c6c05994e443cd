import { expect, test } from '@jest/globals';
import { lint } from '../../src/lint/lint.ts';
import { DEFAULT_CONFIGURATION } from '../../src/policy/configuration.ts';
import { RULES } from '../../src/rules/index.ts';
import { EXAMPLE_NOW } from '../../src/rules/rule.ts';
import { reportOn } from '../linted.ts';
import { treeOf } from '../tree.ts';

/** What a program does with the whole configuration, of which one thing is wrong. */
const CONFIGURATIONS: readonly (readonly [string, string, string, string])[] = [
  [
    'a file with a field that nobody knows is refused',
    'prometheus.yml',
    'scrape_configs: [{ job_name: a, static_config: [] }]',
    'error[unknown-field]: there is no field static_config here, and Prometheus refuses the file: field static_config not found in type config.ScrapeConfig; write static_configs',
  ],
  [
    'a discovery that asks again at once ends the process',
    'prometheus.yml',
    'scrape_configs: [{ job_name: a, file_sd_configs: [{ files: [a.yml], refresh_interval: 0s }] }]',
    'error[invalid-value]: refresh_interval has a value for which Prometheus loads the file and crashes: non-positive interval for NewTicker; write a longer one, or remove it',
  ],
  [
    'a role that is left empty is refused in words of its own',
    'prometheus.yml',
    'scrape_configs: [{ job_name: a, digitalocean_sd_configs: [{ role: }] }]',
    'error[invalid-value]: role has a value for which Prometheus refuses the file: role missing (one of: droplets, databases); write one that it takes',
  ],
  [
    'a prober that nobody knows was found out by each probe once',
    'blackbox.yml',
    'modules: { a: { prober: htttp } }',
    "error[invalid-value]: prober has a value for which the blackbox exporter fails each probe, and refuses the file since 0.29: prober 'htttp' is not valid; write http",
  ],
];

test.each(CONFIGURATIONS)('%s', (_, path, text, said) => {
  const { findings } = reportOn({ [path]: `${text}\n`, 'a.yml': '[]\n' });
  const shape = findings.filter(({ ruleId }) => /field|value/.test(ruleId));
  expect(shape.map(({ severity, ruleId, message }) => `${severity}[${ruleId}]: ${message}`)).toEqual([said]);
});

test.each([
  ['2.53', ['invalid-value']],
  ['2.99', ['invalid-value']],
  ['3.0', []],
  ['3.5', []],
  ['any', []],
])('what Prometheus refused before 3.0 is a fault where %s runs: %j', (prometheusVersion, ids) => {
  const text = 'scrape_configs: [{ job_name: a, relabel_configs: [{ source_labels: [a-b], target_label: c }] }]\n';
  expect(idsFor(text, prometheusVersion)).toEqual(ids);
});

test.each([
  ['2.53', []],
  ['3.0', ['invalid-value']],
  ['any', ['invalid-value']],
])('what Prometheus refuses since 3.0 is a fault where %s runs: %j', (prometheusVersion, ids) => {
  const text = 'alerting: { alertmanagers: [{ api_version: v1, static_configs: [] }] }\n';
  expect(idsFor(text, prometheusVersion)).toEqual(ids);
});

function idsFor(text: string, prometheusVersion: string, path = 'prometheus.yml'): readonly string[] {
  const configuration = { ...DEFAULT_CONFIGURATION, prometheusVersion };
  const { findings } = lint({ files: treeOf({ [path]: text }), configuration, now: EXAMPLE_NOW, rules: RULES });
  return findings.map(({ ruleId }) => ruleId).filter(id => /field|value/.test(id));
}
