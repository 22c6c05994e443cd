import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

const ENTRY = 'library/index';

/**
 * Writes the library of `build/src/`: ES modules with a chunk for each `import()`, which run in Node and in browsers,
 * what `require` gets of them, and their types.
 *
 * esbuild knows no module of Node here, so that one which is imported on the path of the library ends the build.
 *
 * @param folder where to, which is made.
 * @param scratch a folder to work in.
 * @returns the paths of the files that went into it.
 */
export async function writeLibrary(folder, scratch) {
  const { metafile } = await build({
    entryPoints: { index: `build/src/${ENTRY}.js` },
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    inject: ['scripts/buffer.mjs'],
    chunkNames: '[name]-[hash]',
    metafile: true,
    logLevel: 'warning',
  });
  const { exports } = Object.values(metafile.outputs).find(({ entryPoint }) => entryPoint !== undefined);
  const functions = exports.filter(name => /^[a-z]/.test(name)).sort();
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
  writeFileSync(join(folder, 'index.cjs'), forRequire(functions));
  writeFileSync(join(folder, 'index.d.cts'), typesForRequire(functions));
  writeTypes(join(folder, 'types'), scratch);
  return Object.keys(metafile.inputs);
}

/** What `require` gives: the functions, of which each loads the modules when it is called. */
function forRequire(functions) {
  return `'use strict';
const later = name => async (...parameters) => (await import('./index.js'))[name](...parameters);
module.exports = { ${functions.map(name => `${name}: later('${name}')`).join(', ')} };
`;
}

function typesForRequire(functions) {
  const modules = `'./types/${ENTRY}.js' with { 'resolution-mode': 'import' }`;
  return `import type * as library from ${modules};
export type * from ${modules};
${functions.map(name => `export declare const ${name}: typeof library.${name};\n`).join('')}`;
}

/** Writes the declarations that those of the entry need, and what leads to them from `require`. */
function writeTypes(folder, scratch) {
  const declared = join(scratch, 'types');
  const top = process.cwd();
  const compilerOptions = { declaration: true, emitDeclarationOnly: true, rootDir: top, outDir: declared };
  const files = [join(top, `src/${ENTRY}.ts`), join(top, 'src/lint/node-forge.d.ts')];
  const project = join(scratch, 'tsconfig.json');
  const typeRoots = [join(top, 'node_modules/@types')];
  const extended = { extends: join(top, 'tsconfig.json'), include: [], files };
  writeFileSync(project, JSON.stringify({ ...extended, compilerOptions: { ...compilerOptions, typeRoots } }));
  execFileSync('node_modules/.bin/tsc', ['-p', project], { stdio: ['ignore', 'inherit', 'inherit'] });
  const written = new Set();
  const open = [`${ENTRY}.d.ts`];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (written.has(path)) continue;
    written.add(path);
    const text = readFileSync(join(declared, 'src', path), 'utf8');
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(
      target,
      text.replaceAll(/(from '|import\(')([^']+)\.ts'/g, (_, before, specifier) => {
        open.push(`${posix.join(posix.dirname(path), specifier)}.d.ts`);
        return `${before}${specifier}.js'`;
      }),
    );
  }
  return [...written].sort();
}
