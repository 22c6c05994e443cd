import type { Severity } from './finding.ts';
import type { RuleMetadata } from './report.ts';

/** A rule that no document breaks: the engine itself reports under its name. */
export interface EngineRule extends RuleMetadata {
  readonly milderSeverity?: Severity;
}

/** Something that is ours cannot be read. */
export const UNREADABLE_FILE: EngineRule = {
  id: 'unreadable-file',
  severity: 'error',
  milderSeverity: 'note',
  summary: 'A file that should be read cannot be',
  explanation: `Nothing is known of what stands in the file, so a clean report says nothing about it. It is an error where the name alone says
that the file is ours (\`prometheus.yml\`, \`web.yml\`), since Prometheus will not read it either, and a note elsewhere.
A part of a template that makes no YAML as it stands is left out, and what stands around it is read.

The text of such a file is never shown: what does not parse may be a secret.`,
};

/** A rule or a reader broke: our own mistake. */
export const INTERNAL_ERROR: EngineRule = {
  id: 'internal-error',
  severity: 'error',
  summary: 'promsec itself made a mistake',
  explanation: `A rule or a reader broke on this input. The other findings stand, but what the broken part would have found is missing, and
the exit status is 2. Please report it, with the file if you can.`,
};

/** An ignore comment that has nothing to ignore. */
export const UNUSED_IGNORE: EngineRule = {
  id: 'unused-ignore',
  severity: 'note',
  summary: 'An ignore comment matches no finding',
  explanation: `What it was written for is gone, or stands on another line: a comment counts for its own line, and for the one below it where it
stands alone. Left in place it will hide the next finding there. A comment for a rule that is off or did not run is not reported.`,
};

/** An ignore comment that says no reason. */
export const IGNORE_WITHOUT_REASON: EngineRule = {
  id: 'ignore-without-reason',
  severity: 'warning',
  summary: 'An ignore comment gives no reason, and so does not count',
  explanation: `Whoever reads the comment next year has to know whether it still holds. Write the reason behind the rule:
\`# promsec-ignore: insecure-skip-verify the appliance makes a new certificate at each start\`, with \`until 2027-01-31\` where it should end.
A template has comments of its own: \`{{/* promsec-ignore: ... */}}\`, \`{# promsec-ignore: ... #}\`.`,
};

/** Every rule of the engine, in alphabetical order. */
export const ENGINE_RULES: readonly EngineRule[] = [
  IGNORE_WITHOUT_REASON,
  INTERNAL_ERROR,
  UNREADABLE_FILE,
  UNUSED_IGNORE,
];
