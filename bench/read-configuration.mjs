// Reads a file with the modules of a build and prints what that took, in milliseconds, without the loading of modules, and
// how many departures it found: `node read-configuration.mjs BUILD FILE`.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [build, file] = process.argv.slice(2);
const { yamlDocumentsOf } = await moduleAt('src/documents/yaml-documents.js');
const { meaningOf } = await moduleAt('src/model/meaning.js');
const { SourceFile } = await moduleAt('src/text/source.js');
const source = new SourceFile('prometheus.yml', readFileSync(file, 'utf8'));

const [started, usedBefore] = [performance.now(), process.cpuUsage()];
const { documents } = yamlDocumentsOf(source);
const departures = documents.flatMap(document => meaningOf(document).departures).length;
const { user, system } = process.cpuUsage(usedBefore);
const took = { cpu: (user + system) / 1000, wall: performance.now() - started };
process.stdout.write(JSON.stringify({ ...took, departures }));

function moduleAt(path) {
  return import(pathToFileURL(join(build, path)).href);
}
