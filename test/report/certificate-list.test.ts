import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import ICAL from 'ical.js';
import type { ListedCertificate } from '../../src/findings/report.ts';
import { certificateList } from '../../src/report/certificates/format.ts';
import { CERTIFICATE_FORMATS, type CertificateFormat } from '../../src/report/certificates/certificate-formats.ts';
import { CERTIFICATES_SCHEMA } from '../../src/report/certificates/certificate-schema.ts';
import { reportJson } from '../../src/report/json.ts';
import { SourceFile } from '../../src/text/source.ts';
import { reportOf } from './sample.ts';

const BUNDLE = new SourceFile('certs/ca.pem', 'first\n-----BEGIN CERTIFICATE-----\n');
const LEAF = new SourceFile('certs/node 1, "new".pem', '-----BEGIN CERTIFICATE-----\n');
const WEB = new SourceFile('web.yml', 'tls_server_config:\n  cert_file: node.pem\n');
const HOSTILE = '=1+1; \u202e"a,b"\\c\n::error::é';

function certificateWith(values: Partial<ListedCertificate>): ListedCertificate {
  return {
    subject: 'node1.internal',
    issuer: 'Internal CA',
    kind: 'leaf',
    names: ['node1.internal', '10.0.0.1'],
    notBefore: new Date('2026-01-01T00:00:00Z'),
    notAfter: new Date('2026-12-01T12:00:00Z'),
    key: 'ECDSA P-256',
    fingerprint256: Array.from({ length: 32 }, () => 'AB').join(':'),
    at: LEAF.span(0, 27),
    block: 1,
    blocks: 1,
    usedBy: [{ field: 'cert_file', at: WEB.span(33, 41) }],
    ...values,
  };
}

const EXPIRED = certificateWith({
  subject: HOSTILE,
  issuer: HOSTILE,
  kind: 'root',
  names: [],
  notBefore: new Date('2016-11-01T00:00:00Z'),
  notAfter: new Date('2026-11-01T00:00:00Z'),
  key: 'RSA 2048',
  fingerprint256: Array.from({ length: 32 }, () => 'CD').join(':'),
  at: BUNDLE.span(6, 33),
  block: 2,
  blocks: 3,
  usedBy: [],
});
const COPY = certificateWith({ at: BUNDLE.span(6, 33), usedBy: [] });
const REPORT = reportOf([], { certificates: [EXPIRED, certificateWith({}), COPY] });

function listed(format: CertificateFormat, report = REPORT): string {
  return certificateList(report, format, { version: '1.2.3', hasColor: false });
}

test('the text has the date, the days, kind, key and names, and then where each stands and what uses it', () => {
  expect(listed('text')).toBe(
    String.raw`2026-11-01  19 days ago  root  RSA 2048     =1+1; \u{202e}"a,b"\c\u{a}::error::é
    certs/ca.pem:2 (block 2 of 3)
2026-12-01  in 11 days   leaf  ECDSA P-256  node1.internal (10.0.0.1)
    certs/node 1, "new".pem:1
    used by web.yml:2 cert_file
2026-12-01  in 11 days   leaf  ECDSA P-256  node1.internal (10.0.0.1)
    certs/ca.pem:2

3 certificates, 1 expired, 2 within 30 days
`,
  );
});

test('colour marks what is past and what is soon', () => {
  const text = certificateList(REPORT, 'text', { version: '1.2.3', hasColor: true });
  const marked = text.split('\u001b[').filter(part => part.startsWith('1;'));
  expect(marked).toEqual([
    '1;31m2026-11-01  19 days ago',
    '1;33m2026-12-01  in 11 days ',
    '1;33m2026-12-01  in 11 days ',
  ]);
});

test('JSON is as its schema says, dates in UTC and days as a number', () => {
  const value: unknown = JSON.parse(listed('json'));
  const validate = new Ajv({ strict: false, validateFormats: false }).compile(CERTIFICATES_SCHEMA);
  expect({ isValid: validate(value), errors: validate.errors }).toEqual({ isValid: true, errors: null });
  expect(value).toMatchObject({
    certificates: [
      { subject: HOSTILE, days: -19, file: 'certs/ca.pem', line: 2, block: 2 },
      { days: 11, notAfter: '2026-12-01T12:00:00.000Z', usedBy: [{ field: 'cert_file', file: 'web.yml', line: 2 }] },
      {},
    ],
  });
});

test('JSON has of a certificate what that of a report has, and the days', () => {
  const { certificates } = reportJson(REPORT, '1.2.3');
  const days = [-19, 11, 11];
  const withDays = certificates.map((certificate, index) => ({ ...certificate, days: days[index] }));
  expect(JSON.parse(listed('json'))).toMatchObject({ certificates: withDays });
});

test('CSV has one line a certificate, and no cell that a spreadsheet would run', () => {
  const lines = listed('csv').split('\r\n');
  expect(lines).toHaveLength(5);
  expect(lines[0]).toMatch(/^subject,issuer,kind,names,/);
  expect(lines[1]).toMatch(/^"'=1\+1; \\u\{202e\}""a,b""\\c\\u\{a\}::error::é",/);
  expect(lines[2]).toContain(',ECDSA P-256,');
  expect(lines[2]).toContain('"certs/node 1, ""new"".pem",1,1,web.yml:2 cert_file');
});

describe('the calendar', () => {
  const text = listed('ical');
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');

  test('has an event for each certificate, on the day of its end, however many copies there are', () => {
    const days = events.map(event => [
      event.getFirstPropertyValue('uid'),
      String(event.getFirstPropertyValue('dtstart')),
      String(event.getFirstPropertyValue('summary')),
    ]);
    expect(days).toEqual([
      [
        `${'cd'.repeat(32)}@promsec`,
        '2026-11-01',
        String.raw`CA certificate =1+1; \u{202e}"a,b"\c\u{a}::error::é expires`,
      ],
      [`${'ab'.repeat(32)}@promsec`, '2026-12-01', 'Certificate node1.internal expires'],
    ]);
  });

  test('says where the certificate stands, all copies of it, and reminds of it before', () => {
    const [, event] = events;
    expect(String(event?.getFirstPropertyValue('description')).split('\n').slice(2)).toEqual([
      'In certs/node 1, "new".pem, line 1',
      'Used by cert_file in web.yml, line 2',
      'In certs/ca.pem, line 2',
    ]);
    expect(String(event?.getFirstSubcomponent('valarm')?.getFirstPropertyValue('trigger'))).toBe('-P30D');
  });

  test('has no line that is too long, and none that is ours by the text of a certificate', () => {
    const lines = text.split('\r\n');
    expect(lines.filter(line => Buffer.byteLength(line) > 75)).toEqual([]);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });
});

test.each(CERTIFICATE_FORMATS)('a repository without certificates has a %s too', format => {
  const text = listed(format, reportOf([]));
  expect(text).toMatch(
    {
      text: /^no certificates\n$/,
      json: /"certificates": \[\]/,
      csv: /^subject,[^\n]+\n$/,
      ical: /^BEGIN:VCALENDAR\r\n/,
    }[format],
  );
});
