import type { Shard } from '../../findings/report.ts';
import { REPOSITORY_NAME } from '../../findings/repository-name.ts';
import { MOST_SHARDS } from '../../findings/shard.ts';
import { CERTIFICATE_FORMATS, type CertificateFormat } from '../../report/certificates/certificate-formats.ts';
import { FORMATS, type Format } from '../../report/format-names.ts';
import type { FixChoice } from '../../lint/mended.ts';
import { SCOPES, type Scope } from '../../policy/comparison.ts';
import type { Configuration } from '../../policy/configuration.ts';
import type { ConfigurationChoice } from '../configuration.ts';
import { UsageError } from '../usage-error.ts';
import {
  checkOptionsOf,
  COMMANDS,
  FAIL_ON,
  FIX_MODES,
  oneOf,
  optionsFrom,
  USUAL_BASELINE,
  type CommandName,
} from './options.ts';

/** What `--fix` asks for. */
export interface Fixing {
  readonly choice: FixChoice;
  readonly isDryRun: boolean;
}

/** What the command line asks for. */
export interface Command {
  readonly name: CommandName | 'help' | 'version';
  /** Paths; of reports for `merge`, the rule or the text of an error for `explain`, the user for `hash`, the shell for `completion`. */
  readonly words: readonly string[];
  readonly format: Format;
  /** Of the list of certificates, which has formats of its own. */
  readonly certificateFormat: CertificateFormat;
  readonly output?: string;
  readonly configuration: ConfigurationChoice;
  /** Set where what a baseline has does not count: one that is named, or the usual one. */
  readonly baseline?: { readonly file?: string };
  /** True where the baseline is to lose what is stale in it. */
  readonly prunes: boolean;
  /** Set where what is found is to be mended, or shown how. */
  readonly fix?: Fixing;
  readonly failOn?: Configuration['failOn'];
  readonly isPedantic: boolean;
  /** Absent where all findings count. */
  readonly comparison?: { readonly scope: Exclude<Scope, 'all'>; readonly revision: string };
  readonly now?: Date;
  readonly shard?: Shard;
  readonly repository?: string;
  /** Of a bcrypt hash: 4 to 31. */
  readonly cost?: number;
  readonly isVerbose: boolean;
  readonly color?: boolean;
}

/** Reads the words behind the program's name. @throws UsageError where they make no sense. */
export function commandFrom(words: readonly string[]): Command {
  const { values, positionals } = optionsFrom(words);
  const first = COMMANDS.find(name => name === positionals[0]);
  const name = values.help === true ? 'help' : values.version === true ? 'version' : (first ?? 'lint');
  if (name !== 'help' && name !== 'version') checkOptionsOf(name, values);
  if (values.config !== undefined && values['no-config'] === true) {
    throw new UsageError(['--config and --no-config exclude each other; keep one']);
  }
  const failOn = values['fail-on'] === undefined ? undefined : oneOf('--fail-on', values['fail-on'], FAIL_ON);
  const baseline = baselineOf(values.baseline);
  const comparison = comparisonOf(values.scope, values.base);
  const now = values.now === undefined ? undefined : momentOf(values.now);
  const shard = values.shard === undefined ? undefined : shardOf('--shard', values.shard);
  if (shard !== undefined && values.prune === true) {
    throw new UsageError(['--prune needs the whole report; leave out --shard']);
  }
  const fix = values.fix === undefined ? undefined : fixingOf(values.fix);
  if (fix !== undefined && (comparison !== undefined || shard !== undefined)) {
    throw new UsageError(['--fix mends what is found anywhere; leave out --base and --shard']);
  }
  if (fix?.isDryRun === true && values.format !== undefined) {
    throw new UsageError([`--fix=${values.fix} prints a diff; leave out --format`]);
  }
  const repository = values.repository === undefined ? undefined : repositoryOf('--repository', values.repository);
  const cost = values.cost === undefined ? undefined : costOf(values.cost);
  const color = values['no-color'] === true ? false : values.color;
  return {
    name,
    words: first === undefined ? positionals : positionals.slice(1),
    format: name === 'certificates' ? 'text' : oneOf('--format', values.format ?? 'text', FORMATS),
    certificateFormat:
      name === 'certificates' ? oneOf('--format', values.format ?? 'text', CERTIFICATE_FORMATS) : 'text',
    configuration: {
      isOff: values['no-config'] === true,
      ...(values.config === undefined ? {} : { file: values.config }),
    },
    prunes: values.prune === true,
    ...(baseline === undefined ? {} : { baseline }),
    isPedantic: values.pedantic === true,
    isVerbose: values.verbose === true,
    ...(values.output === undefined ? {} : { output: values.output }),
    ...(fix === undefined ? {} : { fix }),
    ...(failOn === undefined ? {} : { failOn }),
    ...(comparison === undefined ? {} : { comparison }),
    ...(now === undefined ? {} : { now }),
    ...(shard === undefined ? {} : { shard }),
    ...(repository === undefined ? {} : { repository }),
    ...(cost === undefined ? {} : { cost }),
    ...(color === undefined ? {} : { color }),
  };
}

function baselineOf(written: string | undefined): Command['baseline'] {
  if (written === '') throw new UsageError(['--baseline= names no file; leave out the equals sign for the usual one']);
  if (written === undefined) return undefined;
  return written === USUAL_BASELINE ? {} : { file: written };
}

function fixingOf(written: string): Fixing {
  const mode = oneOf('--fix', written, FIX_MODES);
  return { choice: mode.startsWith('unsafe') ? 'all' : 'safe', isDryRun: mode.endsWith('dry-run') };
}

function comparisonOf(written: string | undefined, revision: string | undefined): Command['comparison'] {
  const scope = oneOf('--scope', written ?? (revision === undefined ? 'all' : 'new'), SCOPES);
  if (scope !== 'all' && revision !== undefined) return { scope, revision };
  if (scope !== 'all') throw new UsageError([`--scope ${scope} needs a --base, such as --base origin/main`]);
  if (revision !== undefined) throw new UsageError(['--scope all compares with nothing; leave out --base']);
  return undefined;
}

/** A part of a report: `2/4`. @throws UsageError for anything else. */
export function shardOf(option: string, text: string): Shard {
  const [, index, count] = (/^(\d{1,5})\/(\d{1,5})$/.exec(text) ?? []).map(Number);
  if (index !== undefined && count !== undefined && index >= 1 && index <= count && count <= MOST_SHARDS) {
    return { index, count };
  }
  throw new UsageError([`${option} does not take ${text}; write which shard of how many, such as 2/4`]);
}

/** What a repository is called. @throws UsageError for what GitHub calls none. */
export function repositoryOf(option: string, text: string): string {
  if (REPOSITORY_NAME.test(text)) return text;
  throw new UsageError([`${option} does not take ${text}; write owner/name`]);
}

function costOf(text: string): number {
  const cost = /^\d{1,2}$/.test(text) ? Number(text) : NaN;
  if (cost >= 4 && cost <= 31) return cost;
  throw new UsageError([`--cost does not take ${text}; write a whole number from 4 to 31`]);
}

/** A day (`2027-01-31`, its first moment in UTC) or a moment in ISO 8601. @throws UsageError for anything else. */
function momentOf(text: string): Date {
  const isIso = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2}))?$/.test(text);
  const moment = new Date(text);
  if (isIso && !Number.isNaN(moment.getTime()) && isDay(text.slice(0, 10))) return moment;
  throw new UsageError([`--now does not take ${text}; write a day such as 2027-01-31`]);
}

/** False for February 30th, which `Date` takes for March 2nd. */
function isDay(text: string): boolean {
  return new Date(text).toISOString().startsWith(text);
}
