import { lint } from '../../src/lint/lint.ts';
import { DEFAULT_CONFIGURATION } from '../../src/policy/configuration.ts';
import { EXAMPLE_NOW } from '../../src/rules/rule.ts';
import { treeOf, type Files } from '../tree.ts';
import type { Verdict } from './peer.ts';

/** The rules whose errors mean that the process refuses the file. */
const REFUSING: ReadonlySet<string> = new Set([
  'conflicting-credentials',
  'conflicting-fields',
  'duplicate-key',
  'field-needs-version',
  'incomplete-client-certificate',
  'internal-error',
  'invalid-bcrypt-hash',
  'invalid-value',
  'missing-field',
  'server-will-not-start',
  'unknown-field',
  'unreadable-file',
]);

/** What promsec says of the files at these paths, in their order. Each is read whatever it is called. */
export function promsecVerdicts(files: Files, paths: readonly string[], prometheusVersion: string): readonly Verdict[] {
  const report = lint({
    files: { ...treeOf(files), named: new Set(paths) },
    configuration: { ...DEFAULT_CONFIGURATION, prometheusVersion },
    now: EXAMPLE_NOW,
  });
  const said = new Map(paths.map(path => [path, Array<string>()]));
  for (const { ruleId, severity, at, message } of report.findings) {
    if (severity === 'error' && REFUSING.has(ruleId)) said.get(at.file.path)?.push(`${ruleId}: ${message}`);
  }
  return [...said.values()].map(messages => ({ isRefused: messages.length > 0, said: messages.join('\n') }));
}
