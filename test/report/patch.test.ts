import { expect, test } from '@jest/globals';
import { patchOf } from '../../src/report/patch.ts';
import { reportOn } from '../linted.ts';

const JOB = `scrape_configs:
  - job_name: node
    basic_auth:
      username: prometheus
      password: correct-horse
    # the port of node_exporter
    static_configs: [{ targets: [localhost:9100] }]
`;

function patch(before: string, after: string, path = 'prometheus.yml'): string {
  const [old, mended] = [before, after].map(text => reportOn({ [path]: text }));
  if (old === undefined || mended === undefined) throw new Error('two reports were asked for');
  return patchOf([{ path, before, after }], old, mended);
}

test('a change is shown with three lines around it, and the secrets of those are masked', () => {
  expect(patch(JOB, JOB.replace('localhost', 'node1'))).toBe(`--- a/prometheus.yml
+++ b/prometheus.yml
@@ -4,4 +4,4 @@
       username: prometheus
       password: ***
     # the port of node_exporter
-    static_configs: [{ targets: [localhost:9100] }]
+    static_configs: [{ targets: [node1:9100] }]
`);
});

test('a secret that is taken out is masked where it stood', () => {
  const shown = patch(JOB, JOB.replace('password: correct-horse', 'password_file: secrets/node'));
  expect(shown).toContain('-      password: ***\n+      password_file: secrets/node\n');
});

test('a secret is masked where only the other side knows it for one', () => {
  const shown = patch(JOB, `${JOB.replace('      password: correct-horse\n', '')}    # was correct-horse\n`);
  expect(shown).toContain('+    # was ***\n');
  expect(shown).not.toContain('correct-horse');
});

test('line ends stand as they are, and what nobody could see is written out', () => {
  const text = JOB.replaceAll('\n', '\r\n').replace('the port', 'the\u001b[31m \u202eport');
  const shown = patch(text, text.replace('localhost', 'node1'));
  expect(shown).toContain('     # the\\u{1b}[31m \\u{202e}port of node_exporter\r\n-');
  expect(shown).toContain('+    static_configs: [{ targets: [node1:9100] }]\r\n');
});

test('a name that would break a line of the diff is quoted as git does it', () => {
  expect(patch(JOB, JOB.replace('localhost', 'node1'), 'a\n+++ b.yml')).toMatch(/^--- "a\/a\\n\+\+\+ b.yml"\n/);
});

test('files without changes make no diff', () => {
  expect(patchOf([], reportOn({}), reportOn({}))).toBe('');
});
