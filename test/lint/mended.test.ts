import { expect, test } from '@jest/globals';
import { mended, type FixChoice, type Mended } from '../../src/lint/mended.ts';
import { DEFAULT_CONFIGURATION } from '../../src/policy/configuration.ts';
import { EXAMPLE_NOW, type Rule } from '../../src/rules/rule.ts';
import { literal } from '../../src/text/written.ts';
import { treeOf, type Files } from '../tree.ts';

interface Renaming {
  readonly from: string;
  readonly to?: string;
  readonly isSafe?: boolean;
  readonly ruleId?: string;
}

/** A rule that does not like a server name, and has another one for it. */
function renaming({ from, to, isSafe = true, ruleId = `not-${from}` }: Renaming): Rule {
  return {
    id: ruleId,
    severity: 'warning',
    summary: `A server is called ${from}`,
    explanation: 'For these tests alone.',
    bad: {},
    good: {},
    *check({ clients }) {
      for (const { path, tls } of clients) {
        const name = literal(tls?.serverName);
        if (name?.value !== from) continue;
        const fix = { title: `call it ${to}`, edits: [{ at: name.span, text: to ?? '' }], isSafe };
        yield {
          at: name.span,
          subject: { path, kind: 'name' },
          message: `${from} is no name`,
          ...(to === undefined ? {} : { fix }),
        };
      }
    },
  };
}

function jobs(...names: readonly string[]): string {
  const each = names.map((name, at) => `  - { job_name: j${at}, tls_config: { server_name: ${name} } } # ${at}\n`);
  return `scrape_configs:\n${each.join('')}`;
}

function mendedBy(renamings: readonly Renaming[], files: Files, choice: FixChoice = 'safe'): Mended {
  const rules = renamings.map(renaming);
  return mended({ files: treeOf(files), configuration: DEFAULT_CONFIGURATION, now: EXAMPLE_NOW, rules }, choice);
}

function idsOf(findings: Mended['made']): readonly string[] {
  return findings.map(({ ruleId }) => ruleId);
}

function outcomeOf(
  renamings: readonly Renaming[],
  names: readonly string[],
  choice?: FixChoice,
): { readonly text: string | undefined; readonly made: readonly string[]; readonly refused: readonly string[] } {
  const { files, made, refused } = mendedBy(renamings, { 'prometheus.yml': jobs(...names) }, choice);
  return { text: files[0]?.after, made: idsOf(made), refused: idsOf(refused) };
}

test.each([
  {
    what: 'every safe fix is made, and the rest of the text stands as it was',
    renamings: [{ from: 'a', to: 'b' }],
    names: ['a', 'x', 'a'],
    want: { text: jobs('b', 'x', 'b'), made: ['not-a', 'not-a'], refused: [] },
  },
  {
    what: 'what a fix brings is mended too',
    renamings: [
      { from: 'a', to: 'b', ruleId: 'same' },
      { from: 'x', to: 'y', ruleId: 'other' },
    ],
    names: ['a', 'x'],
    want: { text: jobs('b', 'y'), made: ['same', 'other'], refused: [] },
  },
  {
    what: 'a fix that brings another finding is not made, and those beside it are',
    renamings: [{ from: 'a', to: 'b' }, { from: 'b' }, { from: 'x', to: 'y' }],
    names: ['x', 'a', 'x', 'x'],
    want: { text: jobs('y', 'a', 'y', 'y'), made: ['not-x', 'not-x', 'not-x'], refused: ['not-a'] },
  },
  {
    what: 'a fix that leaves its finding there is not made',
    renamings: [{ from: 'a', to: "'a'" }],
    names: ['a'],
    want: { text: undefined, made: [], refused: ['not-a'] },
  },
  {
    what: 'of two fixes for one place the first is made, and the other is no longer needed',
    renamings: [
      { from: 'a', to: 'b', ruleId: 'first' },
      { from: 'a', to: 'c', ruleId: 'second' },
    ],
    names: ['a'],
    want: { text: jobs('b'), made: ['first'], refused: [] },
  },
  {
    what: 'of two fixes for one place the second is made where the first breaks something',
    renamings: [
      { from: 'a', to: '[', ruleId: 'first' },
      { from: 'a', to: 'c', ruleId: 'second' },
    ],
    names: ['a'],
    want: { text: jobs('c'), made: ['second'], refused: [] },
  },
  {
    what: 'two rules that ask for the same edit are both served by it',
    renamings: [
      { from: 'a', to: 'b', ruleId: 'first' },
      { from: 'a', to: 'b', ruleId: 'second' },
    ],
    names: ['a'],
    want: { text: jobs('b'), made: ['first', 'second'], refused: [] },
  },
  {
    what: 'an unsafe fix waits until it is asked for',
    renamings: [{ from: 'a', to: 'b', isSafe: false }],
    names: ['a'],
    want: { text: undefined, made: [], refused: [] },
  },
  {
    what: 'an unsafe fix is made when it is asked for',
    renamings: [{ from: 'a', to: 'b', isSafe: false }],
    names: ['a'],
    choice: 'all' as const,
    want: { text: jobs('b'), made: ['not-a'], refused: [] },
  },
])('$what', ({ renamings, names, choice, want }) => {
  expect(outcomeOf(renamings, names, choice)).toEqual(want);
});

test('a fix after which a file can no longer be read is not made', () => {
  const { files, refused, report } = mendedBy([{ from: 'a', to: '"' }], { 'prometheus.yml': jobs('a') });
  expect(files).toEqual([]);
  expect(refused.map(({ ruleId }) => ruleId)).toEqual(['not-a']);
  expect(report.unread).toEqual([]);
});

test('the reports say what was wrong before and what still is', () => {
  const { before, report } = mendedBy([{ from: 'a', to: 'b' }, { from: 'x' }], { 'prometheus.yml': jobs('a', 'x') });
  expect(before.findings.map(({ ruleId }) => ruleId)).toEqual(['not-a', 'not-x']);
  expect(report.findings.map(({ ruleId }) => ruleId)).toEqual(['not-x']);
});

test('the default of a chart is mended where it stands, and its template is read anew', () => {
  const chart = {
    'chart/Chart.yaml': 'name: shop\n',
    'chart/values.yaml': 'server: a\n',
    'chart/templates/config.yaml': `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: shop }
spec:
  endpoints:
    - port: https
      tlsConfig: { serverName: {{ .Values.server }} }
`,
  };
  const { files, report } = mendedBy([{ from: 'a', to: 'b' }], chart);
  expect(files).toEqual([{ path: 'chart/values.yaml', before: 'server: a\n', after: 'server: b\n' }]);
  expect(report.findings).toEqual([]);
});

test.each(['utf-16le', 'utf-16be', 'utf-8'] as const)('text in %s with a byte order mark stays readable', encoding => {
  const text = `\uFEFF${jobs('a', 'x')}`;
  const bytes = encoding === 'utf-8' ? Buffer.from(text) : Buffer.from(text, 'utf16le');
  const { files, report } = mendedBy([{ from: 'a', to: 'b' }], {
    'prometheus.yml': encoding === 'utf-16be' ? bytes.swap16() : bytes,
  });
  expect(files).toEqual([{ path: 'prometheus.yml', before: jobs('a', 'x'), after: jobs('b', 'x') }]);
  expect(report.unread).toEqual([]);
  expect(report.findings).toEqual([]);
});

function jobNamedBy(field: string): string {
  return `scrape_configs:\n  - { ${field}: j, tls_config: { server_name: a } }\n`;
}

test('what is found in the same characters is not new because the path to them is called otherwise', () => {
  const misspelt: Rule = {
    ...renaming({ from: 'a', to: 'b' }),
    id: 'misspelt',
    *check({ clients }) {
      for (const { path, tls } of clients) {
        const at = literal(tls?.serverName)?.span;
        const start = at?.file.text.indexOf('name_of_job') ?? -1;
        if (at === undefined || start < 0) continue;
        const name = { ...at, start, end: start + 'name_of_job'.length };
        const fix = { title: 'call it job_name', edits: [{ at: name, text: 'job_name' }], isSafe: true };
        yield { at: name, subject: { path, kind: 'field' }, message: 'it is misspelt', fix };
      }
    },
  };
  const rules = [misspelt, renaming({ from: 'a' })];
  const { files, report } = mended(
    {
      files: treeOf({ 'prometheus.yml': jobNamedBy('name_of_job') }),
      configuration: DEFAULT_CONFIGURATION,
      now: EXAMPLE_NOW,
      rules,
    },
    'safe',
  );
  expect(files[0]?.after).toBe(jobNamedBy('job_name'));
  expect(report.findings.map(({ ruleId, subject }) => `${ruleId} at ${subject.path}`)).toEqual([
    'not-a at scrape_configs[j]',
  ]);
});
