import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { posix } from 'node:path';

const ENTRY = 'src/library/index.ts';

/** The files of the library that name a module of Node, and why each may. */
const OF_NODE: ReadonlyMap<string, string> = new Map([
  ['src/parse/node-platform.ts', 'it is what Node computes natively, and in a browser another one is asked'],
]);

const IMPORT = /(?:^\s*(?:import|export)\b([^'";]*?)\bfrom|^\s*import|\bimport\()\s*['"]([^'"]+)['"]/gm;

interface Import {
  readonly specifier: string;
  /** True where nothing is left of it when it runs. */
  readonly isOfTypes: boolean;
}

function importsOf(text: string): readonly Import[] {
  return [...text.matchAll(IMPORT)].map(([, names = '', specifier = '']) => ({
    specifier,
    isOfTypes: /^\s*type\b/.test(names),
  }));
}

/** The text of every source file that an import of the library may load, by path. */
function sourcesOfLibrary(): ReadonlyMap<string, string> {
  const sources = new Map<string, string>();
  const open = [ENTRY];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (sources.has(path) || path.includes('/validators/')) continue; // made by the build of facts, which import nothing
    const text = readFileSync(path, 'utf8');
    sources.set(path, text);
    for (const { specifier, isOfTypes } of importsOf(text)) {
      if (specifier.startsWith('.') && !isOfTypes) open.push(posix.join(posix.dirname(path), specifier));
    }
  }
  return sources;
}

const sources = sourcesOfLibrary();

test('the library is the engine and nothing of the edge', () => {
  const rooms = new Set([...sources.keys()].map(path => path.split('/')[1] ?? ''));
  const engine = ['text', 'parse', 'documents', 'model', 'trust', 'findings', 'rules', 'policy', 'report', 'lint'];
  expect([...rooms].sort()).toEqual([...engine, 'library'].sort());
});

test('no file of the library imports a module of Node', () => {
  const importing = [...sources].flatMap(([path, text]) =>
    importsOf(text)
      .filter(({ specifier, isOfTypes }) => isBuiltin(specifier) && !isOfTypes)
      .map(({ specifier }) => `${path} imports ${specifier}`),
  );
  expect(importing).toEqual([]);
});

test('only the files that may load a module of Node do', () => {
  const loading = [...sources].filter(([, text]) => /\b(?:process\??\.|process\[|require\()/.test(codeOf(text)));
  expect(loading.map(([path]) => path)).toEqual([...OF_NODE.keys()]);
});

/** A source without the lines that are comments. */
function codeOf(text: string): string {
  return text.replaceAll(/^\s*(?:\/?\*|\/\/).*$/gm, '');
}

test('the library needs these packages, which its build puts into it', () => {
  const packages = [...sources.values()]
    .flatMap(importsOf)
    .filter(({ specifier, isOfTypes }) => !specifier.startsWith('.') && !isOfTypes)
    .map(({ specifier }) => /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? '');
  const known = ['@noble/curves', '@noble/hashes', 'bcryptjs', 'fflate', 'node-forge', 'picomatch', 'yaml'];
  expect([...new Set(packages)].sort()).toEqual(known);
});
