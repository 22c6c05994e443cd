// Measures what promsec costs, as ratios taken in one run: `npm run bench`. How to read it: bench/README.md.
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { askGit, CHANGE_FAULTS, checkOut, writeCheckout } from './checkout.mjs';
import { measure, measureRounds } from './measure.mjs';
import { BLOCK_FAULTS, BLOCK_FILES, writeBlocks } from './tree.mjs';
import { faultsOf, writeCertificates } from './tree/certificates.mjs';
import { configMaps, largeBlock } from './tree/embedded.mjs';
import { configuration, SMALL_CONFIGURATION } from './tree/prometheus.mjs';
import { maskedMonitor, monitorChart } from './tree/template.mjs';
import { STACK_VALUES_FAULTS, stackValues } from './tree/values.mjs';

const LINTER = join(import.meta.dirname, '../dist/index.js');
const READER = join(import.meta.dirname, 'read-files.mjs');
const CERTIFICATE_READER = join(import.meta.dirname, 'read-certificates.mjs');
const SHAPE_READER = join(import.meta.dirname, 'read-configuration.mjs');
const PARSER = join(import.meta.dirname, 'parse-file.cjs');
const LINT = [LINTER, 'lint', '--format', 'json', '--fail-on', 'never'];
const CERTIFICATES = 10_000;
const TREE_ROUNDS = 5;
const FILE_ROUNDS = 10;
const START_ROUNDS = 25;
const IS_NODE_20 = process.versions.node.startsWith('20.');

const scratch = mkdtempSync(join(tmpdir(), 'promsec-bench-'));
try {
  const rows = [
    ...treeRows(),
    ...changeRows(),
    ...fileRows(),
    ...templateRows(),
    ...embeddedRows(),
    certificateRow(),
    shapeRow(),
    startRow(),
  ];
  print(rows);
  process.exitCode = rows.every(isWithinLimit) ? 0 : 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** The cost of whole trees. The small tree lies in the middle one, and that in the large one. */
function treeRows() {
  const large = join(scratch, 'tree');
  const middle = join(large, 'half');
  const small = join(middle, 'quarter');
  const smallBytes = writeBlocks(small, 0, 25);
  const middleBytes = smallBytes + writeBlocks(middle, 25, 50);
  writeBlocks(large, 50, 100);
  process.stdout.write(`node ${process.versions.node}, 5,000 files, ${(middleBytes / 1e6).toFixed(1)} MB\n`);

  const best = measureRounds(TREE_ROUNDS, {
    read: () => readTree(middle, middleBytes),
    small: () => lintTree(small, 25),
    middle: () => lintTree(middle, 50),
    large: () => lintTree(large, 100),
  });
  return [
    { what: '5,000 files, against reading them', ...ratio(best.middle, best.read), limit: 10 },
    { what: '5,000 files, against 2,500', ...ratio(best.middle, best.small), limit: 2.3 },
    { what: '10,000 files, against 5,000', ...ratio(best.large, best.middle), limit: 2.3 },
    { what: '5,000 files, memory', memory: best.middle.memory / 1e6, limit: 250 },
  ];
}

/** The cost of a pull request in the middle tree: one that changes a file of ours, and one that changes none. */
function changeRows() {
  const folder = join(scratch, 'checkout');
  writeCheckout(folder, 50);
  const both = measureRounds(TREE_ROUNDS, {
    head: () => lintChange(folder, []),
    sides: () => lintChange(folder, ['--base', 'HEAD~1']),
  });
  checkOut(folder, 'HEAD~1');
  const none = measureRounds(FILE_ROUNDS, {
    bare: () => measure(folder, '-e', '0'),
    git: () => askGit(folder, 'HEAD~1', 'main.go'),
    lint: () => lintNothing(folder),
  });
  const withoutGit = { cpu: none.lint.cpu, wall: none.lint.wall - none.git.wall };
  return [
    { what: 'one of 5,000 changed, against the head', ...ratio(both.sides, both.head), limit: 1.3 },
    { what: 'none changed, against `node -e 0`', ...ratio(withoutGit, none.bare), limit: 2 },
  ];
}

function lintChange(folder, options) {
  const run = measure(folder, ...LINT, ...options);
  const { findings } = JSON.parse(run.output);
  const brought = findings.filter(({ state }) => state === 'new').length;
  const isRight = options.length === 0 ? findings.length >= 50 * BLOCK_FAULTS : brought === CHANGE_FAULTS;
  if (!isRight) throw new Error(`promsec found ${brought} of ${findings.length} faults new`);
  return run;
}

function lintNothing(folder) {
  const run = measure(folder, LINTER, 'lint', '--base', 'HEAD~1');
  if (!run.output.includes('nothing that promsec reads')) throw new Error(`promsec did not stop early: ${run.output}`);
  return run;
}

function readTree(folder, bytes) {
  const run = measure(scratch, READER, folder);
  if (Number(run.output) !== bytes) throw new Error(`the bare program read ${run.output} bytes of ${bytes}`);
  return run;
}

/** A run that did not do the work would be a fast one: what it saw and found is checked each time. */
function lintTree(folder, blocks) {
  const run = measure(scratch, ...LINT, folder);
  const { files, findings } = JSON.parse(run.output);
  if (files.seen !== blocks * BLOCK_FILES || findings.length < blocks * BLOCK_FAULTS) {
    throw new Error(`promsec saw ${files.seen} files and found ${findings.length} faults in ${blocks} blocks`);
  }
  return run;
}

/** The cost of single large files, against a parser that is started for each in the same way. */
function fileRows() {
  return [
    fileRow('2,000 jobs, against parsing them', 'prometheus.yml', configuration(1, 2000), 100),
    fileRow('200 KB of values, against parsing them', 'values.yaml', stackValues(1), STACK_VALUES_FAULTS),
  ];
}

function fileRow(what, name, text, faults) {
  const folder = mkdtempSync(join(scratch, 'file-'));
  writeFileSync(join(folder, name), text);
  const best = measureRounds(FILE_ROUNDS, {
    parse: () => parseFile(folder, name),
    lint: () => lintFile(folder, name, faults),
  });
  return { what, ...ratio(best.lint, best.parse), limit: 1.5 };
}

/** The cost of single large templates, against what is left of them to parse, and against halves of them. */
function templateRows() {
  const parsed = mkdtempSync(join(scratch, 'masked-'));
  writeFileSync(join(parsed, 'masked.yaml'), maskedMonitor(2000));
  const best = measureRounds(FILE_ROUNDS, {
    parse: () => parseFile(parsed, 'masked.yaml'),
    ...templateRuns('template', 2000, 10),
    ...templateRuns('half', 2500, 850),
    ...templateRuns('whole', 5000, 850),
    ...templateRuns('many', 10000, 10),
    ...templateRuns('more', 20000, 10),
  });
  return [
    { what: 'a template, against parsing what it masks', ...ratio(best.template, best.parse), limit: 2 },
    { what: 'a template of 5 MB, against 2.5 MB', ...ratio(best.whole, best.half), limit: 2.3 },
    { what: '100,000 actions, against 50,000', ...ratio(best.more, best.many), limit: 2.3 },
  ];
}

/** The cost of configuration in strings: many small ones, and a single large one, against half as much. */
function embeddedRows() {
  const best = measureRounds(TREE_ROUNDS, {
    few: embeddedRun(configMaps(5000), 5000),
    many: embeddedRun(configMaps(10_000), 10_000),
    half: embeddedRun(largeBlock(1000), 10),
    whole: embeddedRun(largeBlock(2000), 20),
  });
  return [
    { what: '10,000 ConfigMaps, against 5,000', ...ratio(best.many, best.few), limit: 2.3 },
    { what: 'a block of 5 MB, against 2.5 MB', ...ratio(best.whole, best.half), limit: 2.3 },
  ];
}

/** The cost of certificates, against what OpenSSL takes to read them. */
function certificateRow() {
  const folder = mkdtempSync(join(scratch, 'certificates-'));
  writeCertificates(folder, CERTIFICATES);
  const best = measureRounds(TREE_ROUNDS, {
    read: () => readCertificates(folder),
    lint: () => lintFile(folder, '.', faultsOf(CERTIFICATES) / 2),
  });
  return { what: '10,000 certificates, against OpenSSL', ...ratio(best.lint, best.read), limit: 1.5 };
}

function readCertificates(folder) {
  const run = measure(scratch, CERTIFICATE_READER, folder);
  if (Number(run.output) !== CERTIFICATES) throw new Error(`the bare program read ${run.output} certificates`);
  return run;
}

/** The cost of holding a configuration to what Prometheus takes, against reading it for all else. */
function shapeRow() {
  const file = join(scratch, 'jobs.yml');
  writeFileSync(file, `${configuration(1, 2000)}unknown: true\n`);
  const whole = copiedBuild('whole');
  const shapeless = copiedBuild('shapeless');
  writeFileSync(join(shapeless, 'src/model/shape/departures.js'), 'export const departuresOf = () => [];\n');
  const best = measureRounds(FILE_ROUNDS, {
    whole: () => readConfiguration(whole, file, 1),
    shapeless: () => readConfiguration(shapeless, file, 0),
  });
  return { what: '2,000 jobs and their shape, against none', ...ratio(best.whole, best.shapeless), limit: 1.3 };
}

/** The modules of the build, so that one of them can be another. */
function copiedBuild(name) {
  const folder = join(scratch, name);
  const project = join(import.meta.dirname, '..');
  cpSync(join(project, 'build/src'), join(folder, 'src'), { recursive: true });
  symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
  return folder;
}

function readConfiguration(build, file, departures) {
  const run = measure(scratch, SHAPE_READER, build, file);
  const took = JSON.parse(run.output);
  if (took.departures !== departures) throw new Error(`the reader found ${took.departures} departures`);
  return { ...took, memory: run.memory };
}

function embeddedRun(text, faults) {
  const folder = mkdtempSync(join(scratch, 'embedded-'));
  writeFileSync(join(folder, 'configmap.yaml'), text);
  return () => lintFile(folder, 'configmap.yaml', faults);
}

function templateRuns(name, endpoints, padding) {
  const folder = mkdtempSync(join(scratch, 'chart-'));
  for (const [path, text] of Object.entries(monitorChart(endpoints, padding))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return { [name]: () => lintFile(folder, '.', endpoints / 20) };
}

function parseFile(folder, name) {
  const run = measure(folder, PARSER, name);
  if (Number(run.output) === 0) throw new Error(`the bare program found nothing in ${name}`);
  return run;
}

function lintFile(folder, name, faults) {
  const run = measure(folder, ...LINT, name);
  const { findings } = JSON.parse(run.output);
  if (findings.length < faults) throw new Error(`promsec found ${findings.length} faults of ${faults} in ${name}`);
  return run;
}

/** The cost of one small file. The limit is for Node 20; a later Node starts faster, and its ratio is only shown. */
function startRow() {
  writeFileSync(join(scratch, 'prometheus.yml'), SMALL_CONFIGURATION);
  const best = measureRounds(START_ROUNDS, {
    bare: () => measure(scratch, '-e', '0'),
    lint: () => measure(scratch, ...LINT, 'prometheus.yml'),
  });
  return {
    what: 'one small file, against `node -e 0`',
    ...ratio(best.lint, best.bare),
    limit: IS_NODE_20 ? 1.6 : Infinity,
  };
}

function ratio(ours, theirs) {
  return { cpu: ours.cpu / theirs.cpu, wall: ours.wall / theirs.wall };
}

function isWithinLimit({ cpu, wall, memory, limit }) {
  return [cpu, wall, memory].every(value => value === undefined || value <= limit);
}

function print(rows) {
  const lines = rows.map(row => [
    row.what,
    row.memory === undefined ? `${row.cpu.toFixed(2)} x` : `${row.memory.toFixed(0)} MB`,
    row.memory === undefined ? `${row.wall.toFixed(2)} x` : '',
    Number.isFinite(row.limit) ? `${row.limit} ${row.memory === undefined ? 'x' : 'MB'}` : 'none',
    isWithinLimit(row) ? 'pass' : 'FAIL',
  ]);
  for (const [what, ...cells] of [['', 'cpu', 'wall', 'limit', ''], ...lines]) {
    process.stdout.write(`${what.padEnd(42)}${cells.map(cell => cell.padStart(10)).join('')}\n`);
  }
}
