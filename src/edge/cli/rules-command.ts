import { ENGINE_RULES, type EngineRule } from '../../findings/engine-rules.ts';
import { RULES } from '../../rules/index.ts';
import type { Rule } from '../../rules/rule.ts';
import { UsageError } from '../usage-error.ts';
import type { Command } from './arguments.ts';
import type { Terminal } from './terminal.ts';

const ALL: readonly (Rule | EngineRule)[] = [...RULES, ...ENGINE_RULES];

/** `promsec rules`: a line for each rule. @throws UsageError where words follow. */
export function rulesCommand({ words }: Command, terminal: Terminal): 0 {
  if (words.length > 0) throw new UsageError(['rules takes no path; for a folder of that name say ./rules']);
  const width = Math.max(...ALL.map(rule => rule.id.length));
  const severityWidth = Math.max(...ALL.map(rule => severitiesOf(rule).length));
  terminal.print(
    ALL.map(rule => `${rule.id.padEnd(width)}  ${severitiesOf(rule).padEnd(severityWidth)}  ${rule.summary}\n`).join(
      '',
    ),
  );
  return 0;
}

/** `error`, `error, warning` where the rule has a milder case, `note (pedantic)` where it runs only when asked for. */
export function severitiesOf(rule: Rule | EngineRule): string {
  const { severity, milderSeverity } = rule;
  const severities = milderSeverity === undefined ? severity : `${severity}, ${milderSeverity}`;
  return 'isPedantic' in rule && rule.isPedantic === true ? `${severities} (pedantic)` : severities;
}
