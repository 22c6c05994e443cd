import { expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { writeMended } from '../../src/edge/mended-files.ts';
import { treeOf } from '../../src/edge/tree.ts';
import { handshakeNameMismatch } from '../../src/rules/handshake-name-mismatch.ts';
import { checkoutWith, folderWith, git, write } from './folder.ts';
import { runIn } from './recorded-run.ts';

const { bad: BAD } = handshakeNameMismatch;
const MENDED = (BAD['prometheus.yml'] ?? '').replace(
  '      ca_file: node/node.pem\n',
  '      ca_file: node/node.pem\n      server_name: node1.internal\n',
);
const FOUND = 'prometheus.yml:7: handshake-name-mismatch';

function prometheusIn(folder: string): string {
  return readFileSync(join(folder, 'prometheus.yml'), 'utf8');
}

test('--fix mends the files, reports what is left, and says what it did', async () => {
  const folder = folderWith(BAD);
  const { status, output, complaints } = await runIn(folder, ['--fix']);
  expect(prometheusIn(folder)).toBe(MENDED);
  expect(status).toBe(0);
  expect(output).toMatch(/^no findings /);
  expect(complaints).toEqual([`${FOUND} mended: verify the target as node1.internal`, '1 finding in 1 file mended']);
});

test('a second run mends nothing', async () => {
  const folder = folderWith(BAD);
  await runIn(folder, ['--fix']);
  const { complaints } = await runIn(folder, ['--fix']);
  expect(prometheusIn(folder)).toBe(MENDED);
  expect(complaints).toEqual(['there is nothing that a safe fix would mend']);
});

test('what unsafe fixes can mend is said where they were not asked for, and what one cannot mend where they were', async () => {
  const folder = folderWith({
    'prometheus.yml':
      'scrape_configs:\n- job_name: node\n  scheme: https\n  basic_auth: {username: a, password: hunter2}\n',
    'monitor.yaml': `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: {name: web}
spec:
  selector: {matchLabels: {app: web}}
  endpoints: [{port: web, scheme: https, tls_config: {insecureSkipVerify: true}}]
`,
  });
  const wrong = 'monitor.yaml:6: pruned-field is left, since its fix would bring another finding; mend it by hand';
  expect((await runIn(folder, ['--fix'])).complaints).toEqual([
    'there is nothing that a safe fix would mend',
    '2 findings can be mended by --fix=unsafe, after which something is left to do',
  ]);
  expect((await runIn(folder, ['--fix=unsafe'])).complaints).toEqual([
    expect.stringContaining('prometheus.yml:4: inline-secret mended: read the password from'),
    '1 finding in 1 file mended',
    wrong,
  ]);
  expect((await runIn(folder, ['--fix=unsafe'])).complaints).toEqual(['there is nothing that a fix would mend', wrong]);
});

test('a dry run prints a diff, changes no file, and ends with the status of the files as they are', async () => {
  const folder = folderWith(BAD);
  const { status, output, complaints } = await runIn(folder, ['--fix=dry-run']);
  expect(prometheusIn(folder)).toBe(BAD['prometheus.yml']);
  expect(output).toBe(`--- a/prometheus.yml
+++ b/prometheus.yml
@@ -3,5 +3,6 @@
     scheme: https
     tls_config:
       ca_file: node/node.pem
+      server_name: node1.internal
     static_configs:
       - targets: [node:9100] # want: handshake-name-mismatch
`);
  expect(status).toBe(1);
  expect(complaints).toEqual([
    `${FOUND} would be mended: verify the target as node1.internal`,
    '1 finding in 1 file would be mended',
  ]);
});

test('git applies the diff of a dry run, and what comes of it is what --fix writes', async () => {
  const folder = checkoutWith(Object.fromEntries(Object.entries(BAD).map(([path, text]) => [`a b/${path}`, text])));
  await runIn(folder, ['--fix=dry-run', '--output', 'mend.patch']);
  git(folder, 'apply', 'mend.patch');
  expect(prometheusIn(join(folder, 'a b'))).toBe(MENDED);
});

test('patch applies the diff of a dry run to lines that end with CR LF', async () => {
  const windows = Object.fromEntries(Object.entries(BAD).map(([path, text]) => [path, text.replaceAll('\n', '\r\n')]));
  const folder = folderWith(windows);
  await runIn(folder, ['--fix=dry-run', '--output', 'mend.patch']);
  execFileSync('patch', ['--binary', '-p1', '--input', 'mend.patch'], { cwd: folder, stdio: 'pipe' });
  expect(prometheusIn(folder)).toBe(MENDED.replaceAll('\n', '\r\n'));
});

test.each(['utf-8', 'utf-16le', 'utf-16be'])(
  'a file in %s keeps its encoding and its byte order mark',
  async encoding => {
    const bytesOf = (text: string): Buffer => {
      const bytes = Buffer.from(`\uFEFF${text}`, encoding === 'utf-8' ? 'utf8' : 'utf16le');
      return encoding === 'utf-16be' ? bytes.swap16() : bytes;
    };
    const folder = folderWith(BAD);
    write(folder, { 'prometheus.yml': bytesOf(BAD['prometheus.yml'] ?? '') });
    await runIn(folder, ['--fix']);
    expect(readFileSync(join(folder, 'prometheus.yml'))).toEqual(bytesOf(MENDED));
  },
);

test('a file keeps its permissions', async () => {
  const folder = folderWith(BAD);
  chmodSync(join(folder, 'prometheus.yml'), 0o640);
  await runIn(folder, ['--fix']);
  expect(prometheusIn(folder)).toBe(MENDED);
  expect(statSync(join(folder, 'prometheus.yml')).mode & 0o777).toBe(0o640);
});

test('a file that was changed meanwhile is left alone', () => {
  const folder = folderWith(BAD);
  const changed = { path: 'prometheus.yml', before: 'scrape_configs: []\n', after: 'scrape_configs:\n' };
  expect(writeMended([changed], treeOf([], folder))).toEqual([
    'prometheus.yml was changed while it was mended, and is left as it is; run promsec again',
  ]);
  expect(prometheusIn(folder)).toBe(BAD['prometheus.yml']);
});

test('only what is below the paths is mended', async () => {
  const below = (name: string) => Object.entries(BAD).map(([path, text]) => [`${name}/${path}`, text] as const);
  const folder = folderWith(Object.fromEntries([...below('a'), ...below('b')]));
  await runIn(folder, ['--fix', 'b']);
  expect(prometheusIn(join(folder, 'a'))).toBe(BAD['prometheus.yml']);
  expect(prometheusIn(join(folder, 'b'))).toBe(MENDED);
});

test('what an ignore comment takes out is not mended', async () => {
  const ignored = (BAD['prometheus.yml'] ?? '').replace('# want:', '# promsec-ignore:');
  const text = ignored.replace('handshake-name-mismatch', 'handshake-name-mismatch it is renamed next week');
  const folder = folderWith({ ...BAD, 'prometheus.yml': text });
  const { complaints } = await runIn(folder, ['--fix']);
  expect(prometheusIn(folder)).toBe(text);
  expect(complaints).toEqual(['there is nothing that a safe fix would mend']);
});

test.each([
  [['--fix', 'dry-run'], '--fix takes its value with an equals sign: --fix=dry-run'],
  [['--fix=dryrun'], '--fix does not take dryrun; did you mean dry-run?'],
  [['--fix', '--base', 'HEAD'], '--fix mends what is found anywhere; leave out --base and --shard'],
  [['--fix', '--shard', '1/2'], '--fix mends what is found anywhere; leave out --base and --shard'],
  [['--fix=dry-run', '--format', 'json'], '--fix=dry-run prints a diff; leave out --format'],
  [['files', '--fix'], 'files takes no --fix; it is for lint'],
])('%j is wrong usage', async (words, complaint) => {
  const folder = folderWith(BAD);
  expect(await runIn(folder, words)).toEqual({ status: 2, output: '', complaints: [complaint] });
  expect(prometheusIn(folder)).toBe(BAD['prometheus.yml']);
});
