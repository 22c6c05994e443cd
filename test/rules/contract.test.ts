import { describe, expect, test } from '@jest/globals';
import { exampleConfiguration } from '../../src/edge/cli/rule-page.ts';
import { ENGINE_RULES } from '../../src/findings/engine-rules.ts';
import type { Finding } from '../../src/findings/finding.ts';
import type { Report } from '../../src/findings/report.ts';
import { lint } from '../../src/lint/lint.ts';
import { textOf } from '../../src/parse/encoding.ts';
import { DEFAULT_CONFIGURATION, type Configuration } from '../../src/policy/configuration.ts';
import { rangeOf } from '../../src/report/position.ts';
import { RULES } from '../../src/rules/index.ts';
import { EXAMPLE_NOW, type Rule } from '../../src/rules/rule.ts';
import { faultsOfFix } from '../fixes.ts';
import { foundIn, wantedIn } from '../marks.ts';
import { treeOf, type Files } from '../tree.ts';
import { encodedFiles, ENCODINGS } from './encodings.ts';
import { secretTextsOf, shownSecrets } from './shown-secrets.ts';
import { withValuesTemplated } from './templated.ts';

const CONFIGURATION = '.promsec.yml';

function reportOn(files: Files, rules: readonly Rule[]): Report {
  const configuration = { ...configurationIn(files), pedantic: true };
  return lint({ files: treeOf(files), configuration, now: EXAMPLE_NOW, rules });
}

/** What an example brings along, in whatever encoding. */
function configurationIn({ [CONFIGURATION]: file = '' }: Files): Configuration {
  const decoding = typeof file === 'string' ? { text: file } : textOf(file);
  return 'text' in decoding && decoding.text !== ''
    ? exampleConfiguration({ [CONFIGURATION]: decoding.text })
    : DEFAULT_CONFIGURATION;
}

/** What has to stay the same when the text is written otherwise. */
function essence({ ruleId, severity, message, fingerprint, at }: Finding): object {
  return { ruleId, severity, message, fingerprint, path: at.file.path, line: rangeOf(at).line };
}

/** The bad examples of all rules as one repository, each in a folder of its own. */
const ALL_BAD: Readonly<Record<string, string>> = Object.fromEntries(
  RULES.flatMap(rule => Object.entries(rule.bad).map(([path, text]) => [`${rule.id}/${path}`, text])),
);

test('rules have ids in kebab case, each its own, in alphabetical order', () => {
  const ids = RULES.map(rule => rule.id);
  expect(ids).toEqual([...new Set(ids)].sort());
  expect(ids.filter(id => !/^[a-z]+(?:-[a-z]+)*$/.test(id))).toEqual([]);
  expect(ids.filter(id => ENGINE_RULES.some(rule => rule.id === id))).toEqual([]);
});

describe.each(RULES.map(rule => ({ id: rule.id, rule })))('$id', ({ rule }) => {
  const alone = reportOn(rule.bad, [rule]);
  const messages = alone.findings.map(({ message }) => message);
  const texts = Object.values(rule.bad).join('\n');

  test('has a summary without a full stop and an explanation in paragraphs', () => {
    expect(rule.summary).toMatch(/^\p{Lu}.*[^.!?\s]$/u);
    expect(rule.explanation).toMatch(/^\S.*[.:]/s);
    expect(rule.explanation.trim()).toBe(rule.explanation);
    expect(rule.milderSeverity).not.toBe(rule.severity);
  });

  test('finds what its bad example marks, run alone', () => {
    const wanted = wantedIn(rule.bad);
    expect(wanted.length).toBeGreaterThan(0);
    expect(foundIn(alone)).toEqual(wanted);
  });

  test('is the only rule that its bad example breaks', () => {
    expect(foundIn(reportOn(rule.bad, RULES))).toEqual(wantedIn(rule.bad));
  });

  test('and every other rule are silent on its good example', () => {
    expect(wantedIn(rule.good)).toEqual([]);
    expect(foundIn(reportOn(rule.good, RULES))).toEqual([]);
  });

  test('points at characters that stand in the file', () => {
    const places = alone.findings.flatMap(({ at, related }) => [at, ...related.map(other => other.at)]);
    for (const { file, start, end, exact } of places) {
      expect(rule.bad[file.path]).toBe(file.text);
      expect(file.text.slice(start, end).trim()).not.toBe('');
      expect(end).toBeLessThanOrEqual(file.text.length);
      expect(exact).toBe(true);
    }
  });

  test('has fixes that mend what they say and break nothing', () => {
    const whole = reportOn(rule.bad, RULES);
    const lintAgain = (files: Files): Report => reportOn(files, RULES);
    expect(whole.findings.flatMap(finding => faultsOfFix(finding, rule.bad, whole, lintAgain))).toEqual([]);
  });

  test('speaks in one sentence of the house', () => {
    for (const message of messages) {
      expect(message).toMatch(/^[^\n\r]*[^\s.!?:;,]$/);
      expect(message).not.toMatch(/[.!?]\s+\p{Lu}/u);
      const [first = ''] = message.split(' ');
      expect(first === first.toLowerCase() || texts.includes(first)).toBe(true);
    }
  });

  test('shows no secret in any output', () => {
    expect(shownSecrets(alone)).toEqual([]);
    expect(shownSecrets(reportOn(rule.bad, RULES))).toEqual([]);
  });

  const silence = rule.judgesKeysAlone === true ? 'the same' : 'nothing';
  test(`says ${silence} of values that a template puts in`, () => {
    const wanted = rule.judgesKeysAlone === true ? wantedIn(rule.bad) : [];
    const { [CONFIGURATION]: configuration, ...files } = rule.bad;
    const kept = configuration === undefined ? {} : { [CONFIGURATION]: configuration };
    expect(foundIn(reportOn({ ...withValuesTemplated(files), ...kept }, RULES))).toEqual(wanted);
  });

  test('says the same whatever the order of the files', () => {
    const backwards = Object.fromEntries(Object.entries(rule.bad).toReversed());
    expect(reportOn(backwards, [rule]).findings.map(essence)).toEqual(alone.findings.map(essence));
  });

  test.each(ENCODINGS)('says the same of a text with $name', encoding => {
    const encoded = reportOn(encodedFiles(rule.bad, encoding), [rule]);
    expect(encoded.findings.map(essence)).toEqual(alone.findings.map(essence));
    expect(shownSecrets(encoded)).toEqual([]);
    expect(reportOn(encodedFiles(rule.good, encoding), RULES).findings).toEqual([]);
  });
});

test('the examples hold secrets, so that their absence from the outputs means something', () => {
  expect(secretTextsOf(reportOn(ALL_BAD, RULES)).length).toBeGreaterThan(5);
});

describe('a rule that throws', () => {
  const [secret = ''] = secretTextsOf(reportOn(ALL_BAD, RULES));
  const broken: Rule = {
    id: 'broken',
    severity: 'error',
    summary: 'A rule that breaks',
    explanation: 'It breaks.',
    bad: {},
    good: {},
    check() {
      throw new TypeError(`cannot read ${secret}`);
    },
  };
  const whole = reportOn(ALL_BAD, RULES);
  const report = reportOn(ALL_BAD, [broken, ...RULES]);
  const mistakes = report.findings.filter(finding => finding.ruleId === 'internal-error');

  test('becomes one finding that names it', () => {
    expect(mistakes.map(({ severity, message }) => [severity, message])).toEqual([
      ['error', expect.stringContaining('the rule broken')],
    ]);
  });

  test('costs the other rules nothing', () => {
    const others = report.findings.filter(finding => finding.ruleId !== 'internal-error');
    expect(others.map(essence)).toEqual(whole.findings.map(essence));
  });

  test('does not get to say what it read', () => {
    expect(secret).not.toBe('');
    expect(shownSecrets(report)).toEqual([]);
  });
});
