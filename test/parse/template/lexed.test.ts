import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { templateOf } from '../../../src/parse/template/lexed.ts';
import type { TemplateLanguage } from '../../../src/parse/template/template.ts';

const LANGUAGES: readonly TemplateLanguage[] = ['go', 'jinja', 'terraform'];
const DELIMITERS = ['{{', '}}', '{{-', '-}}', '{{/*', '*/}}', '{%', '%}', '{#', '#}', '${', '%{', '$${', '~}'];
const CHARACTERS = ['{', '}', '(', ')', '"', "'", '`', '\\', '\n', ' ', 'a'];
const GO_WORDS = ['$x :=', 'if a', 'else', 'else if b', 'end', 'range .', 'with .', 'define "e"', 'fail'];
const OTHER_WORDS = [
  'elif b',
  'endif',
  'for c in d',
  'endfor',
  'macro f()',
  'endmacro',
  'set g',
  'endset',
  'raw',
  'endraw',
];
const PIECES = [...DELIMITERS, ...CHARACTERS, ...GO_WORDS, ...OTHER_WORDS];
const ANYTHING = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map(pieces => pieces.join('')),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map(pieces => pieces.join(' ')),
  fc.string({ unit: 'binary' }),
);
const SETTINGS = { seed: 20_261_121, numRuns: 2000 };

test.each(LANGUAGES)('the actions of any text in %s stand apart and in order, and hold their code', language => {
  fc.assert(
    fc.property(ANYTHING, text => {
      let last = 0;
      for (const { start, end, code } of templateOf(text, language).actions) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end - start).toBeGreaterThanOrEqual(3);
        expect(text.slice(start, end)).toContain(code);
        last = end;
      }
      expect(last).toBeLessThanOrEqual(text.length);
    }),
    SETTINGS,
  );
});

test.each(LANGUAGES)('the branches of any text in %s lie between their actions, and in those around them', language => {
  fc.assert(
    fc.property(ANYTHING, text => {
      const { actions, branches } = templateOf(text, language);
      const ends = new Set([...actions.map(({ start }) => start), text.length]);
      for (const [index, { block, opening, start, end, parent, ...branch }] of branches.entries()) {
        expect(block.branches[branch.index]).toBe(branches[index]);
        expect(opening.kind).toBe('branch');
        expect(start).toBe(opening.end);
        expect(end).toBeGreaterThanOrEqual(start);
        expect(ends.has(end)).toBe(true);
        expect(block.isExhaustive).toBe(block.branches.slice(1).some(({ condition }) => condition === undefined));
        if (parent !== undefined) {
          expect(branches.indexOf(parent)).toBeLessThan(index);
          expect(parent.start).toBeLessThanOrEqual(opening.start);
          expect(parent.end).toBeGreaterThanOrEqual(end);
        }
      }
    }),
    SETTINGS,
  );
});

// Each would take minutes if what is not closed were searched for from each place that opens something.
test.each<readonly [language: TemplateLanguage, piece: string]>([
  ['go', '{{ '],
  ['go', '{{ "{{" '],
  ['go', '{{/*'],
  ['go', '{{/* */'],
  ['go', '{{`'],
  ['go', '{{if x}}'],
  ['go', '{{end}}{{if x}}{{else}}'],
  ['jinja', '{{ ('],
  ['jinja', '{{ "{{" '],
  ['jinja', '{#'],
  ['jinja', '{% raw %}'],
  ['jinja', '{%   '],
  ['jinja', '{% if x %}{% endfor %}'],
  ['jinja', '{% for x in y %}{% if x %}{% endfor %}'],
  ['terraform', '${'],
  ['terraform', '${"'],
  ['terraform', '${"${a} '],
  ['terraform', '%{if x}%{endfor}'],
])('a megabyte of %s like %j is read in one go', (language, piece) => {
  const text = piece.repeat(2 ** 20 / piece.length);
  const { actions, branches } = templateOf(text, language);
  expect(actions.length).toBeLessThanOrEqual(text.length / 3);
  expect(branches.length).toBeLessThanOrEqual(actions.length);
});
