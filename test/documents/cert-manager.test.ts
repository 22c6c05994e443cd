import { describe, expect, test } from '@jest/globals';
import { lint } from '../../src/lint/lint.ts';
import { DEFAULT_CONFIGURATION } from '../../src/policy/configuration.ts';
import { EXAMPLE_NOW } from '../../src/rules/rule.ts';
import { treeOf } from '../tree.ts';
import { documentsIn } from './sketched-documents.ts';

const CERTIFICATE = 'apiVersion: cert-manager.io/v1\nkind: Certificate\nmetadata: {name: web}\nspec:\n';

function messagesOf(spec: Readonly<Record<string, string>>): readonly string[] {
  const lines = Object.entries(spec).map(([field, value]) => `  ${field}: ${value}\n`);
  const configuration = { ...DEFAULT_CONFIGURATION, pedantic: true };
  const files = treeOf({ 'a.yaml': `${CERTIFICATE}  secretName: web\n${lines.join('')}` });
  const { findings } = lint({ files, configuration, now: EXAMPLE_NOW });
  return findings.map(({ message }) => message.replace('cert-manager cannot renew the certificate so: ', ''));
}

test.each([
  ['a Certificate', CERTIFICATE, ['cert-manager Certificate/web [spec]']],
  ['of an older version', CERTIFICATE.replace('/v1', '/v1alpha2'), ['cert-manager Certificate/web [spec]']],
  ['an Issuer', CERTIFICATE.replace('Certificate', 'Issuer'), []],
  ['a Certificate of another group', CERTIFICATE.replace('cert-manager.io', 'networking.gke.io'), []],
  ['an annotation', 'kind: Ingress\nmetadata: {annotations: {cert-manager.io/cluster-issuer: a}}\n', []],
])('read is %s', (_name, text, documents) => {
  expect(documentsIn('a.yaml', text)).toEqual(documents);
});

describe('a renewal works', () => {
  test.each([
    [{}],
    [{ duration: '1h' }],
    [{ duration: '2160h', renewBefore: '360h' }],
    [{ renewBefore: '2159h59m' }],
    [{ renewBefore: '5m' }],
    [{ renewBeforePercentage: '1' }],
    [{ duration: '1h', renewBeforePercentage: '91' }],
    [{ duration: '${DURATION}', renewBefore: '9999h' }],
    [{ duration: '1h', renewBefore: '${RENEW}' }],
  ])('with %j', spec => {
    expect(messagesOf(spec)).toEqual([]);
  });
});

describe('a renewal cannot work', () => {
  test.each([
    [{ duration: '59m' }, 'duration 59m is less than an hour; set it to 1h or more'],
    [
      { duration: '24h', renewBefore: '24h' },
      'renewBefore 24h is not less than duration 24h; set it to a third of the life, 8h, or leave it out',
    ],
    [
      { renewBefore: '2160h' },
      'renewBefore 2160h is not less than the duration, which is 2160h by default; set it to a third of the life, 720h, or leave it out',
    ],
    [
      { duration: '2h', renewBefore: '4m59s' },
      'renewBefore 4m59s is less than 5 minutes; set it to a third of the life, 40m, or leave it out',
    ],
    [{ duration: '90d' }, '90d is no duration of Go, which knows no days; write hours: 2160h for 90 days'],
    [{ renewBeforePercentage: '0' }, 'renewBeforePercentage 0 is not between 1 and 99; set it to 33, or leave it out'],
    [
      { duration: '1h', renewBeforePercentage: '92' },
      'renewBeforePercentage 92 is too much of a life of 1h; set it to 33, or leave it out',
    ],
    [
      { renewBefore: '10h', renewBeforePercentage: '33' },
      'renewBeforePercentage stands beside renewBefore; remove one of them',
    ],
  ])('with %j', (spec, message) => {
    expect(messagesOf(spec)).toEqual([message]);
  });
});
