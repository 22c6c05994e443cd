import { gzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { yamlDocumentsOf } from '../../src/documents/yaml-documents.ts';
import { SourceFile } from '../../src/text/source.ts';
import { findingsIn } from '../linted.ts';
import { documentsIn } from './sketched-documents.ts';

const JOBS = 'scrape_configs:\n- job_name: a\n  scheme: https\n  tls_config: {insecure_skip_verify: true}\n';
const MONITOR = 'apiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor\nmetadata: {name: b}\nspec: {}\n';

function indented(text: string, columns: number): string {
  return text.replaceAll(/^(?=.)/gm, ' '.repeat(columns));
}

function base64(text: string | Uint8Array): string {
  return Buffer.from(text).toString('base64');
}

function configMap(entries: string, section = 'data'): string {
  return `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n${section}:\n${indented(entries, 2)}`;
}

function secret(entries: string, section: string): string {
  return `apiVersion: v1\nkind: Secret\nmetadata: {name: s}\n${section}:\n${indented(entries, 2)}`;
}

const CARRIED: readonly (readonly [name: string, path: string, text: string, documents: readonly string[]])[] = [
  ['a block', 'a.yaml', configMap(`p: |\n${indented(JOBS, 2)}`), ['prometheus ConfigMap/a: data.p []']],
  [
    'a folded block',
    'a.yaml',
    configMap(`p: >-\n${indented('a: 1\n\nremote_write: []\n\nremote_read: []\n', 2)}`),
    ['prometheus ConfigMap/a: data.p []'],
  ],
  ['double quotes', 'a.yaml', configMap(`p: ${JSON.stringify(JOBS)}\n`), ['prometheus ConfigMap/a: data.p []']],
  [
    'single quotes',
    'a.yaml',
    configMap("p: '{scrape_configs: [{job_name: a}]}'\n"),
    ['prometheus ConfigMap/a: data.p []'],
  ],
  [
    'no quotes',
    'a.yaml',
    configMap('p: scrape_configs:[]\nq: "scrape_configs: []"\n'),
    ['prometheus ConfigMap/a: data.q []'],
  ],
  [
    'JSON',
    'a.json',
    JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', data: { p: JOBS } }),
    ['prometheus ConfigMap: data.p []'],
  ],
  [
    'a list of jobs',
    'a.yaml',
    configMap('p: |\n  - job_name: a\n'),
    ['prometheus ConfigMap/a: data.p [scrape_configs]'],
  ],
  [
    'several documents',
    'a.yaml',
    configMap(`p: |\n${indented(`${MONITOR}---\n${MONITOR}`, 2)}`),
    ['operator ConfigMap/a: data.p: ServiceMonitor/b [spec]', 'operator ConfigMap/a: data.p: ServiceMonitor/b [spec]'],
  ],
  ['bytes', 'a.yaml', configMap(`p: ${base64(JOBS)}\n`, 'binaryData'), ['prometheus ConfigMap/a: binaryData.p []']],
  [
    'a Secret',
    'a.yaml',
    secret(`p: |\n${indented(JOBS, 2)}`, 'stringData'),
    ['kubernetes-secret Secret/s', 'prometheus Secret/s: stringData.p []'],
  ],
  [
    'base64',
    'a.yaml',
    secret(`p: ${base64(JOBS)}\n`, 'data'),
    ['kubernetes-secret Secret/s', 'prometheus Secret/s: data.p []'],
  ],
  [
    'gzip',
    'a.yaml',
    secret(`p.gz: ${base64(gzipSync(JOBS))}\n`, 'data'),
    ['kubernetes-secret Secret/s', 'prometheus Secret/s: data.p.gz []'],
  ],
  [
    'a list of objects',
    'a.yaml',
    `apiVersion: v1\nkind: List\nitems:\n- ${indented(configMap(`p: |\n${indented(JOBS, 2)}`), 2).trimStart()}`,
    ['prometheus ConfigMap/a: data.p []'],
  ],
  [
    'a string of values',
    'values.yaml',
    `server:\n  configuration: |\n${indented(JOBS, 4)}`,
    ['prometheus server.configuration []'],
  ],
  [
    'a resource in values',
    'values.yaml',
    `extraObjects:\n- ${indented(MONITOR, 2).trimStart()}`,
    ['operator extraObjects: ServiceMonitor/b [spec]'],
  ],
  [
    'three strings',
    'values.yaml',
    `extra: |\n${indented(`{{- if .Values.a }}\n${secret(`p: |\n${indented(JOBS, 2)}`, 'stringData')}{{- end }}\n`, 2)}`,
    ['kubernetes-secret extra: Secret/s', 'prometheus extra: Secret/s: stringData.p []'],
  ],
];

test.each(CARRIED)('a document is read that stands in %s', (_name, path, text, documents) => {
  expect(documentsIn(path, text)).toEqual(documents);
});

const FOREIGN: readonly (readonly [name: string, path: string, text: string])[] = [
  ['a ConfigMap of another group', 'a.yaml', `apiVersion: a/v1\nkind: ConfigMap\ndata:\n  p: |\n${indented(JOBS, 4)}`],
  ['a schema in a ConfigMap', 'a.yaml', configMap('p: |\n  kind: CustomResourceDefinition\n  scrape_configs: []\n')],
  ['a comment', 'a.yaml', configMap(`p: |\n${indented(JOBS.replaceAll(/^/gm, '# '), 2)}`)],
  ['Markdown', 'a.yaml', configMap(`README.md: |\n${indented(`# Jobs\n\nWrite\n\n\`\`\`yaml\n${JOBS}\`\`\`\n`, 2)}`)],
  ['a script', 'a.yaml', configMap('p.sh: |\n  cat > prometheus.yml <<EOF\n  scrape_configs: []\n  EOF\n')],
  ['jobs of promtail', 'a.yaml', configMap('p: |\n  - job_name: a\n    pipeline_stages: []\n')],
  ['the settings of Traefik', 'a.yaml', configMap('p: |\n  serversTransport: {insecureSkipVerify: true}\n')],
];

test.each(FOREIGN)('it is not ours: %s', (_name, path, text) => {
  expect(documentsIn(path, text)).toEqual([]);
});

function faultsIn(text: string): readonly unknown[] {
  return yamlDocumentsOf(new SourceFile('a.yaml', text)).faults;
}

/** Jobs in as many strings. */
function nested(depth: number): string {
  return Array.from({ length: depth }).reduce<string>(inner => configMap(`p.yaml: |\n${indented(inner, 2)}`), JOBS);
}

test('a string that cannot be read is a fault where it is called like a file of YAML, and of ours by that name', () => {
  expect(faultsIn(configMap('p: "scrape_configs: ["\n'))).toEqual([]);
  expect(faultsIn(configMap('p.yml: "scrape_configs: ["\n'))).toMatchObject([{ isOursByName: false }]);
  expect(faultsIn(configMap('prometheus.yml: "scrape_configs: ["\n'))).toMatchObject([{ isOursByName: true }]);
});

test('strings in strings are read to a depth of eight, and what is deeper is said', () => {
  expect(documentsIn('a.yaml', nested(8))).toHaveLength(1);
  expect(() => documentsIn('a.yaml', nested(9))).toThrow('more than 8 strings');
});

test('a finding in a string can be ignored in it and around it', () => {
  const inside = JOBS.replace('true}', 'true} # promsec-ignore: insecure-skip-verify it is a lab');
  expect(findingsIn({ 'a.yaml': configMap(`p: |\n${indented(inside, 2)}`) })).toEqual([]);
  const around = `p: ${JSON.stringify(JOBS)} # promsec-ignore: insecure-skip-verify it is a lab\n`;
  expect(findingsIn({ 'a.yaml': configMap(around) })).toEqual([]);
  expect(findingsIn({ 'a.yaml': configMap(`p: ${JSON.stringify(JOBS)}\n`) })).toEqual([
    'a.yaml:5 insecure-skip-verify',
  ]);
});
