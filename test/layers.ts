import { isBuiltin } from 'node:module';
import { posix } from 'node:path';

/** Source files by their path from the top of the repository. */
export type Sources = ReadonlyMap<string, string>;

/** What each room of src/ may import besides itself; `src/edge/` and `src/index.ts` may import anything. */
const ROOMS: ReadonlyMap<string, readonly string[]> = new Map([
  ['text', []],
  ['parse', ['text']],
  ['documents', ['text', 'parse']],
  ['model', ['text', 'parse', 'documents']],
  ['trust', ['text', 'parse', 'model']],
  ['findings', ['text']],
  ['rules', ['text', 'model', 'trust', 'findings']],
  ['policy', ['text', 'parse', 'findings']],
  ['report', ['text', 'findings']],
  ['lint', ['text', 'parse', 'documents', 'model', 'trust', 'findings', 'rules', 'policy', 'report']],
  ['library', ['text', 'parse', 'findings', 'rules', 'policy', 'report', 'lint']],
]);
const OPEN_ROOMS: ReadonlySet<string> = new Set(['edge', 'index']);

/** Modules of Node that compute and nothing else; all others touch the world. */
const PURE_MODULES: ReadonlySet<string> = new Set(['buffer', 'crypto', 'path', 'path/posix', 'url', 'util', 'zlib']);

/**
 * Globals through which the world is reached without an import. A pure module may be loaded late: see
 * src/parse/node-platform.ts.
 */
const WORLD =
  /(?<![\w./'-])(?:process(?!\.getBuiltinModule\('node:(?:buffer|crypto|tls|zlib)'\))(?:\??\.\w+|\[)|Date\.now\(|new Date\(\s*\)|performance\.now\(|fetch\()/g;

const IMPORT = /(?:^\s*(?:import|export)\b[^'";]*?\bfrom|^\s*import|\bimport\()\s*['"]([^'"]+)['"]/gm;

const GENERATED = /^(?:\/\/|\/\*).*\bgenerated\b/i;
const EMPTY_NAME = /(?:^|\/)(utils?|helpers?|managers?|common|misc|types)(?=[./]|$)/;
const LINE_LIMIT = 300;

/**
 * The places where source files leave the walls of the design, each as one sentence that names the file and what it
 * does: a room that is not on the map, an import up the rooms, the world touched outside of src/edge/, a circle of
 * imports, a file that is too long, a name that says nothing.
 */
export function wallFaults(sources: Sources): readonly string[] {
  const rooms = [...sources].filter(([file]) => file.startsWith('src/'));
  const closed = rooms.filter(([file]) => !OPEN_ROOMS.has(roomOf(file)));
  return [
    ...closed.flatMap(([file]) => unknownRoom(file)),
    ...closed.flatMap(([file, text]) => importsOf(text).flatMap(to => strayImport(file, to))),
    ...closed.flatMap(([file, text]) => worldAccess(file, text)),
    ...circles(new Map(rooms.map(([file, text]) => [file, importsOf(text).map(to => targetOf(file, to))]))),
    ...[...sources].flatMap(([file, text]) => excessLength(file, text)),
    ...[...sources.keys()].flatMap(emptyName),
  ];
}

function roomOf(file: string): string {
  return /^src\/([^/.]+)/.exec(file)?.[1] ?? '';
}

function importsOf(text: string): readonly string[] {
  return [...text.matchAll(IMPORT)].flatMap(([, specifier]) => specifier ?? []);
}

function targetOf(file: string, specifier: string): string {
  return specifier.startsWith('.') ? posix.join(posix.dirname(file), specifier) : specifier;
}

function unknownRoom(file: string): readonly string[] {
  return ROOMS.has(roomOf(file)) ? [] : [`${file} lies in ${roomOf(file)}, which is no room of the design`];
}

function strayImport(file: string, specifier: string): readonly string[] {
  const fault = specifier.startsWith('.') ? roomFault(file, specifier) : moduleFault(specifier);
  return fault === undefined ? [] : [`${file} imports ${specifier}: ${fault}`];
}

function roomFault(file: string, specifier: string): string | undefined {
  const room = roomOf(file);
  const below = ROOMS.get(room) ?? [];
  if ([room, ...below].includes(roomOf(targetOf(file, specifier)))) return undefined;
  return `${room} may import ${below.join(', ') || 'nothing'}`;
}

function moduleFault(specifier: string): string | undefined {
  const touchesWorld = isBuiltin(specifier)
    ? !PURE_MODULES.has(specifier.replace('node:', ''))
    : specifier.startsWith('@actions/');
  return touchesWorld ? 'only src/edge/ touches the world' : undefined;
}

function worldAccess(file: string, text: string): readonly string[] {
  return [...text.matchAll(WORLD)].map(([use]) => `${file} uses ${use}: only src/edge/ touches the world`);
}

function circles(imports: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const found: string[] = [];
  const finished = new Set<string>();
  const follow = (file: string, trail: readonly string[]): void => {
    if (trail.includes(file)) {
      found.push([...trail.slice(trail.indexOf(file)), file].join(' -> '));
    } else if (!finished.has(file)) {
      for (const next of imports.get(file) ?? []) follow(next, [...trail, file]);
      finished.add(file);
    }
  };
  for (const file of imports.keys()) follow(file, []);
  return found.map(circle => `imports run in a circle: ${circle}`);
}

function excessLength(file: string, text: string): readonly string[] {
  const lines = text.replace(/\n$/, '').split('\n').length;
  if (lines <= LINE_LIMIT || GENERATED.test(text)) return [];
  return [`${file} has ${lines} lines, more than ${LINE_LIMIT}: which second subject lives in it?`];
}

function emptyName(file: string): readonly string[] {
  const name = EMPTY_NAME.exec(file)?.[1];
  return name === undefined ? [] : [`${file} is named ${name}: name it for its subject`];
}
