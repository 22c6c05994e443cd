// Lints checked-out repositories and compares with a committed table: `npm run corpus -- DIR [--write]`.
// DIR holds one folder per repository, named owner+name and checked out at the commit that the table pins. The table,
// corpus/expected.json, has for each repository the counts per rule, the places (file:line:rule) that must be found, and how
// its chart templates are read (corpus/templates.ts).
// --write takes over the commits and the counts; the places are written by hand.
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { templateCountsOf } from '../build/scripts/corpus/templates.js';

const TABLE = join(import.meta.dirname, 'corpus/expected.json');
const LINTER = join(import.meta.dirname, '../dist/index.js');
// Certificates age: with the day fixed, the counts stay those of the table.
const NOW = '2026-11-20';

const { values: given, positionals } = parseArgs({
  options: { write: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const [corpus] = positionals;
if (corpus === undefined) fail('name the folder that holds the repositories: npm run corpus -- DIR');

const table = JSON.parse(readFileSync(TABLE, 'utf8'));
const checkouts = readdirSync(corpus).filter(folder => folder.includes('+'));
if (checkouts.length === 0) fail(`${corpus} holds no folder named owner+name`);

const results = new Map(checkouts.sort().map(folder => [folder.replace('+', '/'), lint(resolve(corpus, folder))]));
if (given.write) await writeTable();
const differences = [
  ...[...results].flatMap(([name, result]) => differencesOf(name, result)),
  ...Object.keys(table.repositories).flatMap(name => (results.has(name) ? [] : [`${name}: not in ${corpus}`])),
];
for (const [name, { commit, findings }] of results) print(`${name} at ${commit}, findings: ${findings.length}`);
for (const difference of differences) print(`  ${difference}`);
print(differences.length === 0 ? 'all as in the table' : `differences from the table: ${differences.length}`);
process.exitCode = differences.length === 0 ? 0 : 1;

/** The commit of a checkout and what promsec finds in it; paths are relative to the checkout. */
function lint(checkout) {
  const commit = execFileSync('git', ['-C', checkout, 'rev-parse', 'HEAD'], { encoding: 'utf8' }).trim();
  const options = ['--format', 'json', '--fail-on', 'never', '--no-config', '--now', NOW];
  const run = spawnSync(process.execPath, [LINTER, 'lint', ...options, '.'], {
    cwd: checkout,
    encoding: 'utf8',
    maxBuffer: Infinity,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (run.status !== 0) fail(`promsec ended with ${run.status ?? run.signal} in ${checkout}`);
  return { commit, findings: JSON.parse(run.stdout).findings, templates: templateCountsOf(checkout) };
}

function countsPerRule(findings) {
  const rules = findings.map(({ rule }) => rule).sort();
  return Object.fromEntries([...new Set(rules)].map(rule => [rule, rules.filter(other => other === rule).length]));
}

/** What differs from the table, each as one line. */
function differencesOf(name, { commit, findings, templates }) {
  const expected = table.repositories[name];
  if (expected === undefined) return [`${name}: not in the table, --write adds it`];
  if (expected.commit !== commit) return [`${name}: checked out at ${commit}, the table pins ${expected.commit}`];
  const counts = countsPerRule(findings);
  const rules = [...new Set([...Object.keys(expected.counts), ...Object.keys(counts)])].sort();
  const places = new Set(findings.map(({ file, line, rule }) => `${file}:${line}:${rule}`));
  return [
    ...rules
      .filter(rule => counts[rule] !== expected.counts[rule])
      .map(rule => `${name}: ${rule}: ${counts[rule] ?? 0} found, ${expected.counts[rule] ?? 0} expected`),
    ...Object.entries(templates)
      .filter(([counted, count]) => count !== (expected.templates?.[counted] ?? 0))
      .map(
        ([counted, count]) => `${name}: templates ${counted}: ${count}, ${expected.templates?.[counted] ?? 0} expected`,
      ),
    ...expected.places.filter(place => !places.has(place)).map(place => `${name}: missed ${place}`),
  ];
}

/** Takes over the results into the table; its places stay, and so do the repositories that are not at hand. */
async function writeTable() {
  for (const [name, { commit, findings, templates }] of results) {
    const places = table.repositories[name]?.places ?? [];
    const read = templates.templates === 0 ? {} : { templates };
    table.repositories[name] = { commit, counts: countsPerRule(findings), places, ...read };
  }
  const text = await format(JSON.stringify(table), { ...(await resolveConfig(TABLE)), filepath: TABLE });
  writeFileSync(TABLE, text);
}

function print(line) {
  process.stdout.write(`${line}\n`);
}

function fail(reason) {
  process.stderr.write(`${reason}\n`);
  process.exit(2);
}
