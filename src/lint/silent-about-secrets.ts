import type { Finding } from '../findings/finding.ts';
import { MASK } from '../report/frame.ts';
import { decodedFlowScalar } from '../parse/flow-scalar.ts';
import { printable } from '../text/printable.ts';
import type { Span } from '../text/source.ts';

/** What YAML writes before a scalar that aliases may give to any other field, with its tag and its first character. */
const ANCHORED = /(?:^|[\s,[{])&(?<name>[^\s,[\]{}]+)\s+(?:!\S*\s+)?(?<quote>["']?)$/;
const LONGEST_ANCHOR = 300;
const BLOCK_HEADER = /^[|>][-+\d]*\s/;

/** Shorter ones stand in every sentence by chance, and are looked for in quotes alone. */
const LEAST_LENGTH = 4;

/** How many characters are shown of a text that is longer than what shows it: go-yaml's errors, and all that we show. */
const BEGINNINGS = [7, 100];

/**
 * What makes a finding say nothing of secrets that have an anchor: an alias may make the same scalar the value of a field
 * that is shown. No other secret is looked for in what is said: where a word of ours is missing, everybody knows it.
 */
export function silentAbout(secrets: readonly Span[]): (finding: Finding) => Finding {
  const spelled = new Set(secrets.flatMap(sharedText).flatMap(spellingsOf));
  if (spelled.size === 0) return finding => finding;
  const longestFirst = [...spelled].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(longestFirst.map(patternOf).join('|'), 'gu');
  const masked = (text: string): string => text.replace(pattern, MASK);
  return finding => ({
    ...finding,
    message: masked(finding.message),
    subject: { ...finding.subject, path: masked(finding.subject.path) },
    related: finding.related.map(({ at, message }) => ({ at, message: masked(message) })),
    ...(finding.fix === undefined ? {} : { fix: { ...finding.fix, title: masked(finding.fix.title) } }),
  });
}

/** The text of a secret that aliases of its file may stand for. */
function sharedText({ file, start, end, exact }: Span): readonly string[] {
  if (!exact) return [];
  const { name, quote } = ANCHORED.exec(file.text.slice(Math.max(0, start - LONGEST_ANCHOR), start))?.groups ?? {};
  if (name === undefined || quote === undefined || !file.text.includes(`*${name}`)) return [];
  const [from, to] = [start - quote.length, end + quote.length];
  const { text } = decodedFlowScalar(file, styleAt(file.text, from), from, to);
  const content = text.replace(BLOCK_HEADER, '').trim();
  return content === '' ? [] : [content];
}

function styleAt(text: string, start: number): 'plain' | 'single' | 'double' {
  const first = text.charAt(start);
  if (first === '"') return 'double';
  return first === "'" ? 'single' : 'plain';
}

function spellingsOf(text: string): readonly string[] {
  const whole = [text, JSON.stringify(text).slice(1, -1), printable(text)];
  const beginnings = BEGINNINGS.filter(length => length < text.length).map(length => `${text.slice(0, length)}...`);
  return [...whole, ...beginnings];
}

function patternOf(word: string): string {
  const escaped = word.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  if (word.length < LEAST_LENGTH) return `(?<=["'\`[])${escaped}(?=["'\`\\]])`;
  const before = /^[\p{L}\p{N}]/u.test(word) ? '(?<![\\p{L}\\p{N}])' : '';
  const after = /[\p{L}\p{N}]$/u.test(word) ? '(?![\\p{L}\\p{N}])' : '';
  return before + escaped + after;
}
