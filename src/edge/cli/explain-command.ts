import { ENGINE_RULES, type EngineRule } from '../../findings/engine-rules.ts';
import { explanationOf } from '../../lint/explanation.ts';
import { lint } from '../../lint/lint.ts';
import { lowered } from '../../lint/lower.ts';
import { nearAdvice } from '../../text/near-name.ts';
import { selectionOf } from '../../policy/selection.ts';
import { RULES } from '../../rules/index.ts';
import { runtimeErrorOf } from '../../rules/errors/errors.ts';
import type { Rule } from '../../rules/rule.ts';
import { configurationFor } from '../configuration.ts';
import { answered } from '../../lint/linted.ts';
import { UsageError } from '../usage-error.ts';
import { treeFor } from '../whole-report.ts';
import type { Command } from './arguments.ts';
import { errorPage } from './error-page.ts';
import { rulePage } from './rule-page.ts';
import type { Terminal } from './terminal.ts';

const ALL: readonly (Rule | EngineRule)[] = [...RULES, ...ENGINE_RULES];

/**
 * `promsec explain RULE`: the page of the rule. `promsec explain "ERROR"`: what an error of Prometheus means, and where in
 * the repository it comes from.
 *
 * @throws UsageError where there is no such rule, and no such error.
 */
export async function explainCommand(command: Command, terminal: Terminal): Promise<0> {
  const text = command.words.join(' ');
  const rule = ALL.find(candidate => candidate.id === text);
  if (rule !== undefined) terminal.print(rulePage(rule));
  else if (runtimeErrorOf(text) !== undefined) terminal.print(await pageOfError(text, command, terminal));
  else throw new UsageError([unexplained(text)]);
  return 0;
}

async function pageOfError(text: string, { configuration: choice, now }: Command, terminal: Terminal): Promise<string> {
  const files = treeFor({ ...terminal, paths: [] });
  const configuration = { ...(await configurationFor(files.root, choice, terminal.folder)), pedantic: true };
  const explanation = await answered(answers => {
    const tree = lowered(files, selectionOf(configuration), answers.decipher);
    const report = lint({ files, configuration, now: now ?? terminal.now, lowered: tree, ...answers });
    return explanationOf(
      text,
      tree.meanings.flatMap(({ clients }) => clients),
      report.findings,
    );
  });
  return explanation === undefined ? '' : errorPage(explanation);
}

function unexplained(text: string): string {
  if (text === '') return 'name a rule, or quote an error of Prometheus; promsec rules lists the rules';
  if (/\s/.test(text)) {
    return 'no error that promsec knows is in this text; paste the line of the targets page or of the log, in quotes';
  }
  const ids = ALL.map(candidate => candidate.id);
  return `there is no rule ${text}; ${nearAdvice(text, ids, 'promsec rules lists them')}`;
}
