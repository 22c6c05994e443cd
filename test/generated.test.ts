import { expect, test } from '@jest/globals';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { posix } from 'node:path';
import { isMap, parseDocument, visit } from 'yaml';
import { generatedFiles } from '../scripts/generated-files.ts';
import { treeOf } from '../src/edge/tree.ts';
import { ENGINE_RULES } from '../src/findings/engine-rules.ts';
import { lint } from '../src/lint/lint.ts';
import { DEFAULT_CONFIGURATION } from '../src/policy/configuration.ts';
import { readConfiguration } from '../src/policy/configuration-file.ts';
import { configurationSchema } from '../src/policy/configuration-schema.ts';
import { RULES } from '../src/rules/index.ts';
import { EXAMPLE_NOW } from '../src/rules/rule.ts';
import { SourceFile } from '../src/text/source.ts';

const ids = [...RULES, ...ENGINE_RULES].map(rule => rule.id);
const readme = readFileSync('README.md', 'utf8');
const yamlBlocks = [...readme.matchAll(/^```yaml\n([^]*?)^```$/gm)].map(([, block = '']) => block);
const action = parseDocument(readFileSync('action.yml', 'utf8'));
const inputs = keysOf(action.get('inputs'));
const outputs = keysOf(action.get('outputs'));

test.each(Object.entries(generatedFiles(readme)))('%s is what npm run generate makes', (path, text) => {
  expect(existsSync(path) ? readFileSync(path, 'utf8') : 'no file').toBe(text);
});

test('every page of a rule belongs to a rule', () => {
  expect(readdirSync('docs/rules').sort()).toEqual(ids.map(id => `${id}.md`).sort());
});

test('the README leads to the page of every rule', () => {
  const linked = [...readme.matchAll(/\]\(docs\/rules\/([a-z-]+)\.md\)/g)].map(([, id]) => id);
  expect(new Set(linked)).toEqual(new Set(ids));
});

const pages = [
  ...readdirSync('.').filter(name => name.endsWith('.md')),
  ...readdirSync('docs').flatMap(name => (name.endsWith('.md') ? `docs/${name}` : [])),
  'examples/README.md',
];

test.each(pages)('every link of %s leads to a file and a heading that are there', page => {
  const links = proseOf(page).matchAll(/\]\((?!https:)([^)#]*)(?:#([^)]*))?\)/g);
  const broken = [...links].flatMap(([link, path = '', anchor]) => {
    const target = path === '' ? page : posix.join(posix.dirname(page), path);
    const isThere = existsSync(target) && (anchor === undefined || anchorsOf(target).includes(anchor));
    return isThere ? [] : [link];
  });
  expect(broken).toEqual([]);
});

test('the workflows of the README use inputs and outputs that the action has', () => {
  const workflows = yamlBlocks.filter(block => /^jobs:/m.test(block));
  const used = workflows.map(block => {
    const workflow = parseDocument(block);
    const given: string[] = [];
    let uses = 0;
    visit(workflow, {
      Map(_, step) {
        if (step.get('uses') === 'promsec/promsec/.github/workflows/organisation.yml@v1') uses += 1;
        if (step.get('uses') !== 'promsec/promsec@v1') return;
        uses += 1;
        given.push(...keysOf(step.get('with')));
      },
    });
    const read = [...block.matchAll(/steps\.promsec\.outputs\.([\w-]+)/g)].map(([, name]) => name);
    return { errors: workflow.errors, uses, given, read };
  });
  expect(used).toHaveLength(readdirSync('docs/workflows').length);
  for (const { errors, uses, given, read } of used) {
    expect({ errors, uses }).toEqual({ errors: [], uses: 1 });
    expect(inputs).toEqual(expect.arrayContaining(given));
    expect(outputs).toEqual(expect.arrayContaining(read));
  }
});

test('the README lists the inputs of the action with their defaults, and its outputs', () => {
  const listed = rowsBelow('| input |').map(([input = '', value = '']) => [namesIn(input)[0], namesIn(value)[0]]);
  expect(listed).toEqual(inputs.map(name => [name, action.getIn(['inputs', name, 'default'])]));
  expect(rowsBelow('| output |').flatMap(([output = '']) => namesIn(output))).toEqual(outputs);
});

const [defaults = '', example = ''] = yamlBlocks.filter(block => /^version: 1$/m.test(block));

test('the configuration that the README calls the defaults has every key, and is the defaults', () => {
  const schema = parseDocument(JSON.stringify(configurationSchema(ids)));
  expect(keysOf(parseDocument(defaults).contents)).toEqual(keysOf(schema.get('properties')));
  expect(readConfiguration(new SourceFile('.promsec.yml', defaults))).toEqual({
    configuration: DEFAULT_CONFIGURATION,
  });
});

test('the other configuration of the README is one', () => {
  expect(readConfiguration(new SourceFile('.promsec.yml', example))).toHaveProperty('configuration.rules');
});

test('docs/dependencies.md has a row for every dependency and override, with its version, and no other', () => {
  const manifest = parseDocument(readFileSync('package.json', 'utf8'));
  const wanted = ['devDependencies', 'overrides'].flatMap(group => {
    return keysOf(manifest.get(group)).map(name => `${name} ${String(manifest.getIn([group, name]))}`);
  });
  const rows = readFileSync('docs/dependencies.md', 'utf8').matchAll(/^\| (`@?[a-z][^|]*) \|/gm);
  const listed = [...rows].flatMap(([, cell = '']) => cell.replaceAll('`', '').split(', '));
  expect(listed.sort()).toEqual(wanted.sort());
});

test('the examples show every rule that needs no near date, no version and no mistake of ours', () => {
  const { findings } = lintedExamples();
  const shown = new Set(findings.map(finding => finding.ruleId));
  expect(ids.filter(id => !shown.has(id))).toEqual(['certificate-expiring', 'field-needs-version', 'internal-error']);
});

test('what the examples call api is as it should be, and nothing is found in it', () => {
  const { findings } = lintedExamples();
  expect(findings.filter(({ subject }) => /\bapi\b/.test(subject.path))).toEqual([]);
});

/** What is found in the examples, by pedantic rules too. */
function lintedExamples(): ReturnType<typeof lint> {
  const configuration = { ...DEFAULT_CONFIGURATION, pedantic: true };
  return lint({ files: treeOf(['examples'], process.cwd()), configuration, now: EXAMPLE_NOW });
}

function keysOf(node: unknown): readonly string[] {
  return isMap(node) ? node.items.map(({ key }) => String(key)) : [];
}

/** The cells of the README's table that begins with these words, without its head. */
function rowsBelow(head: string): readonly (readonly string[])[] {
  const table = readme.slice(readme.indexOf(`\n${head}`) + 1);
  const lines = table.slice(0, table.indexOf('\n\n')).split('\n').slice(2);
  return lines.map(line => line.split('|').slice(1, -1));
}

/** What stands in the type of code. */
function namesIn(text: string): readonly string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
}

/** A page without its blocks of code. */
function proseOf(page: string): string {
  return readFileSync(page, 'utf8').replaceAll(/^```[^]*?^```$/gm, '');
}

/** The anchors that GitHub gives the headings of a page. */
function anchorsOf(page: string): readonly string[] {
  return [...proseOf(page).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
