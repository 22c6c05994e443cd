// The bare program that promsec is compared with on a large file: parses it with `yaml` and prints how many entries its
// root has.
const { readFileSync } = require('node:fs');
const { parse } = require('yaml');

const root = parse(readFileSync(process.argv[2], 'utf8'));
process.stdout.write(`${Object.keys(root).length}\n`);
