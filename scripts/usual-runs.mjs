import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { SMALL_CONFIGURATION, configuration } from '../bench/tree/prometheus.mjs';

const FORMATS = ['text', 'json'];

/**
 * The modules in a folder that have functions of which usual runs call none, as sorted paths in it.
 *
 * @param folder the program as modules, whose `index.js` is run.
 * @param scratch a folder to work in.
 */
export function uncalledModules(folder, scratch) {
  const [seen, called] = [new Set(), new Set()];
  for (const { url, functions } of coverageOf(join(folder, 'index.js'), scratch)) {
    const [, ...ofModule] = functions; // the first is the module itself
    if (ofModule.length > 0) seen.add(url);
    if (ofModule.some(isCalled)) called.add(url);
  }
  return [...seen]
    .filter(url => url.startsWith('file:') && !called.has(url))
    .map(url => relative(folder, fileURLToPath(url)))
    .filter(path => !path.startsWith('..'))
    .sort();
}

/** Where in a file, which is run, the functions end that usual runs call. */
export function calledFunctionEnds(file, scratch) {
  const url = pathToFileURL(file).href;
  const ofFile = coverageOf(file, scratch).filter(script => script.url === url);
  return new Set(
    ofFile.flatMap(({ functions }) => functions.filter(isCalled).map(({ ranges: [{ endOffset }] }) => endOffset)),
  );
}

/** What V8 saw of the scripts of usual runs. */
function coverageOf(file, scratch) {
  const folder = mkdtempSync(join(scratch, 'coverage-'));
  runUsually([file], scratch, { NODE_V8_COVERAGE: folder });
  return readdirSync(folder).flatMap(name => JSON.parse(readFileSync(join(folder, name), 'utf8')).result);
}

function isCalled({ ranges: [whole] }) {
  return whole.count > 0;
}

/**
 * The numbers of the modules that usual runs ask for of those that are loaded later: they use a constant, or ask whether
 * something is of a class.
 *
 * @param bundle the file that is run, and `later` the one with the modules.
 */
export function askedForUsually(bundle, later, scratch) {
  const [recorder, record] = [join(scratch, 'recorder.cjs'), join(scratch, 'asked')];
  writeFileSync(
    recorder,
    `const later = require(${JSON.stringify(later)});
for (const [id, run] of Object.entries(later)) {
  later[id] = (...parameters) => {
    require('node:fs').appendFileSync(${JSON.stringify(record)}, id + '\\n');
    return run(...parameters);
  };
}`,
  );
  runUsually(['--require', recorder, bundle], scratch);
  return existsSync(record) ? readFileSync(record, 'utf8').trim().split('\n').map(Number) : [];
}

/** Runs a program as users mostly do: on a bit of configuration of Prometheus in which something is wrong, or nothing. */
function runUsually(program, scratch, environment = {}) {
  const folder = join(scratch, 'usual');
  mkdirSync(folder, { recursive: true });
  for (const text of [configuration(1), SMALL_CONFIGURATION]) {
    writeFileSync(join(folder, 'prometheus.yml'), text);
    for (const format of FORMATS) {
      execFileSync(process.execPath, [...program, 'lint', '--format', format, '--fail-on', 'never', 'prometheus.yml'], {
        cwd: folder,
        // Nothing of the environment: what a run calls depends on where it writes to, and every machine makes the same bundle.
        env: environment,
        stdio: ['ignore', 'ignore', 'inherit'],
      });
    }
  }
}
