import { expect, test } from '@jest/globals';
import { formatFaultOf } from '../../../src/documents/schema/formats.ts';

/** By format, what Alertmanager takes and what it says of what it does not. */
const TEXTS: Readonly<Record<string, Readonly<Record<string, string | undefined>>>> = {
  matchers: {
    '': undefined,
    'severity="critical"': undefined,
    'severity=critical': undefined,
    'severity == critical': undefined,
    '{a="b",c!="d",}': undefined,
    'a="b,c", d=~"e|f"': undefined,
    'a=b,': undefined,
    'a="say \\"hi\\""': undefined,
    'a=': undefined,
    'a-b="c"': undefined,
    '"a b"="c"': undefined,
    'a!~"x{2}"': undefined,
    'a=b,,c=d': 'bad matcher format: a=b,,c=d',
    severity: 'bad matcher format: severity',
    'severity: critical': 'bad matcher format: severity: critical',
    'a="b': 'bad matcher format: a="b',
    'a=b"': 'bad matcher format: a=b"',
    'a="b""': 'bad matcher format: a="b""',
    'a=~"("': 'bad matcher format: a=~"("',
    '"a"=~"("': 'bad matcher format: "a"=~"("',
    'a b=c': 'bad matcher format: a b=c',
    '{"a"=b': 'bad matcher format: {"a"=b',
  },
  'host-port': {
    '': undefined,
    'smtp.example.org:587': undefined,
    '[2001:db8::1]:25': undefined,
    ':25': undefined,
    'smtp.example.org': 'address smtp.example.org: missing port in address',
    '2001:db8::1:25': 'address 2001:db8::1:25: too many colons in address',
    'smtp.example.org:': 'address "smtp.example.org:": port cannot be empty',
  },
  'notifier-url': {
    'https://example.org/x': undefined,
    'HTTP://example.org': undefined,
    '': 'unsupported scheme "" for URL',
    'example.org': 'unsupported scheme "" for URL',
    'ftp://example.org': 'unsupported scheme "ftp" for URL',
    'hunter2hunter2:x': 'unsupported scheme for URL',
    'https:///x': 'missing host for URL',
    'https://hunter2:x@a b': 'invalid character in host name',
    '<secret>': 'unsupported scheme "" for URL',
  },
  'secret-url': { '<secret>': undefined, '': 'unsupported scheme "" for URL' },
  'template-url': {
    '': undefined,
    'https://{{ .Host }}/x': undefined,
    'x/y': 'unsupported scheme "" for URL',
    'https://{{ .Host': 'invalid template syntax',
  },
  'weekday-range': {
    monday: undefined,
    'Monday:Friday': undefined,
    'friday:monday': 'friday:monday is not a valid weekday',
    mon: 'mon is not a valid weekday',
    'monday:tuesday:friday': 'monday:tuesday:friday is not a valid weekday',
  },
  'day-of-month-range': {
    '1:5': undefined,
    '-3:-1': undefined,
    '27:-1': undefined,
    '+5': undefined,
    '28:-1': '28:-1 is not a valid day of the month',
    '-1:1': '-1:1 is not a valid day of the month',
    0: '0 is not a valid day of the month',
    32: '32 is not a valid day of the month',
    '5:': '5: is not a valid day of the month',
  },
  'month-range': {
    'january:March': undefined,
    '1:december': undefined,
    13: undefined,
    jan: 'jan is not a valid month',
    '3:1': '3:1 is not a valid month',
  },
  'year-range': { 2020: undefined, '2020:2022': undefined, '2022:2020': '2022:2020 is not a valid range of years' },
  'time-zone': {
    '': undefined,
    Local: undefined,
    'Europe/Berlin': undefined,
    'America/Argentina/Buenos_Aires': undefined,
    'Etc/GMT+5': undefined,
    Berlin: 'unknown time zone Berlin',
    CEST: 'unknown time zone CEST',
    '../etc/passwd': 'unknown time zone ../etc/passwd',
  },
  'time-of-day': {
    '00:00': undefined,
    '24:00': undefined,
    '9:00': "couldn't parse timestamp 9:00, invalid format",
    '24:01': "couldn't parse timestamp 24:01, invalid format",
  },
  'go-duration-or-number': {
    '10s': undefined,
    10: undefined,
    '1.5h': undefined,
    '10 s': 'time: invalid duration "10 s"',
  },
};

for (const [format, texts] of Object.entries(TEXTS)) {
  test(`${format}: what Alertmanager takes is taken, what it refuses is refused in its words`, () => {
    const faults = Object.fromEntries(Object.keys(texts).map(text => [text, formatFaultOf(format, text)]));
    expect(faults).toEqual(texts);
  });
}
