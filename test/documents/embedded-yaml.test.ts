import { expect, test } from '@jest/globals';
import { yamlDocumentsOf } from '../../src/documents/yaml-documents.ts';
import { spanOf, type YamlNode } from '../../src/parse/yaml-node.ts';
import { SourceFile } from '../../src/text/source.ts';
import { documentsIn } from './sketched-documents.ts';

const STRINGS: readonly (readonly [name: string, values: string, documents: readonly string[]])[] = [
  ['jobs in a block', 'extraScrapeConfigs: |\n  - job_name: a\n', ['helm-values [extraScrapeConfigs]']],
  ['jobs in quotes', 'extraScrapeConfigs: "- job_name: a\\n"\n', ['helm-values [extraScrapeConfigs]']],
  [
    'jobs below a key of ours',
    'prometheus: {prometheusSpec: {additionalScrapeConfigs: "- job_name: a"}}\n',
    ['helm-values [prometheus] [prometheus prometheusSpec additionalScrapeConfigs]'],
  ],
  [
    'Alertmanagers',
    'prometheus: {prometheusSpec: {additionalAlertManagerConfigs: "- scheme: https"}}\n# tlsConfig\n',
    ['helm-values [prometheus] [prometheus prometheusSpec additionalAlertManagerConfigs]'],
  ],
  [
    'whole files',
    'files:\n  prometheus.yml: "scrape_configs: []"\n  web.yml: "basic_auth_users: {a: b}"\n  a.yml: "tls_config: {}"\n# basicAuth\n',
    ['prometheus files.prometheus.yml []', 'web-config files.web.yml []'],
  ],
  ['no words', 'extraScrapeConfigs: a\nserviceMonitor: {tlsConfig: {}}\n', ['helm-values [serviceMonitor]']],
  [
    'no comment',
    'extraScrapeConfigs: |\n  # job_name: a\nserviceMonitor: {tlsConfig: {}}\n',
    ['helm-values [serviceMonitor]'],
  ],
  [
    'no jobs that scrape logs',
    'config: {snippets: {extraScrapeConfigs: "- job_name: {{ a"}}\nserviceMonitor: {tlsConfig: {}}\n',
    ['helm-values [serviceMonitor]'],
  ],
  ['no list of targets', 'prometheus: {targets: ["a: b"], tlsConfig: {}}\n', ['helm-values [prometheus]']],
  [
    'what aliases repeat once',
    'extraScrapeConfigs: &a "- job_name: a"\nadditionalScrapeConfigs: *a\n',
    ['helm-values [extraScrapeConfigs]'],
  ],
];

test.each(STRINGS)('of what strings in values hold, ours is: %s', (_name, values, documents) => {
  expect(documentsIn('values.yaml', values)).toEqual(documents);
});

/** Where the scalars of a node stand, as written. */
function scalarsIn(node: YamlNode): readonly string[] {
  if (node.kind === 'list') return node.items.flatMap(scalarsIn);
  if (node.kind === 'map') return node.pairs.flatMap(({ value }) => (value === undefined ? [] : scalarsIn(value)));
  const { file, start, end } = spanOf(node);
  return [file.text.slice(start, end)];
}

const JOBS = `extraScrapeConfigs: |
  - job_name: legacy-{{ .Values.site }}
    basic_auth: {username: "a", password: 'hunter2'}
    bearer_token: {{ .Values.token | quote }}
`;

test('what a string holds stands in the file, templates and all', () => {
  const [document] = yamlDocumentsOf(new SourceFile('values.yaml', JOBS)).documents;
  const nodes = document?.dialect === 'helm-values' ? document.parts.map(part => part.node) : [];
  expect(nodes.flatMap(scalarsIn)).toEqual([
    'legacy-{{ .Values.site }}',
    '"a"',
    "'hunter2'",
    '{{ .Values.token | quote }}',
  ]);
});

test('a string of values that is a template is read as one', () => {
  const string = '|\n  {{- range .Values.jobs }}\n  - job_name: {{ . }}\n    scheme: https\n  {{- end }}\n';
  const { documents, faults } = yamlDocumentsOf(new SourceFile('values.yaml', `extraScrapeConfigs: ${string}`));
  const nodes = documents.flatMap(document => (document.dialect === 'helm-values' ? document.parts : []));
  expect(nodes.flatMap(({ node }) => scalarsIn(node))).toEqual(['{{ . }}', 'https']);
  expect(faults).toEqual([]);
});

test('a string that cannot be read is a fault of its own, hidden whole, and costs the rest nothing', () => {
  const string = '|\n  - job_name: "a\n';
  const text = `extraScrapeConfigs: ${string}serviceMonitor: {tlsConfig: {}}\n`;
  const { documents, faults } = yamlDocumentsOf(new SourceFile('values.yaml', text));
  expect(documents).toHaveLength(1);
  expect(documents[0]).not.toHaveProperty('faults');
  expect(faults).toMatchObject([{ reason: expect.stringContaining('missing'), isOursByName: false }]);
  const [fault] = faults;
  expect(text.slice(fault?.hidden.start, fault?.hidden.end)).toBe(string);
  expect(() => documentsIn('values.yaml', 'extraScrapeConfigs: "- a: ["\n')).toThrow('indented');
});
