import { regexpFaultOf } from './go-regexp.ts';
import { urlPartsOf } from './go-url.ts';
import { isHostAndPort } from './host-port.ts';
import { isMatcherList } from './matchers.ts';
import { isDayOfMonthRange, isMonthRange, isTimeZone, isWeekdayRange, isYearRange } from './time-intervals.ts';

/** What a dumped configuration has in the place of a secret. Alertmanager's `config/common/url.go`, `SecretToken`. */
const SECRET_TOKEN = '<secret>';
/** A word that is longer may be part of a secret that was written in the place of a URL. */
const SCHEME = /^[a-z]{0,6}$/;

/**
 * Formats of Alertmanager (v0.34.0), and what it says of a text that is none of them. Quotes no URL and nothing that may be
 * a secret.
 */
export const ALERTMANAGER_FAULTS: Readonly<Record<string, (text: string) => string | undefined>> = {
  'notifier-url': notifierUrlFault,
  'secret-url': text => (text === SECRET_TOKEN ? undefined : notifierUrlFault(text)),
  'template-url': templateUrlFault,
  'host-port': text => (isHostAndPort(text) ? undefined : hostAndPortFault(text)),
  matchers: text =>
    isMatcherList(text, pattern => regexpFaultOf(`^(?:${pattern})$`) === undefined)
      ? undefined
      : `bad matcher format: ${text}`,
  'weekday-range': text => (isWeekdayRange(text) ? undefined : `${text} is not a valid weekday`),
  'day-of-month-range': text => (isDayOfMonthRange(text) ? undefined : `${text} is not a valid day of the month`),
  'month-range': text => (isMonthRange(text) ? undefined : `${text} is not a valid month`),
  'year-range': text => (isYearRange(text) ? undefined : `${text} is not a valid range of years`),
  'time-zone': text => (isTimeZone(text) ? undefined : `unknown time zone ${text}`),
  'time-of-day': text =>
    text === '' || /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/.test(text)
      ? undefined
      : `couldn't parse timestamp ${text}, invalid format`,
};

function notifierUrlFault(text: string): string | undefined {
  const parts = urlPartsOf(text);
  if (typeof parts === 'string') return parts;
  if (parts.scheme !== 'http' && parts.scheme !== 'https') {
    return SCHEME.test(parts.scheme) ? `unsupported scheme "${parts.scheme}" for URL` : 'unsupported scheme for URL';
  }
  return parts.host === '' ? 'missing host for URL' : undefined;
}

/** The URL of a webhook may be a template, of which only the first action is looked at. */
function templateUrlFault(text: string): string | undefined {
  if (text === '' || text === SECRET_TOKEN) return undefined;
  if (!text.includes('{{')) return notifierUrlFault(text);
  return text.includes('}}', text.indexOf('{{')) ? undefined : 'invalid template syntax';
}

function hostAndPortFault(text: string): string {
  if (text.endsWith(':')) return `address "${text}": port cannot be empty`;
  return `address ${text}: ${text.includes(':') ? 'too many colons in address' : 'missing port in address'}`;
}
