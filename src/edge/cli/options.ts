import { parseArgs } from 'node:util';
import { SEVERITIES } from '../../findings/finding.ts';
import { SCOPES } from '../../policy/comparison.ts';
import { FORMATS } from '../../report/format-names.ts';
import { nearAdvice, nearName } from '../../text/near-name.ts';
import { UsageError } from '../usage-error.ts';

/** The first words that name a command. */
export const COMMANDS = [
  'lint',
  'merge',
  'files',
  'certificates',
  'explain',
  'rules',
  'baseline',
  'init',
  'hash',
  'completion',
] as const;
export type CommandName = (typeof COMMANDS)[number];

/** What `--fail-on` takes. */
export const FAIL_ON = [...SEVERITIES, 'never'] as const;

/** What `--fix` may be told; alone it is the first. */
export const FIX_MODES = ['safe', 'unsafe', 'dry-run', 'unsafe-dry-run'] as const;

/** What `--baseline` alone stands for; no file has this name. */
export const USUAL_BASELINE = '\0';

/** What an option takes, as far as a shell can offer it. */
export type Offered = readonly string[] | 'file' | 'revision';

/** An option as `parseArgs` of Node reads it, and what it takes where that can be told. */
export interface Option {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  readonly offers?: Offered;
  /** The commands that take it; absent where all do. */
  readonly of?: readonly CommandName[];
  /** What it means without a value. Where this is set, a value follows an equals sign, so that no path is taken for one. */
  readonly alone?: string;
}

const READS_CONFIGURATION = ['lint', 'files', 'certificates', 'explain', 'baseline', 'hash'] as const;

/** Every option. */
export const OPTIONS = {
  format: { type: 'string', offers: FORMATS, of: ['lint', 'merge', 'certificates'] },
  output: { type: 'string', offers: 'file', of: ['lint', 'merge', 'certificates', 'baseline'] },
  config: { type: 'string', offers: 'file', of: READS_CONFIGURATION },
  'no-config': { type: 'boolean', of: READS_CONFIGURATION },
  baseline: { type: 'string', offers: 'file', of: ['lint'], alone: USUAL_BASELINE },
  prune: { type: 'boolean', of: ['lint'] },
  fix: { type: 'string', offers: FIX_MODES, of: ['lint'], alone: FIX_MODES[0] },
  'fail-on': { type: 'string', offers: FAIL_ON, of: ['lint', 'merge'] },
  pedantic: { type: 'boolean', of: ['lint', 'baseline'] },
  scope: { type: 'string', offers: SCOPES, of: ['lint'] },
  base: { type: 'string', offers: 'revision', of: ['lint'] },
  now: { type: 'string', of: ['lint', 'certificates', 'explain', 'baseline'] },
  shard: { type: 'string', of: ['lint'] },
  repository: { type: 'string', of: ['lint'] },
  cost: { type: 'string', of: ['hash'] },
  verbose: { type: 'boolean' },
  color: { type: 'boolean' },
  'no-color': { type: 'boolean' },
  version: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies Readonly<Record<string, Option>>;

/** The options and the other words of a command line. @throws UsageError for an option that is none, or lacks its value. */
export function optionsFrom(words: readonly string[]) {
  const settings = { args: withWhatTheyMeanAlone(words), options: OPTIONS, allowPositionals: true } as const;
  for (const token of parseArgs({ ...settings, strict: false, tokens: true }).tokens) {
    if (token.kind !== 'option') continue;
    const { name, rawName, value, inlineValue } = token;
    if (!isOption(name)) throw unknownOption(rawName, name);
    const takesValue = OPTIONS[name].type === 'string';
    if (!takesValue && value !== undefined) throw new UsageError([`${rawName} takes no value; see --help`]);
    const isOptionItself = inlineValue === false && /^-./.test(value);
    if (takesValue && (value === undefined || isOptionItself))
      throw new UsageError([`${rawName} needs a value; see --help`]);
  }
  return parseArgs(settings);
}

function withWhatTheyMeanAlone(words: readonly string[]): string[] {
  const end = words.indexOf('--');
  return words.map((word, index) => {
    const name = word.slice(2);
    const option: Option | undefined = word.startsWith('--') && isOption(name) ? OPTIONS[name] : undefined;
    if (option?.alone === undefined || (end !== -1 && index > end)) return word;
    const next = words[index + 1];
    if (next !== undefined && isMeantAsValue(next, option.offers)) {
      throw new UsageError([`${word} takes its value with an equals sign: ${word}=${next}`]);
    }
    return `${word}=${option.alone}`;
  });
}

/** A path may follow too, which no JSON is for the linter unless somebody names it on purpose. */
function isMeantAsValue(next: string, offers: Offered | undefined): boolean {
  return typeof offers === 'object' ? offers.includes(next) : next.endsWith('.json');
}

function isOption(name: string): name is keyof typeof OPTIONS {
  return Object.hasOwn(OPTIONS, name);
}

/** @throws UsageError for options that a command does not take: it would go its way as if they were not there. */
export function checkOptionsOf(command: CommandName, values: object): void {
  const strange = Object.entries<Option>(OPTIONS).flatMap(([name, { of }]) =>
    Object.hasOwn(values, name) && of?.includes(command) === false
      ? [`${command} takes no --${name}; it is for ${of.join(', ')}`]
      : [],
  );
  if (strange.length > 0) throw new UsageError(strange);
}

function unknownOption(asWritten: string, name: string): UsageError {
  const near = nearName(name, Object.keys(OPTIONS));
  const advice = near === undefined ? 'see --help' : `did you mean --${near}?`;
  return new UsageError([`there is no option ${asWritten}; ${advice}`]);
}

/** One of a fixed set of words. @throws UsageError with the set, and the near word where there is one. */
export function oneOf<Word extends string>(option: string, value: string, words: readonly Word[]): Word {
  const found = words.find(word => word === value);
  if (found !== undefined) return found;
  throw new UsageError([`${option} does not take ${value}; ${nearAdvice(value, words, `use ${words.join(', ')}`)}`]);
}
