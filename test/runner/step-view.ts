import { actionCommandIn, logLinesOf, type ActionCommand } from './action-command.ts';
import { annotationOf, isLevel, type Annotation } from './annotation.ts';

/** What a user sees of a step, and what the step did to the job. */
export interface StepView {
  readonly annotations: readonly Annotation[];
  /** How many of a level were sent and not kept. */
  readonly lostAnnotations: Readonly<Record<Annotation['level'], number>>;
  /** The log as it is shown, masks applied. */
  readonly log: string;
  readonly masks: readonly string[];
  /** What `::set-output` and `::save-state` set, which are deprecated. */
  readonly set: Readonly<Record<string, string>>;
  /** Every command that was obeyed, those of annotations too. */
  readonly obeyed: readonly ActionCommand[];
  /** The summary as it is shown; `undefined` where there is none, or the runner drops it. */
  readonly summary: string | undefined;
}

const STOP = 'stop-commands';
/** The commands of actions/runner v2.336; `set-env` and `add-path` fail the step. */
const COMMANDS = new Set(
  `${STOP} set-env set-output save-state add-mask add-path add-matcher remove-matcher debug warning error notice
  group endgroup echo`.split(/\s+/),
);
/** `src/Runner.Worker/ExecutionContext.cs`, _maxCountPerIssueType. */
const ANNOTATIONS_PER_LEVEL = 10;
/** Bytes. `src/Runner.Worker/FileCommandManager.cs`, CreateStepSummaryCommand, since v2.297. */
const SUMMARY_BYTES = 1024 * 1024;
const TOO_LARGE = '$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k';

/**
 * What becomes of a step that printed `log`, standard error too, and left `summary` in its file
 * (`src/Runner.Worker/ActionCommandManager.cs`, `Handlers/OutputManager.cs`, `FileCommandManager.cs`).
 */
export function viewOf(log: string, summary: string, workspace: string): StepView {
  const job = new Job(workspace);
  for (const line of logLinesOf(log)) job.read(line);
  return job.view(summary);
}

class Job {
  readonly #workspace: string;
  readonly #annotations: Annotation[] = [];
  readonly #counts = { failure: 0, warning: 0, notice: 0 };
  readonly #log: string[] = [];
  readonly #masks: string[] = [];
  readonly #set = new Map<string, string>();
  readonly #obeyed: ActionCommand[] = [];
  #resumeToken: string | undefined;

  constructor(workspace: string) {
    this.#workspace = workspace;
  }

  read(line: string): void {
    const command = actionCommandIn(line, name => COMMANDS.has(name.toLowerCase()) || name === this.#resumeToken);
    if (command === undefined || !this.#isObeyed(command)) this.#log.push(this.#masked(line));
  }

  view(summary: string): StepView {
    const bytes = Buffer.byteLength(summary);
    if (bytes > SUMMARY_BYTES) this.#annotate({ name: 'error', properties: {}, data: TOO_LARGE });
    const isShown = bytes > 0 && bytes <= SUMMARY_BYTES;
    const { failure, warning, notice } = this.#counts;
    return {
      annotations: this.#annotations,
      lostAnnotations: { failure: lost(failure), warning: lost(warning), notice: lost(notice) },
      log: this.#log.join('\n'),
      masks: this.#masks,
      set: Object.fromEntries(this.#set),
      obeyed: this.#obeyed,
      summary: isShown
        ? summary
            .split('\n')
            .map(line => this.#masked(line))
            .join('\n')
        : undefined,
    };
  }

  #isObeyed(command: ActionCommand): boolean {
    if (this.#resumeToken !== undefined) {
      if (command.name !== this.#resumeToken) return false;
      this.#resumeToken = undefined;
      return true;
    }
    this.#obeyed.push(command);
    const name = command.name.toLowerCase();
    if (name === STOP) this.#resumeToken = command.data;
    else if (name === 'add-mask' && command.data.trim() !== '') this.#masks.push(command.data);
    else if (name === 'set-output' || name === 'save-state') {
      this.#set.set(command.properties['name'] ?? '', command.data);
    } else if (isLevel(name)) this.#annotate({ ...command, name });
    return true;
  }

  #annotate(command: ActionCommand): void {
    const message = this.#masked(command.data);
    this.#log.push(message);
    const annotation = annotationOf(command, message, this.#workspace);
    if (annotation === undefined) return;
    this.#counts[annotation.level] += 1;
    if (this.#counts[annotation.level] <= ANNOTATIONS_PER_LEVEL) this.#annotations.push(annotation);
  }

  #masked(text: string): string {
    return this.#masks.reduce((shown, mask) => shown.replaceAll(mask, '***'), text);
  }
}

/** How many of those that were sent are not kept. */
function lost(sent: number): number {
  return Math.max(0, sent - ANNOTATIONS_PER_LEVEL);
}
