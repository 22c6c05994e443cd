import { describe, expect, test } from '@jest/globals';
import { lint } from '../../src/lint/lint.ts';
import { DEFAULT_CONFIGURATION } from '../../src/policy/configuration.ts';
import { rangeOf } from '../../src/report/position.ts';
import { EXAMPLE_NOW } from '../../src/rules/rule.ts';
import { reportOn } from '../linted.ts';
import { treeOf } from '../tree.ts';

const CHART = { 'chart/Chart.yaml': 'name: chart\nversion: 1.0.0\n' };
const TEMPLATE = 'chart/templates/monitor.yaml';

/** A monitor of one endpoint with such TLS settings, indented by eight. */
function monitor(settings: string): string {
  return `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata:
  name: web
spec:
  endpoints:
    - port: https
      scheme: https
      tlsConfig:
${settings}`;
}

/** Findings as `file:line severity clause`, the clause being what the template adds to the message. */
function told(template: string, values = '{}\n'): readonly string[] {
  const { findings } = reportOn({ ...CHART, 'chart/values.yaml': values, [TEMPLATE]: template });
  return findings.map(({ at, severity, message, related }) => {
    const clause = /; ((?:this is the default|by default|it stands)[^]*)$/.exec(message)?.[1] ?? '';
    const others = related.map(other => ` <- ${other.at.file.path}:${rangeOf(other.at).line}`).join('');
    return `${at.file.path}:${rangeOf(at).line} ${severity} ${clause}${others}`;
  });
}

const LITERAL = '        insecureSkipVerify: true\n';

describe('what stands under a branch says whether it is the default', () => {
  test.each([
    [
      'an else',
      `        {{- with .Values.tls }}\n        {{- toYaml . | nindent 8 }}\n        {{- else }}\n${LITERAL}        {{- end }}\n`,
      '',
      [`${TEMPLATE}:13 error this is the default: it stands under {{ else }} of {{ with .Values.tls }}`],
    ],
    [
      'what is switched on',
      `        {{- if .Values.lax }}\n${LITERAL}        {{- end }}\n`,
      'lax: true\n',
      [`${TEMPLATE}:11 error this is the default: it stands under {{ if .Values.lax }}`],
    ],
    [
      'the other one of a branch with nothing in it',
      `        {{- if .Values.strict -}}{{- else }}\n${LITERAL}        {{- end }}\n`,
      'strict: false\n',
      [`${TEMPLATE}:11 error this is the default: it stands under {{ else }} of {{ if .Values.strict }}`],
    ],
    [
      'what is switched off',
      `        {{- if .Values.lax }}\n${LITERAL}        {{- end }}\n`,
      'lax: false\n',
      [`${TEMPLATE}:11 warning by default it is left out: it stands under {{ if .Values.lax }}`],
    ],
    [
      'what is switched off further out',
      `        {{- if .Values.lax }}\n        {{- if not .Values.strict }}\n${LITERAL}        {{- end }}\n        {{- end }}\n`,
      '',
      [`${TEMPLATE}:12 warning by default it is left out: it stands under {{ if .Values.lax }}`],
    ],
    [
      'what nobody knows',
      `        {{- if include "chart.isLax" . }}\n${LITERAL}        {{- end }}\n`,
      '',
      [`${TEMPLATE}:11 error it stands under {{ if include "..." . }}`],
    ],
    [
      'a default of the template',
      '        insecureSkipVerify: {{ .Values.lax | default true }}\n',
      '',
      [`${TEMPLATE}:10 error this is the default: the template puts it in where nothing is set`],
    ],
    ['no branch', LITERAL, '', [`${TEMPLATE}:10 error `]],
  ])('%s', (_name, settings, values, expected) => {
    expect(told(monitor(settings), `${values}other: 1\n`)).toEqual(expected);
  });

  test('but not of a branch around the whole document', () => {
    expect(told(`{{- if .Values.monitor }}\n${monitor(LITERAL)}{{- end }}\n`)).toEqual([`${TEMPLATE}:11 error `]);
  });
});

/** A monitor of one endpoint with such a scheme, and with credentials where the chart is told so. */
function connection(scheme: string): string {
  return `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata:
  name: web
spec:
  endpoints:
    - port: web
      scheme: ${scheme}
      {{- if .Values.login }}
      basicAuth:
        password: {name: web, key: password}
      {{- end }}
`;
}

describe('credentials and the connection that they are sent over', () => {
  test('are milder where the credentials are left out by default', () => {
    expect(told(connection('http'), 'login: false\n')).toEqual([
      `${TEMPLATE}:8 warning by default it is left out: a part of it stands under {{ if .Values.login }}`,
    ]);
  });

  test('are no problem where another default decides of the connection', () => {
    expect(told(connection('{{ .Values.scheme }}'), 'login: false\nscheme: http\n')).toEqual([]);
  });

  test('are a problem where both are the default', () => {
    expect(told(connection('{{ .Values.scheme }}'), 'login: true\nscheme: http\n')).toEqual([
      `chart/values.yaml:2 warning this is the default: a part of it stands under {{ if .Values.login }} <- ${TEMPLATE}:8`,
    ]);
  });
});

describe('what the values of a chart put in', () => {
  const PRINTED = '        insecureSkipVerify: {{ .Values.endpoint.lax }}\n';

  test('is found in the values, with the template beside it', () => {
    expect(told(monitor(PRINTED), 'endpoint: {lax: true}\n')).toEqual([`chart/values.yaml:1 error  <- ${TEMPLATE}:10`]);
  });

  test('is found once where the values are found to be wrong by themselves', () => {
    const block = '        {{- toYaml .Values.serviceMonitor.tlsConfig | nindent 8 }}\n';
    expect(told(monitor(block), 'serviceMonitor:\n  tlsConfig:\n    insecureSkipVerify: true\n')).toEqual([
      `chart/values.yaml:3 error  <- ${TEMPLATE}:10`,
    ]);
  });

  test('stands under the branch of the action that prints it', () => {
    const guarded = `        {{- if .Values.endpoint.on }}\n${PRINTED}        {{- end }}\n`;
    expect(told(monitor(guarded), 'endpoint: {lax: true, on: false}\n')).toEqual([
      `chart/values.yaml:1 warning by default it is left out: it stands under {{ if .Values.endpoint.on }} <- ${TEMPLATE}:11`,
    ]);
  });

  test('is ignored by a comment in the values', () => {
    const values = '# promsec-ignore insecure-skip-verify: a lab without a CA\nendpoint: {lax: true}\n';
    expect(told(monitor(PRINTED), values)).toEqual([]);
  });

  test('is ignored by a comment in the template', () => {
    const printed = `        # promsec-ignore insecure-skip-verify: a lab without a CA\n${PRINTED}`;
    expect(told(monitor(printed), 'endpoint: {lax: true}\n')).toEqual([]);
  });

  test('is found in the template where the values are excluded', () => {
    const values = 'chart/values.yaml';
    const { findings } = lint({
      files: treeOf({ ...CHART, [values]: 'endpoint: {lax: true}\n', [TEMPLATE]: monitor(PRINTED) }),
      configuration: { ...DEFAULT_CONFIGURATION, exclude: { globs: [values], has: path => path === values } },
      now: EXAMPLE_NOW,
    });
    expect(findings.map(({ at, related }) => [at.file.path, rangeOf(at).line, related.length])).toEqual([
      [TEMPLATE, 10, 0],
    ]);
  });

  test.each(['false', 'null', '""', '{}', '"{{ .Release.Name }}"'])('is nothing where it is %s', value => {
    expect(told(monitor(PRINTED), `endpoint: {lax: ${value}}\n`)).toEqual(
      // Nothing is known of what is empty, and all of what is false.
      value === 'false' ? [`${TEMPLATE}:9 warning `] : [],
    );
  });
});
