import { getInput } from '@actions/core';
import { SEVERITIES } from '../../findings/finding.ts';
import type { Shard } from '../../findings/report.ts';
import { SCOPES, type Scope } from '../../policy/comparison.ts';
import type { Configuration } from '../../policy/configuration.ts';
import { repositoryOf, shardOf } from '../cli/arguments.ts';
import { oneOf } from '../cli/options.ts';
import type { ConfigurationChoice } from '../configuration.ts';
import { UsageError } from '../usage-error.ts';

/** What the workflow asks for. An input that is empty says nothing, so that the configuration file decides. */
export interface Inputs {
  readonly paths: readonly string[];
  readonly configuration: ConfigurationChoice;
  readonly failOn?: Configuration['failOn'];
  readonly pedantic?: boolean;
  readonly expiryDays?: number;
  readonly sarifFile?: string;
  readonly jsonFile?: string;
  readonly scope?: Scope;
  readonly noFiles?: Configuration['noFiles'];
  /** Absent where the configuration file decides. */
  readonly baseline?: boolean;
  /** Where it is another one than the usual one. */
  readonly baselineFile?: string;
  readonly shard?: Shard;
  readonly repository?: string;
  /** What is told to GitHub besides, each of which needs a permission. */
  readonly sinks: {
    readonly suggestions: boolean;
    readonly checkRun?: string;
    readonly comment: boolean;
    /** Absent where the event decides. */
    readonly audit?: boolean;
  };
}

/** Reads the inputs. @throws UsageError where one makes no sense. */
export function inputs(): Inputs {
  const config = getInput('config');
  const failOn = getInput('fail-on');
  const pedantic = booleanInput('pedantic');
  const expiryDays = getInput('expiry-days');
  const sarifFile = fileInput('sarif-file');
  const jsonFile = fileInput('json-file');
  const scope = getInput('scope');
  const noFiles = getInput('no-files');
  const baseline = getInput('baseline');
  const shard = getInput('shard');
  const repository = getInput('repository');
  const checkRun = getInput('check-run');
  const audit = booleanInput('audit');
  if (audit === true && shard + repository !== '') {
    throw new UsageError(['audit keeps an issue on all of its own repository; leave out shard and repository']);
  }
  return {
    // One path a line; the whole checkout is the same as none.
    paths: getInput('path')
      .split('\n')
      .map(path => path.trim())
      .filter(path => path !== ''),
    configuration: config === '' ? {} : { file: config },
    ...(failOn === '' ? {} : { failOn: oneOf('fail-on', failOn, [...SEVERITIES, 'never']) }),
    ...(pedantic === undefined ? {} : { pedantic }),
    ...(expiryDays === '' ? {} : { expiryDays: daysIn(expiryDays) }),
    ...(sarifFile === '' ? {} : { sarifFile }),
    ...(jsonFile === '' ? {} : { jsonFile }),
    ...(scope === '' ? {} : { scope: oneOf('scope', scope, SCOPES) }),
    ...(noFiles === '' ? {} : { noFiles: oneOf('no-files', noFiles, ['pass', 'warn', 'fail']) }),
    ...baselineIn(baseline),
    ...(shard === '' ? {} : { shard: shardOf('shard', shard) }),
    ...(repository === '' ? {} : { repository: repositoryOf('repository', repository) }),
    sinks: {
      suggestions: booleanInput('suggestions') ?? false,
      comment: booleanInput('comment') ?? false,
      ...(checkRun === '' ? {} : { checkRun }),
      ...(audit === undefined ? {} : { audit }),
    },
  };
}

/** The name of a file to write, which becomes an output. */
function fileInput(name: string): string {
  const file = getInput(name);
  if (/[\r\n]/.test(file)) throw new UsageError([`${name} does not take a name on several lines`]);
  return file;
}

/** `true` is the usual one, `false` none, and anything else the name of a file. */
function baselineIn(written: string): Pick<Inputs, 'baseline' | 'baselineFile'> {
  if (written === '') return {};
  const isWord = /^(?:true|false)$/i.test(written);
  return isWord ? { baseline: written.toLowerCase() === 'true' } : { baseline: true, baselineFile: written };
}

/** `undefined` where nothing is said. */
function booleanInput(name: string): boolean | undefined {
  const value = getInput(name);
  return value === '' ? undefined : oneOf(name, value.toLowerCase(), ['true', 'false']) === 'true';
}

function daysIn(text: string): number {
  if (!/^\d{1,5}$/.test(text))
    throw new UsageError([`expiry-days does not take ${text}; write a whole number of days`]);
  return Number(text);
}
