import { describe, expect, test } from '@jest/globals';
import { reportOn } from '../linted.ts';

const CHART = { 'chart/Chart.yaml': 'name: chart\nversion: 1.0.0\n' };

/** What the findings in a template of a chart point at, each with what its fix writes. */
function foundIn(url: string): readonly (readonly string[])[] {
  const text = `apiVersion: v1
kind: ConfigMap
metadata: {name: prometheus}
data:
  prometheus.yml: |
    remote_write:
    - url: ${url}
`;
  const { findings } = reportOn({ ...CHART, 'chart/templates/config.yaml': text });
  return findings
    .filter(({ ruleId }) => ruleId === 'secret-in-url')
    .map(({ at, fix }) => [at.file.text.slice(at.start, at.end), ...(fix?.edits ?? []).map(edit => edit.text.trim())]);
}

describe('the secret of a URL that a template puts something in is found where it stands', () => {
  test.each([
    ['behind an action', 'https://{{ .Values.host }}/write?token=hunter2'],
    ['in quotes', '"https://{{ .Values.host }}/write?token=hunter2"'],
    ['with a comment behind it', 'https://{{ .Values.host }}/write?token=hunter2 # a comment'],
    ['between two actions', 'https://{{ .Values.user }}:hunter2@{{ .Values.host }}/write'],
  ])('%s', (_, url) => {
    expect(foundIn(url).map(([at]) => at)).toEqual(['hunter2']);
  });
});

test('a user whom a template puts in is not written down as the one that stands for it', () => {
  expect(foundIn('https://{{ .Values.user }}:hunter2@mimir/write')).toEqual([['hunter2']]);
  const [[, ...texts] = []] = foundIn('https://prometheus:hunter2@{{ .Values.host }}/write');
  expect(texts.join('\n')).toContain('username: prometheus');
});
