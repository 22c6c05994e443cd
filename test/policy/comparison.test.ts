import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Finding, Severity } from '../../src/findings/finding.ts';
import { fingerprintOf } from '../../src/findings/fingerprint.ts';
import { subtracted, type Change } from '../../src/policy/comparison.ts';
import { SourceFile } from '../../src/text/source.ts';

const UNCHANGED: Change = { pathInBase: path => path, isOnChangedLine: () => false };

interface Sketch {
  readonly path?: string;
  readonly subject?: string;
  readonly text?: string;
  readonly severity?: Severity;
}

/** A finding for the text of a file as far as the first line feed. */
function finding({ path = 'a.yml', subject = 'job', text = 'true', severity = 'error' }: Sketch): Finding {
  const about = { path: subject, kind: 'value' };
  return {
    at: new SourceFile(path, text).span(0, `${text}\n`.indexOf('\n')),
    subject: about,
    message: '',
    ruleId: 'x',
    severity,
    related: [],
    state: 'new',
    fingerprint: fingerprintOf('x', about),
  };
}

function keyOf(content: string, indent = ''): string {
  return ['-----BEGIN PRIVATE KEY-----', content, content, '-----END PRIVATE KEY-----'].join(`\n${indent}`);
}

const rows: readonly (readonly [
  what: string,
  head: readonly Sketch[],
  base: readonly Sketch[],
  brought: number,
  gone: number,
])[] = [
  ['the same on both sides', [{}], [{}], 0, 0],
  ['one more of the same', [{}, {}], [{}], 1, 0],
  ['one less of the same', [{}], [{}, {}], 0, 1],
  ['about something else', [{ subject: 'other' }], [{}], 1, 1],
  ['the same with another text', [{ text: 'yes' }], [{}], 0, 0],
  ['the same in another file', [{ path: 'b.yml' }], [{}], 0, 0],
  ['the same in another file with another text', [{ path: 'b.yml', text: 'yes' }], [{}], 1, 1],
  ['two in another file of which one was there', [{ path: 'b.yml' }, { path: 'b.yml' }], [{}], 1, 0],
  ['about a file as a whole, in another file', [{ path: 'b.yml', text: '' }], [{ text: '' }], 1, 1],
  ['another key in another file', [{ path: 'b.key', text: keyOf('b') }], [{ text: keyOf('a') }], 1, 1],
  ['the same key in another file', [{ path: 'b.yml', text: keyOf('a', '  ') }], [{ text: keyOf('a') }], 0, 0],
  ['better than before', [{ severity: 'warning' }], [{}], 0, 0],
  ['worse than before', [{}], [{ severity: 'warning' }], 1, 1],
  ['one as bad and one worse', [{}, { severity: 'warning' }], [{ severity: 'warning' }, {}], 0, 0],
  ['a worse one goes for a better one', [{ severity: 'note' }, {}], [{}, { severity: 'warning' }], 0, 0],
];

for (const [what, head, base, brought, gone] of rows) {
  test(`what is new: ${what}`, () => {
    const result = subtracted(head.map(finding), base.map(finding), UNCHANGED);
    expect({ brought: result.brought.size, gone: result.gone }).toEqual({ brought, gone });
  });
}

test('a file that is renamed is paired with what it was', () => {
  const change = { ...UNCHANGED, pathInBase: (path: string) => (path === 'new.yml' ? 'old.yml' : path) };
  const head = [finding({ path: 'new.yml', text: 'yes' })];
  expect(subtracted(head, [finding({ path: 'old.yml' })], change)).toEqual({ brought: new Set(), gone: 0 });
});

test('of two of the same the one on a changed line is the new one', () => {
  const head = [finding({}), finding({}), finding({})];
  const [, second] = head;
  const change = { ...UNCHANGED, isOnChangedLine: (candidate: Finding) => candidate === second };
  expect(subtracted(head, [finding({}), finding({})], change).brought).toEqual(new Set([second]));
});

test('as many are new as the head has more, whatever their order', () => {
  const sketch = fc.record({
    path: fc.constantFrom('a.yml', 'b.yml'),
    subject: fc.constantFrom('one', 'two'),
    severity: fc.constantFrom<Severity>('error', 'warning'),
  });
  const side = fc.array(sketch, { maxLength: 12 });
  const property = fc.property(side, side, fc.integer(), (head, base, rotation) => {
    const [ofHead, ofBase] = [head.map(finding), base.map(finding)];
    const { brought, gone } = subtracted(ofHead, ofBase, UNCHANGED);
    expect(ofHead.length - brought.size).toBe(ofBase.length - gone);
    const at = ofHead.length === 0 ? 0 : Math.abs(rotation) % ofHead.length;
    const rotated = [...ofHead.slice(at), ...ofHead.slice(0, at)];
    const again = subtracted(rotated, ofBase.toReversed(), UNCHANGED);
    if (ofHead.every(({ severity }) => severity === 'error')) expect(again.brought.size).toBe(brought.size);
    expect(subtracted(ofHead, ofHead, UNCHANGED)).toEqual({ brought: new Set(), gone: 0 });
    expect(subtracted(ofHead, [], UNCHANGED).brought.size).toBe(ofHead.length);
  });
  fc.assert(property, { seed: 8, numRuns: 500 });
});

test('100,000 of the same are compared at once', () => {
  const many = Array.from({ length: 100_000 }, () => finding({}));
  const start = performance.now();
  expect(subtracted(many, many.slice(1), UNCHANGED).brought.size).toBe(1);
  expect(performance.now() - start).toBeLessThan(2000);
});
