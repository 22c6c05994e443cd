import { expect, test } from '@jest/globals';
import { existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { ENGINE_RULES } from '../../src/findings/engine-rules.ts';
import { readConfiguration } from '../../src/policy/configuration-file.ts';
import { configurationSchema } from '../../src/policy/configuration-schema.ts';
import { DEFAULT_CONFIGURATION } from '../../src/policy/configuration.ts';
import { RULES } from '../../src/rules/index.ts';
import { SourceFile } from '../../src/text/source.ts';
import { CLEAN, INSECURE, WEAK } from './documents.ts';
import { checkoutWith, folderWith, write } from './folder.ts';
import { runIn } from './recorded-run.ts';

const TOP = join(import.meta.dirname, '../../..');
const CONFIGURATION = '.promsec.yml';
const WORKFLOW = '.github/workflows/promsec.yml';
const NEXT = '\npromsec says what it finds now; promsec baseline records that, so that only what is new counts\n';

function textIn(folder: string, path: string): string {
  return readFileSync(join(folder, path), 'utf8');
}

test('what is there is said, and a configuration and a workflow are written', async () => {
  const folder = checkoutWith({
    'a/prometheus.yml': CLEAN,
    'b/prometheus.yml': INSECURE,
    'a/web.yml': WEAK,
    'c/web.yml': 'a: [',
  });
  mkdirSync(join(folder, 'a/b'));
  expect(await runIn(join(folder, 'a/b'), ['init'])).toEqual({
    status: 0,
    output: `found 2 prometheus, 1 web-config (promsec files names them)\ncould not read 1 file: c/web.yml\nwrote ${CONFIGURATION}\nwrote ${WORKFLOW}\n${NEXT}`,
    complaints: [],
  });
  expect(textIn(folder, WORKFLOW)).toBe(readFileSync(join(TOP, 'docs/workflows/pull-request.yml'), 'utf8'));
  expect(existsSync(join(folder, 'a/b', CONFIGURATION))).toBe(false);
});

test('the configuration that is written changes nothing, and shows every key with its default', async () => {
  const folder = checkoutWith({ 'prometheus.yml': INSECURE });
  const before = await runIn(folder, []);
  await runIn(folder, ['init']);
  expect({ ...(await runIn(folder, [])), output: '' }).toEqual({ ...before, output: '' });
  const ids = [...RULES, ...ENGINE_RULES].map(({ id }) => id);
  const text = textIn(folder, CONFIGURATION);
  expect(readConfiguration(new SourceFile(CONFIGURATION, text))).toEqual({ configuration: DEFAULT_CONFIGURATION });
  const uncommented = text.replace(/^# (?=(?!yaml-)[a-z-]+: \S+(?: .*[\]}])?$)/gm, '');
  expect(readConfiguration(new SourceFile(CONFIGURATION, uncommented))).toEqual({
    configuration: DEFAULT_CONFIGURATION,
  });
  // Of the schema, an object of which the keys alone are asked for.
  const { properties } = configurationSchema(ids) as { readonly properties: object };
  const shown = [...uncommented.matchAll(/^([a-z-]+):/gm)].map(([, key]) => key);
  expect(shown.toSorted()).toEqual(Object.keys(properties).sort());
});

test('what is there already is left as it is', async () => {
  const folder = checkoutWith({ '.github/promsec.yml': 'version: 1\n', 'prometheus.yml': CLEAN });
  const { output } = await runIn(folder, ['init']);
  expect(output).toBe(
    `found 1 prometheus (promsec files names them)\nleft .github/promsec.yml as it is\nwrote ${WORKFLOW}\n${NEXT}`,
  );
  expect(existsSync(join(folder, CONFIGURATION))).toBe(false);
  const again = await runIn(folder, ['init']);
  expect(again).toEqual({
    status: 2,
    output: '',
    complaints: [`.github/promsec.yml and ${WORKFLOW} are there already; init overwrites nothing`],
  });
  expect(textIn(folder, '.github/promsec.yml')).toBe('version: 1\n');
});

test('an empty repository gets them too', async () => {
  const { output } = await runIn(checkoutWith(), ['init']);
  expect(output).toMatch(/^found nothing of Prometheus yet; promsec files says what is looked at\nwrote /);
});

test('outside of a repository, and with a path, it does nothing', async () => {
  const folder = folderWith({ 'a/prometheus.yml': CLEAN });
  expect((await runIn(folder, ['init'])).complaints).toEqual([
    'there is no git repository here; go to one, or make it with git init',
  ]);
  expect((await runIn(folder, ['init', 'a'])).complaints).toEqual([
    'init takes no path; it looks at the whole repository',
  ]);
  expect(readdirSync(folder)).toEqual(['a']);
});

test('nothing is written through a link that leads out of the repository', async () => {
  const outside = folderWith({ 'folder/a': '' });
  const folder = checkoutWith();
  symlinkSync(join(outside, 'folder'), join(folder, '.github'));
  expect(await runIn(folder, ['init'])).toMatchObject({
    status: 2,
    complaints: [`${WORKFLOW} is not written through a symbolic link; remove the link`],
  });
  expect(readdirSync(join(outside, 'folder'))).toEqual(['a']);
  const other = checkoutWith();
  symlinkSync(join(outside, 'none'), join(other, CONFIGURATION));
  expect((await runIn(other, ['init'])).output).toContain(`left ${CONFIGURATION} as it is\n`);
  expect(readdirSync(outside)).toEqual(['folder']);
});

test('a file where a folder should be is said', async () => {
  const folder = checkoutWith();
  write(folder, { '.github': '' });
  expect(await runIn(folder, ['init'])).toMatchObject({
    status: 2,
    output: `found nothing of Prometheus yet; promsec files says what is looked at\nwrote ${CONFIGURATION}\n`,
    complaints: [`${WORKFLOW} cannot be written; check the folder and its permissions`],
  });
});
