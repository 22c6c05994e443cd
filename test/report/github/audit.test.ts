import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { ListedCertificate, Report } from '../../../src/findings/report.ts';
import { auditOf, type Audit } from '../../../src/report/github/audit.ts';
import { recordIn } from '../../../src/report/github/audit-record.ts';
import { SourceFile } from '../../../src/text/source.ts';
import { expectGolden } from '../../golden.ts';
import { hostile, JOINED, UNSEEN } from '../hostile-pieces.ts';
import { rendered } from '../rendered-markdown.ts';
import { findingOf, reportOf, sample } from '../sample.ts';

const FILES = 'https://github.com/o/r/blob/5ca1ab1e5ca1ab1e5ca1ab1e5ca1ab1e5ca1ab1e';
const WHEREABOUTS = { files: FILES, run: 'https://github.com/o/r/actions/runs/1' };
const SECRETS = ['pä55🔑correct-horse', 'battery-staple-1984', 'a-token-among-others'];
const FILE = new SourceFile('deploy/prometheus.yml', 'a: 1\n'.repeat(4000));

function auditFor(report: Report, before?: string): Audit {
  return auditOf({ report, whereabouts: WHEREABOUTS, step: 'step' }, before);
}

/** A finding on a line, from 1, and of a fingerprint that is its alone. */
function onLine(line: number, message = 'it is wrong'): ReturnType<typeof findingOf> {
  const at = FILE.span((line - 1) * 5, (line - 1) * 5 + 4);
  return { ...findingOf({ at, message }), fingerprint: (line * 0x9e3779b1).toString(16).padStart(16, '0') };
}

function certificateUntil(day: string, subject = 'node1.internal'): ListedCertificate {
  return {
    subject,
    issuer: 'Internal CA',
    kind: 'leaf',
    names: [subject, '10.0.0.1'],
    notBefore: new Date('2020-01-01T00:00:00Z'),
    notAfter: new Date(`${day}T12:00:00Z`),
    key: 'ECDSA P-256',
    fingerprint256: Array.from({ length: 32 }, () => 'AB').join(':'),
    at: FILE.span(0, 4),
    block: 1,
    blocks: 1,
    usedBy: [],
  };
}

test('the issue lists findings by file, certificates by date, what came and went, and what is ignored', () => {
  const before = auditFor(reportOf([...sample.findings.slice(0, 3), onLine(3)])).body;
  const certificates = ['2026-01-31', '2026-12-01', '2029-12-01'].map(day => certificateUntil(day));
  const { body, news } = auditFor({ ...sample, certificates }, before);
  expectGolden('test/report/golden/audit.md', `${body.replace(/(?<=record )\S+/, 'PACKED')}\n---\n${news}`);
  for (const secret of SECRETS) expect(body).not.toContain(secret);
});

test('what it says does not depend on the day, the commit and the run', () => {
  const message = 'the certificate of node1 expires on 2026-12-01 UTC, in 12 days; put its successor in place';
  const report = reportOf([onLine(3, message)], { certificates: [certificateUntil('2026-12-01')] });
  const first = auditFor(report);
  const later = {
    ...reportOf([onLine(3, message.replace('12 days', 'less than a day'))], report),
    now: new Date('2026-11-30T23:00:00Z'),
  };
  const whereabouts = { files: 'https://github.com/o/r/blob/f00', run: 'https://github.com/o/r/actions/runs/2' };
  expect(auditOf({ report: later, whereabouts, step: 'step' }, first.body).content).toBe(first.content);
  expect(first.body).toContain('2026-12-01 UTC; put its successor');
  expect(first.body).not.toContain('12 days');
});

const changes: readonly (readonly [string, Partial<Report>])[] = [
  ['a finding on another line', { findings: [{ ...onLine(3), at: onLine(4).at }] }],
  ['another message', { findings: [onLine(3, 'it is worse')] }],
  ['another certificate', { certificates: [certificateUntil('2026-12-02')] }],
  ['an end that has come', { now: new Date('2026-12-02T00:00:00Z') }],
  ['an ignored finding', { ignored: [{ finding: onLine(4), reason: 'so', at: FILE.span(0, 1) }] }],
  ['a file that was not read', { unread: [{ path: 'a.yml', reason: 'it is too large' }] }],
];

test.each(changes)('%s is other content', (_, rest) => {
  const report = reportOf([onLine(3)], { certificates: [certificateUntil('2026-12-01')] });
  const first = auditFor(report);
  const second = auditFor({ ...report, ...rest }, first.body);
  expect(second.content).not.toBe(first.content);
  expect(second.news).toBeUndefined();
});

test('an issue is never longer than GitHub takes, and tells what it leaves out', () => {
  const findings = Array.from({ length: 2500 }, (_, index) => onLine(index + 1, '字'.repeat(100)));
  const certificates = Array.from({ length: 2500 }, () => certificateUntil('2026-12-01', '字'.repeat(60)));
  const report = reportOf(findings, { certificates });
  const first = auditFor(report);
  const second = auditFor({ ...report, findings: [onLine(3000)] }, first.body);
  for (const text of [first.body, second.body, second.news ?? '']) {
    expect(text.length).toBeLessThanOrEqual(65_536);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(65_536);
    expect(text).toMatch(/… \d+ more/);
  }
  expect(second.news).toMatch(/^1 new, 2500 fixed\. /);
  const { links } = rendered(first.body);
  expect(links.filter(link => !/^https:\/\/github\.com\/(?:o\/r|promsec\/promsec)\//.test(link))).toEqual([]);
});

test('of more findings than a record holds nothing is said to be new or fixed', () => {
  const first = auditFor(reportOf(Array.from({ length: 4000 }, (_, index) => onLine(index + 1))));
  expect(recordIn(first.body)).toBeUndefined();
  const second = auditFor(reportOf([onLine(1)]), first.body);
  expect(second.news).toBeUndefined();
  expect(second.body).not.toContain('The last change');
});

test('a hostile file has no link but ours in an issue, mentions nobody and ends nothing', () => {
  fc.assert(
    fc.property(hostile, text => {
      const file = new SourceFile(`x/${text}`, `a: ${text}\n`);
      const at = file.span(0, 1);
      const finding = findingOf({ at, message: `job ${text} is wrong`, related: [{ at, message: text }] });
      const certificates = [{ ...certificateUntil('2026-12-01', text), issuer: text, at }];
      const first = auditFor(reportOf([finding], { certificates }));
      const second = auditFor(reportOf([onLine(1)]), first.body);
      for (const body of [first.body, second.body, second.news ?? '']) {
        const { links, texts } = rendered(body);
        expect(links.filter(link => !/^https:\/\/github\.com\/(?:o\/r|promsec\/promsec)\//.test(link))).toEqual([]);
        expect(texts.filter(piece => JOINED.test(piece))).toEqual([]);
        expect(UNSEEN.test(body)).toBe(false);
      }
      expect(second.news).toMatch(/^1 new, 1 fixed\. /);
    }),
    { seed: 9, numRuns: 150 },
  );
});
