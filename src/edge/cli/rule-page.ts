import type { EngineRule } from '../../findings/engine-rules.ts';
import { lint } from '../../lint/lint.ts';
import { DEFAULT_CONFIGURATION, type Configuration } from '../../policy/configuration.ts';
import { readConfiguration } from '../../policy/configuration-file.ts';
import { painterFor } from '../../report/color.ts';
import { findingText } from '../../report/finding-text.ts';
import { Secrets } from '../../report/secrets.ts';
import { EXAMPLE_NOW, type Example, type Rule } from '../../rules/rule.ts';
import type { FileTree } from '../../text/file-tree.ts';
import { SourceFile } from '../../text/source.ts';

const CONFIGURATION_FILE = '.promsec.yml';
const MARK = /[ \t]*# want: [a-z-]+$/;
const MARK_ABOVE = /^\s*# want-next: [a-z-]+$/;

/** The page of a rule in Markdown: what, why, a bad example with what promsec prints for it, a good one. */
export function rulePage(rule: Rule | EngineRule): string {
  const milder = rule.milderSeverity === undefined ? '' : `, or ${rule.milderSeverity} in the milder case`;
  const pedantic = 'isPedantic' in rule && rule.isPedantic === true ? ', off unless asked for (pedantic)' : '';
  const severity = `Severity: ${rule.severity}${milder}${pedantic}`;
  const parts = [`# ${rule.id}`, `${rule.summary}.`, severity, rule.explanation];
  if ('bad' in rule) {
    parts.push(
      '## Bad',
      ...filesIn(rule.bad),
      'promsec says:',
      fenced('text', outputFor(rule)),
      '## Good',
      ...filesIn(rule.good),
    );
  }
  return `${parts.join('\n\n')}\n`;
}

/** An example as a tree of files. */
export function exampleTree(example: Example): FileTree {
  const paths = Object.keys(example).sort();
  return {
    paths,
    named: new Set(paths),
    belowNamed: new Set(),
    has: path => path in example,
    read: path => {
      const text = example[path];
      return text === undefined ? undefined : { bytes: new TextEncoder().encode(text) };
    },
  };
}

/** The configuration that an example brings along, or the default one. @throws Error for a mistake in it, which is ours. */
export function exampleConfiguration(example: Example): Configuration {
  const text = example[CONFIGURATION_FILE];
  if (text === undefined) return DEFAULT_CONFIGURATION;
  const reading = readConfiguration(new SourceFile(CONFIGURATION_FILE, text));
  if ('mistakes' in reading) throw new Error(reading.mistakes.map(({ message }) => message).join('; '));
  return reading.configuration;
}

/** An example as users should see it, without the marks for the tests. */
function withoutMarks(example: Example): Example {
  return Object.fromEntries(
    Object.entries(example).map(([path, text]) => {
      const lines = text.split('\n').filter(line => !MARK_ABOVE.test(line));
      return [path, lines.map(line => line.replace(MARK, '')).join('\n')];
    }),
  );
}

function filesIn(example: Example): readonly string[] {
  return Object.entries(withoutMarks(example)).flatMap(([path, text]) => [
    `\`${path}\``,
    fenced(languageOf(path), text),
  ]);
}

function outputFor(rule: Rule): string {
  const files = exampleTree(withoutMarks(rule.bad));
  const configuration = { ...exampleConfiguration(rule.bad), pedantic: true };
  const report = lint({ files, configuration, now: EXAMPLE_NOW, rules: [rule] });
  const secrets = new Secrets(report.secrets);
  return report.findings.map(finding => findingText(finding, secrets, painterFor(false))).join('\n\n');
}

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}

function languageOf(path: string): string {
  return /\.ya?ml$/.test(path) ? 'yaml' : 'text';
}
