// Bundles build/src/index.js into dist/ with ncc and writes dist/licenses.txt: `npm run package`.
// The licences come from webpack's own list of modules, because `ncc --license` (0.45.0) forgets the packages of
// dynamically imported chunks.
import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { APART } from './bundled-modules.mjs';
import { writeLibrary } from './library.mjs';
import { withoutLaterModules, withWaitingModules } from './later-modules.mjs';
import { withoutRuleTexts } from './rule-texts.mjs';
import { withoutSeldomFunctions } from './seldom-functions.mjs';
import { askedForUsually, calledFunctionEnds, uncalledModules } from './usual-runs.mjs';

const SHEBANG = '#!/usr/bin/env node\n';
const RULE_TEXTS = 'rule-texts.json';
const MAIN = 'dist/index.js';
const LATER = 'later.js';
const SELDOM = 'seldom.js';
const LIBRARY = 'dist/library';
const MOST_SHAPE_BYTES = 1_000_000;
const MOST_LIBRARY_BYTES = 2_000_000;

process.chdir(join(import.meta.dirname, '..'));
const scratch = mkdtempSync(join(tmpdir(), 'promsec-package-'));
try {
  const bundled = [...bundle(), ...(await writeLibrary(LIBRARY, scratch))];
  writeFileSync('dist/licenses.txt', licences(packageFolders(bundled)));
  checkLibrary();
  const { text, json } = withoutRuleTexts(readFileSync(MAIN, 'utf8'), RULE_TEXTS);
  writeFileSync(`dist/${RULE_TEXTS}`, json);
  const chunks = readdirSync('dist').filter(name => name.endsWith('.index.js'));
  const parts = { text, chunks: new Map(chunks.map(name => [name, readFileSync(`dist/${name}`, 'utf8')])) };
  writeParted(parts);
  writeParted(parts, askedForUsually(resolve(MAIN), resolve('dist', LATER), scratch));
  writeWithoutSeldomFunctions();
  makeExecutable(MAIN);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** Builds dist/ anew and gives the names of the modules that went into it, as webpack wrote them. */
function bundle() {
  const ncc = createRequire(import.meta.url).resolve('@vercel/ncc/dist/ncc/cli.js');
  const statistics = join(scratch, 'statistics.json');
  rmSync('dist', { recursive: true, force: true }); // ncc never deletes a chunk that is no longer made
  const options = ['--quiet', '--no-cache', '--minify', '--out', 'dist', '--stats-out', statistics];
  execFileSync(process.execPath, [ncc, 'build', commonJsEntry(), ...options], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  writeFileSync('dist/package.json', '{ "type": "commonjs" }\n');
  const { modules, chunks } = JSON.parse(readFileSync(statistics, 'utf8'));
  return moduleNames([...modules, ...chunks.flatMap(chunk => chunk.modules ?? [])]);
}

/**
 * The entry, copied to where no package.json calls it an ES module. ncc then bundles to CommonJS, and minifies: both
 * together take a third off what promsec adds to the start of Node (`npm run bench`).
 */
function commonJsEntry() {
  rmSync('build/bundle', { recursive: true, force: true });
  cpSync('build/src', 'build/bundle/src', { recursive: true });
  writeFileSync('build/bundle/package.json', '{}\n');
  for (const path of new Set([...uncalledModules(resolve('build/src'), scratch), ...shapeModules()])) {
    appendFileSync(join('build/bundle/src', path), `\n${APART}\n`);
  }
  return 'build/bundle/src/index.js';
}

/** The modules that `scripts/compile-validators.ts` makes, as paths in the folder of the program. */
function shapeModules() {
  const folder = 'documents/schema/validators';
  return readdirSync(join('build/src', folder)).map(name => `${folder}/${name}`);
}

/** Writes the bundle, what usual runs do not need beside it, and its chunks. */
function writeParted({ text, chunks }, asked) {
  const { text: kept, files, waiting } = withoutLaterModules(text, LATER, asked);
  writeFileSync(MAIN, kept);
  for (const [name, file] of files) writeFileSync(`dist/${name}`, file);
  checkShapes(files);
  for (const [name, chunk] of chunks) writeFileSync(`dist/${name}`, withWaitingModules(chunk, waiting));
}

/** Writes the bundle once more, and beside it the functions that usual runs do not call. */
function writeWithoutSeldomFunctions() {
  const called = calledFunctionEnds(resolve(MAIN), scratch);
  const { text, seldom } = withoutSeldomFunctions(readFileSync(MAIN, 'utf8'), SELDOM, called);
  writeFileSync(MAIN, text);
  writeFileSync(`dist/${SELDOM}`, seldom);
}

/** Keeps what programs take small, and in files of its own. */
function checkShapes(files) {
  const shapes = [...files].filter(([name]) => name.startsWith('shape-'));
  const bytes = shapes.reduce((sum, [, text]) => sum + Buffer.byteLength(text), 0);
  if (shapes.length !== shapeModules().length) throw new Error('the bundle has no shapes where they used to be');
  if (bytes > MOST_SHAPE_BYTES) throw new Error(`the shapes take ${bytes} bytes of ${MOST_SHAPE_BYTES}`);
}

/** Keeps the library small: a browser loads most of it. */
function checkLibrary() {
  const bytes = readdirSync(LIBRARY)
    .filter(name => name.endsWith('.js'))
    .reduce((sum, name) => sum + statSync(join(LIBRARY, name)).size, 0);
  if (bytes > MOST_LIBRARY_BYTES) throw new Error(`the library takes ${bytes} bytes of ${MOST_LIBRARY_BYTES}`);
}

/** The names of the modules and of those that webpack joined into them. */
function moduleNames(modules) {
  return modules.flatMap(({ name = '', modules: joined = [] }) => [name, ...moduleNames(joined)]);
}

/** The sorted package folders that the modules lie in; of nested packages the innermost. */
function packageFolders(names) {
  const folders = names.flatMap(name => name.match(/node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+/) ?? []);
  return [...new Set(folders)].sort();
}

/** The text of licenses.txt: name, version, licence and every licence or notice file of each package. */
function licences(folders) {
  const entries = folders.map(folder => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const texts = readdirSync(folder)
      .filter(file => /^(?:licen[cs]e|copying|notice)/i.test(file))
      .sort()
      .map(file => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim());
    if (license === undefined && texts.length === 0) {
      throw new Error(`${folder} states no licence: find out what it is before bundling it`);
    }
    return [`${name} ${version}\n${license ?? ''}`.trim(), ...texts].join('\n\n') + '\n';
  });
  return entries.join(`\n${'-'.repeat(80)}\n\n`);
}

/** Makes the bundle a command: checks that ncc kept the first line and sets the executable bit. */
function makeExecutable(file) {
  if (!readFileSync(file, 'utf8').startsWith(SHEBANG)) {
    throw new Error(`${file} does not begin with ${SHEBANG.trim()}: is it the first line of src/index.ts?`);
  }
  chmodSync(file, 0o755);
}
