import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { writtenLibrary } from './written-library.ts';

/** As strict as can be, without the types of Node, in the two ways in which packages are looked for. */
const STRICT = {
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noPropertyAccessFromIndexSignature: true,
  verbatimModuleSyntax: true,
  skipLibCheck: false,
  target: 'es2022',
  lib: ['es2023', 'dom'],
  types: [],
};
const COMMON_JS = `import promsec = require('promsec');
async function run(): Promise<void> {
  const input: promsec.Input = { files: { 'web.yml': 'basic_auth_users: { a: short }' }, now: new Date() };
  const report: promsec.Report = await promsec.lint(input);
  const [finding]: readonly promsec.Finding[] = report.findings;
  const text = await promsec.formatted(report, 'text');
  const { made } = await promsec.mended(input, 'all');
  const ids = (await promsec.rules()).map(({ id }) => id);
  console.log(finding?.rule, text.includes('web.yml:1'), made.length, ids.includes('invalid-bcrypt-hash'));
}
void run();
`;
const REFUSED = `import { lint } from 'promsec';
await lint({ files: {} });
await lint({ files: { 'web.yml': 1 }, now: new Date() });
const report = await lint({ files: {}, configuration: { rules: { 'inline-secret': 'fatal' } }, now: new Date() });
report.findings = [];
`;

const readme = readFileSync('README.md', 'utf8');
const [, example = '', shown = ''] = /^```ts\n([^]*?)^```\n[^]*?^```text\n([^]*?)^```/m.exec(readme) ?? [];
const folder = mkdtempSync(join(tmpdir(), 'promsec-consumer-'));

beforeAll(() => {
  const installed = join(folder, 'node_modules/promsec');
  mkdirSync(installed, { recursive: true });
  cpSync('package.json', join(installed, 'package.json'));
  cpSync(writtenLibrary(), join(installed, 'dist/library'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
}, 60_000);

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** What the compiler says of a source in the folder of a user. */
function complaintsAbout(name: string, text: string, module: 'nodenext' | 'preserve'): string {
  writeFileSync(join(folder, name), text);
  const compilerOptions = { ...STRICT, module };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: [name] }));
  const options = { cwd: folder, encoding: 'utf8' } as const;
  return spawnSync(resolve('node_modules/.bin/tsc'), ['-p', '.', '--pretty', 'false'], options).stdout;
}

function outputOf(program: string): string {
  return execFileSync(process.execPath, [program], { cwd: folder, encoding: 'utf8' });
}

test('the example of the README compiles, and prints what the README shows', () => {
  expect(complaintsAbout('example.ts', example, 'preserve')).toBe('');
  expect(complaintsAbout('example.ts', example, 'nodenext')).toBe('');
  expect(outputOf('example.js')).toBe(shown);
});

test('require gives the same functions with their types', () => {
  expect(complaintsAbout('common.cts', COMMON_JS, 'nodenext')).toBe('');
  expect(outputOf('common.cjs')).toBe('web-without-tls true 0 true\n');
});

test('types refuse what cannot be meant', () => {
  const lines = complaintsAbout('refused.ts', REFUSED, 'nodenext').match(/^refused\.ts\(\d+/gm);
  expect(lines).toEqual(['refused.ts(2', 'refused.ts(3', 'refused.ts(4', 'refused.ts(5']);
});
