// Stands in for `@jest/globals` where tests run without Jest: all files in one process, each test alone and as often as
// one likes. It has what the tests of the engine use; a file that asks for more does not load, and is left out.
export { expect } from 'expect';

/** What a test does; it fails where it throws. */
export type TestBody = () => unknown;

/** A test of the file that was loaded last, named with the groups it stands in. */
export interface CollectedTest {
  readonly name: string;
  readonly body: TestBody;
}

let collected: CollectedTest[] = [];
let groups: readonly string[] = [];

/** The tests that files have brought since the last time it was asked. */
export function takeCollected(): readonly CollectedTest[] {
  const taken = collected;
  collected = [];
  return taken;
}

type Row = unknown;
type RowBody = (...values: readonly unknown[]) => unknown;

function collect(name: string, body: TestBody): void {
  collected.push({ name: [...groups, name].join(' › '), body });
}

function collectGroup(name: string, body: () => void): void {
  groups = [...groups, name];
  body();
  groups = groups.slice(0, -1);
}

// A row that is no list is the one value of its test. The number tells rows apart whose names are the same.
function forEachRow(add: (name: string, body: () => unknown) => void) {
  return (rows: readonly Row[]) =>
    (name: string, body: RowBody): void => {
      rows.forEach((row, index) => {
        const values: readonly unknown[] = Array.isArray(row) ? row : [row];
        add(`${rowName(name, values)} #${index + 1}`, () => body(...values));
      });
    };
}

// `$id` is a field of the first value; of `%s` and the like, the first is enough to tell what the test is about.
function rowName(name: string, [first]: readonly unknown[]): string {
  const fields = typeof first === 'object' && first !== null ? Object.entries(first) : [];
  const named = fields.reduce((text, [field, value]) => text.replace(`$${field}`, () => String(value)), name);
  return named.replace(/%[a-z]/, String(first));
}

export const test = Object.assign(collect, { each: forEachRow(collect) });
export const describe = Object.assign(collectGroup, { each: forEachRow((name, body) => collectGroup(name, body)) });
