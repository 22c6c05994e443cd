import type { Finding } from '../findings/finding.ts';
import { decodedFlowScalar } from '../parse/flow-scalar.ts';
import { MASK } from '../report/frame.ts';
import { printable } from '../text/printable.ts';
import type { SourceFile, Span } from '../text/source.ts';

/** What YAML writes before a scalar that aliases may give to any other field, with its tag and its first character. */
const ANCHORED = /(?:^|[\s,[{])&(?<name>[^\s,[\]{}]+)\s+(?:!\S*\s+)?(?<quote>["']?)$/;
const LONGEST_ANCHOR = 300;
const ALIAS = /\*([^\s,[\]{}]+)/g;
const BLOCK_HEADER = /^[|>][-+\d]*\s/;

/** Shorter ones stand in every sentence by chance, and are looked for in quotes alone. */
const LEAST_LENGTH = 4;
/** Nothing longer is said as a whole. */
const MOST_LENGTH = 1000;
/** How many characters are shown of a text that is longer than what shows it: go-yaml's errors, and all that we show. */
const BEGINNINGS = [7, 100];

const QUOTE = /["'`[\]]/;
const OF_WORD = /[\p{L}\p{N}]/u;

/**
 * What makes a finding say nothing of secrets that have an anchor: an alias may make the same scalar the value of a field
 * that is shown. No other secret is looked for in what is said: where a word of ours is missing, everybody knows it.
 */
export function silentAbout(secrets: readonly Span[]): (finding: Finding) => Finding {
  const byLength = wordsByLength(sharedTexts(secrets).flatMap(spellingsOf));
  if (byLength.size === 0) return finding => finding;
  const longestFirst = [...byLength].sort(([a], [b]) => b - a);
  const silenced = (text: string): string =>
    longestFirst.reduce((masked, [length, words]) => withoutWords(masked, length, words), text);
  return finding => ({
    ...finding,
    message: silenced(finding.message),
    subject: { ...finding.subject, path: silenced(finding.subject.path) },
    related: finding.related.map(({ at, message }) => ({ at, message: silenced(message) })),
    ...(finding.fix === undefined ? {} : { fix: { ...finding.fix, title: silenced(finding.fix.title) } }),
  });
}

/** The texts of those secrets that aliases of their file may stand for. */
function sharedTexts(secrets: readonly Span[]): readonly string[] {
  const aliases = new Map<SourceFile, ReadonlySet<string>>();
  const isAlias = (file: SourceFile, name: string): boolean => {
    const known = aliases.get(file) ?? new Set([...file.text.matchAll(ALIAS)].map(([, alias = '']) => alias));
    aliases.set(file, known);
    return known.has(name);
  };
  return secrets.flatMap(({ file, start, end, exact }) => {
    const before = exact ? file.text.slice(Math.max(0, start - LONGEST_ANCHOR), start) : '';
    const { name, quote } = ANCHORED.exec(before)?.groups ?? {};
    if (name === undefined || quote === undefined || !isAlias(file, name)) return [];
    const [from, to] = [start - quote.length, end + quote.length];
    const { text } = decodedFlowScalar(file, styleAt(file.text, from), from, to);
    return [text.replace(BLOCK_HEADER, '').trim()];
  });
}

function styleAt(text: string, start: number): 'plain' | 'single' | 'double' {
  const first = text.charAt(start);
  if (first === '"') return 'double';
  return first === "'" ? 'single' : 'plain';
}

function spellingsOf(text: string): readonly string[] {
  const beginnings = BEGINNINGS.filter(length => length < text.length).map(length => `${text.slice(0, length)}...`);
  const whole = text.length > MOST_LENGTH ? [] : [text, JSON.stringify(text).slice(1, -1), printable(text)];
  return [...whole, ...beginnings];
}

function wordsByLength(words: readonly string[]): ReadonlyMap<number, ReadonlySet<string>> {
  const byLength = new Map<number, Set<string>>();
  for (const word of words) {
    const alike = byLength.get(word.length) ?? new Set();
    if (word !== '') byLength.set(word.length, alike.add(word));
  }
  return byLength;
}

/** Looks at each place once, however many words there are of a length. */
function withoutWords(text: string, length: number, words: ReadonlySet<string>): string {
  let masked = '';
  let kept = 0;
  for (let at = 0; at + length <= text.length; at += 1) {
    if (!words.has(text.slice(at, at + length)) || !standsAlone(text, at, at + length)) continue;
    masked += text.slice(kept, at) + MASK;
    kept = at + length;
    at = kept - 1;
  }
  return masked + text.slice(kept);
}

function standsAlone(text: string, start: number, end: number): boolean {
  if (end - start < LEAST_LENGTH) return QUOTE.test(text.charAt(start - 1)) && QUOTE.test(text.charAt(end));
  return !isWithinWord(text, start) && !isWithinWord(text, end);
}

function isWithinWord(text: string, offset: number): boolean {
  return OF_WORD.test(text.charAt(offset - 1)) && OF_WORD.test(text.charAt(offset));
}
