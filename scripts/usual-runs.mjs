import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { configuration } from '../bench/tree/prometheus.mjs';

const FORMATS = ['text', 'json'];

/**
 * The modules in a folder that have functions of which usual runs call none, as sorted paths in it.
 *
 * @param folder the program as modules, whose `index.js` is run.
 * @param scratch a folder to work in.
 */
export function uncalledModules(folder, scratch) {
  const coverage = join(scratch, 'coverage');
  runUsually([join(folder, 'index.js')], scratch, { NODE_V8_COVERAGE: coverage });
  const [seen, called] = [new Set(), new Set()];
  for (const name of readdirSync(coverage)) {
    for (const { url, functions } of JSON.parse(readFileSync(join(coverage, name), 'utf8')).result) {
      const [, ...ofModule] = functions; // the first is the module itself
      if (ofModule.length > 0) seen.add(url);
      if (ofModule.some(({ ranges: [whole] }) => whole.count > 0)) called.add(url);
    }
  }
  return [...seen]
    .filter(url => url.startsWith('file:') && !called.has(url))
    .map(url => relative(folder, fileURLToPath(url)))
    .filter(path => !path.startsWith('..'))
    .sort();
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

/** Runs a program as users mostly do: on a bit of configuration of Prometheus in which something is wrong. */
function runUsually(program, scratch, environment = {}) {
  const folder = join(scratch, 'usual');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'prometheus.yml'), configuration(1));
  for (const format of FORMATS) {
    execFileSync(process.execPath, [...program, 'lint', '--format', format, '--fail-on', 'never', 'prometheus.yml'], {
      cwd: folder,
      // Nothing of the environment: what a run calls depends on where it writes to, and every machine makes the same bundle.
      env: environment,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }
}
