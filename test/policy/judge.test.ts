import { expect, test } from '@jest/globals';
import type { EngineRule } from '../../src/findings/engine-rules.ts';
import { GlobSet } from '../../src/policy/glob-set.ts';
import { DEFAULT_CONFIGURATION, type Configuration } from '../../src/policy/configuration.ts';
import { judge, type RuleProblem } from '../../src/policy/judge.ts';
import { selectionOf } from '../../src/policy/selection.ts';
import { SourceFile } from '../../src/text/source.ts';

const NOW = new Date('2026-11-20T00:00:00Z');
const first = new SourceFile('a/first.yml', '\na: 1\nb: 2\nc: 3\n');
const second = new SourceFile('b.yml', 'a: 1');

function ruleNamed(id: string, isOfTwoSeverities = false): EngineRule {
  const milder = isOfTwoSeverities ? { milderSeverity: 'warning' as const } : {};
  return { id, severity: 'error', ...milder, summary: '', explanation: '' };
}

interface Place {
  readonly rule?: EngineRule;
  readonly file?: SourceFile;
  readonly start?: number;
  readonly end?: number;
  readonly path?: string;
  readonly isMilder?: boolean;
}

function problem({
  rule = ruleNamed('x'),
  file = first,
  start = 1,
  end = start + 1,
  path = 'p',
  isMilder,
}: Place): RuleProblem {
  const subject = { path, kind: 'value' };
  return {
    rule,
    problem: { at: file.span(start, end), subject, message: '', ...(isMilder === true ? { isMilder } : {}) },
  };
}

/** The findings as `path:start-end rule severity`. */
function judged(problems: readonly RuleProblem[], settings: Partial<Configuration> = {}): readonly string[] {
  const selection = selectionOf({ ...DEFAULT_CONFIGURATION, ...settings });
  const { findings } = judge(problems, { selection, comments: [], ranIds: new Set(), allIds: [], now: NOW });
  return findings.map(({ at, ruleId, severity }) => `${at.file.path}:${at.start}-${at.end} ${ruleId} ${severity}`);
}

const both = [problem({}), problem({ rule: ruleNamed('y', true), start: 6, isMilder: true })];

const severities: readonly (readonly [string, Partial<Configuration>, readonly string[]])[] = [
  [
    'a problem has the severity of its rule, and a milder one the milder',
    {},
    ['a/first.yml:1-2 x error', 'a/first.yml:6-7 y warning'],
  ],
  ['a rule that is off finds nothing', { rules: { x: 'off' } }, ['a/first.yml:6-7 y warning']],
  [
    'a level holds for the milder case too',
    { rules: { y: 'note' } },
    ['a/first.yml:1-2 x error', 'a/first.yml:6-7 y note'],
  ],
  [
    'an override holds for its files, and beats the level',
    {
      rules: { x: 'off', y: 'off' },
      overrides: [
        { files: new GlobSet(['a/']), rules: { y: 'error' } },
        { files: new GlobSet(['b.yml']), rules: { x: 'note' } },
      ],
    },
    ['a/first.yml:6-7 y error'],
  ],
];

test.each(severities)('%s', (_, settings, want) => {
  expect(judged(both, settings)).toEqual(want);
});

test('findings are in the order of file, place and rule, whatever order they are found in', () => {
  const found = [
    problem({ file: second }),
    problem({ start: 6, end: 9 }),
    problem({ rule: ruleNamed('z'), start: 6, end: 8 }),
    problem({ rule: ruleNamed('y'), start: 6, end: 8 }),
    problem({ start: 0, end: 0 }),
  ];
  const want = [
    'a/first.yml:0-0 x error',
    'a/first.yml:6-8 y error',
    'a/first.yml:6-8 z error',
    'a/first.yml:6-9 x error',
    'b.yml:1-2 x error',
  ];
  expect(judged(found)).toEqual(want);
  expect(judged(found.toReversed())).toEqual(want);
});

test('one rule finds a place once, at its worst', () => {
  const rule = ruleNamed('x', true);
  const found = [
    problem({ rule, path: 'first', isMilder: true }),
    problem({ rule, path: 'second' }),
    problem({ rule, file: second }),
  ];
  const want = ['a/first.yml:1-2 x error', 'b.yml:1-2 x error'];
  expect(judged(found)).toEqual(want);
  expect(judged(found.toReversed())).toEqual(want);
});

test('a fingerprint is the same for another line and file, and another for another subject or rule', () => {
  const fingerprints = [{}, { file: second, start: 3 }, { path: 'q' }, { rule: ruleNamed('y') }].map(place => {
    const { findings } = judge([problem(place)], {
      selection: selectionOf(DEFAULT_CONFIGURATION),
      comments: [],
      ranIds: new Set(),
      allIds: [],
      now: NOW,
    });
    return findings[0]?.fingerprint;
  });
  expect(fingerprints[0]).toMatch(/^[0-9a-f]{16}$/);
  expect(fingerprints[1]).toBe(fingerprints[0]);
  expect(new Set(fingerprints).size).toBe(3);
});
