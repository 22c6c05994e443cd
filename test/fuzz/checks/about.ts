import type { Finding } from '../../../src/findings/finding.ts';
import type { Report } from '../../../src/findings/report.ts';
import { MASK } from '../../../src/report/frame.ts';

// What stands at the place of a finding, for rules that point at one kind of thing.
const ABOUT = new Map<string, RegExp>([
  ...alike(
    /^-----BEGIN /,
    'certificate-expired certificate-expiring certificate-not-yet-valid certificate-without-san handshake-expired',
    'not-a-certificate-authority weak-certificate-key weak-certificate-signature private-key-committed skipped-pem-block',
  ),
  ...alike(
    /^["'|>\\\s]*(?:!!\S+ )?["']?(?:true|yes|on|y|1|null|~)[\\"']*$/i,
    'grafana-tls-skip-verify insecure-skip-verify',
  ),
  ...alike(/TLS|SSL/, 'weak-tls-version weak-cipher-suite'),
  ...alike(/lifecycle/i, 'lifecycle-api-exposed'),
  ...alike(/admin-?api/i, 'admin-api-exposed'),
  ...alike(/cors/, 'wide-cors-origin'),
  ...alike(/headers/, 'missing-security-header'),
  ...alike(/users/i, 'mixed-bcrypt-cost'),
  ...alike(/bearer/i, 'deprecated-bearer-token'),
]);
/** These point at the field that their path ends with. */
const OF_FIELD = new Set([
  'unknown-field',
  'pruned-field',
  'duplicate-key',
  'field-needs-version',
  'conflicting-fields',
]);

/** These may point at any character. */
const ANYWHERE = new Set(['unreadable-file', 'unused-ignore']);

// What no value is made of: a template takes them out, or puts them in.
const ACTIONS = /\{\{.*?\}\}|\{%.*?%\}|[%$]\{.*?\}/gs;

/** Findings that point at something other than they speak of, each in a sentence. */
export function aboutFaults({ findings }: Report): readonly string[] {
  return findings.flatMap(finding => {
    const { file, start, end, exact } = finding.at;
    if (!exact || start === end || finding.at.via !== undefined || ANYWHERE.has(finding.ruleId)) return [];
    const text = file.text.slice(start, end).replace(ACTIONS, '');
    if (isCutApart(file.text, start) || isCutApart(file.text, end)) return [`${finding.ruleId}: it cuts a word apart`];
    return isAbout(finding, text) ? [] : [`${finding.ruleId} points at something else`];
  });
}

function isAbout({ ruleId, subject }: Finding, text: string): boolean {
  if (!OF_FIELD.has(ruleId)) return ABOUT.get(ruleId)?.test(text) ?? true;
  // What is written in another way than it is shown is no matter here, nor what is a secret of another field by an alias.
  return !/^[\w-]{1,50}$/.test(text) || subject.path.endsWith(text) || subject.path.endsWith(MASK);
}

const ESCAPE = /\\(?:x..|u.{4}|U.{8}|.)$/;

/** True for an offset between two letters of a word, of which the first is none of an escape. */
function isCutApart(text: string, offset: number): boolean {
  const isWithin = /\w/.test(text[offset - 1] ?? '') && /\w/.test(text[offset] ?? '');
  return isWithin && !ESCAPE.test(text.slice(Math.max(0, offset - 10), offset));
}

function alike(pattern: RegExp, ...ruleIds: readonly string[]): readonly (readonly [string, RegExp])[] {
  return ruleIds.flatMap(line => line.split(' ')).map(ruleId => [ruleId, pattern] as const);
}
