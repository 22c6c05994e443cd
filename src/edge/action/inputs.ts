import { getInput } from '@actions/core';
import { SEVERITIES } from '../../findings/finding.ts';
import type { Configuration } from '../../policy/configuration.ts';
import { oneOf } from '../cli/arguments.ts';
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
}

/** Reads the inputs. @throws UsageError where one makes no sense. */
export function inputs(): Inputs {
  const config = getInput('config');
  const failOn = getInput('fail-on');
  const pedantic = getInput('pedantic');
  const expiryDays = getInput('expiry-days');
  const sarifFile = getInput('sarif-file');
  const jsonFile = getInput('json-file');
  return {
    // One path a line; the whole checkout is the same as none.
    paths: getInput('path')
      .split('\n')
      .map(path => path.trim())
      .filter(path => path !== ''),
    configuration: config === '' ? {} : { file: config },
    ...(failOn === '' ? {} : { failOn: oneOf('fail-on', failOn, [...SEVERITIES, 'never']) }),
    ...(pedantic === '' ? {} : { pedantic: oneOf('pedantic', pedantic.toLowerCase(), ['true', 'false']) === 'true' }),
    ...(expiryDays === '' ? {} : { expiryDays: daysIn(expiryDays) }),
    ...(sarifFile === '' ? {} : { sarifFile }),
    ...(jsonFile === '' ? {} : { jsonFile }),
  };
}

function daysIn(text: string): number {
  if (!/^\d{1,5}$/.test(text))
    throw new UsageError([`expiry-days does not take ${text}; write a whole number of days`]);
  return Number(text);
}
