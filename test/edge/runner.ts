import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { commandsIn, type WorkflowCommand } from '../report/workflow-commands.ts';
import { folderWith } from './folder.ts';

const TOP = join(import.meta.dirname, '../../..');

/** What `action.yml` says of the action. */
const ACTION = parse(readFileSync(join(TOP, 'action.yml'), 'utf8')) as {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, object>>;
  readonly runs: { readonly main: string };
};

/** The bundle that the action runs. */
export const BUNDLE = join(TOP, ACTION.runs.main);

/** What a step of a workflow says to the runner. */
export interface Step {
  /** By their names in `action.yml`. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** Variables besides those that the runner sets; `undefined` takes one of those out. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** What GitHub shows beside a line. Lines and columns from 1, the end column as it was sent. */
export interface Annotation {
  readonly level: 'failure' | 'warning' | 'notice';
  readonly message: string;
  readonly title?: string;
  readonly file?: string;
  readonly line?: number;
  readonly endLine?: number;
  readonly column?: number;
  readonly endColumn?: number;
}

/** What came of a step. */
export interface StepOutcome {
  readonly status: number | null;
  readonly annotations: readonly Annotation[];
  /** Everything that the runner takes for a command, also those that make no annotation. */
  readonly commands: readonly WorkflowCommand[];
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

/**
 * Runs the action in a workspace as the GitHub runner does (actions/runner v2.336): a clean environment, inputs as
 * variables, files for what the step sets, and a log that is read for commands, standard error too.
 */
export function runStep(workspace: string, { inputs = {}, env = {} }: Step = {}): StepOutcome {
  const scratch = folderWith({ output: '', state: '', env: '', path: '', summary: '', 'event.json': '{}' });
  const surroundings = { ...runnerEnvironment(workspace, scratch), ...inputEnvironment(inputs), ...env };
  const { status, stdout, stderr } = spawnSync(process.execPath, [BUNDLE], {
    cwd: workspace,
    encoding: 'utf8',
    env: Object.fromEntries(Object.entries(surroundings).filter(([, value]) => value !== undefined)),
    maxBuffer: 64 * 2 ** 20,
    timeout: 60_000,
  });
  const log = stdout + stderr;
  const commands = commandsIn(log);
  return {
    status,
    annotations: annotationsOf(commands, workspace),
    commands,
    log,
    outputs: outputsIn(readFileSync(join(scratch, 'output'), 'utf8')),
    summary: readFileSync(join(scratch, 'summary'), 'utf8'),
  };
}

function runnerEnvironment(workspace: string, scratch: string): Readonly<Record<string, string | undefined>> {
  return {
    PATH: process.env['PATH'],
    HOME: scratch,
    CI: 'true',
    RUNNER_OS: 'Linux',
    RUNNER_TEMP: scratch,
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION_PATH: TOP,
    GITHUB_WORKSPACE: workspace,
    GITHUB_REPOSITORY: 'o/r',
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_EVENT_PATH: join(scratch, 'event.json'),
    GITHUB_OUTPUT: join(scratch, 'output'),
    GITHUB_STATE: join(scratch, 'state'),
    GITHUB_ENV: join(scratch, 'env'),
    GITHUB_PATH: join(scratch, 'path'),
    GITHUB_STEP_SUMMARY: join(scratch, 'summary'),
  };
}

/**
 * `INPUT_` and the name in capitals, with its hyphens. Defaults that are expressions, the token, come to nothing here.
 */
function inputEnvironment(inputs: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const unknown = Object.keys(inputs).filter(name => !(name in ACTION.inputs));
  if (unknown.length > 0) throw new Error(`action.yml declares no input ${unknown.join(', ')}`);
  return Object.fromEntries(
    Object.entries(ACTION.inputs).map(([name, { default: standard = '' }]) => {
      const value = inputs[name] ?? (standard.startsWith('${{') ? '' : standard);
      return [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value];
    }),
  );
}

/** The outputs in a command file: `name<<delimiter`, lines, `delimiter` (`src/Runner.Worker/FileCommandManager.cs`). */
function outputsIn(text: string): Readonly<Record<string, string>> {
  const entries = [...text.matchAll(/^(.+?)<<(.+)\r?\n([^]*?)\r?\n\2\r?$/gm)].map(
    ([, name = '', , value = '']) => [name, value] as const,
  );
  const undeclared = entries.map(([name]) => name).filter(name => !(name in ACTION.outputs));
  if (undeclared.length > 0) throw new Error(`action.yml declares no output ${undeclared.join(', ')}`);
  return Object.fromEntries(entries);
}

const LEVELS = { error: 'failure', warning: 'warning', notice: 'notice' } as const;
// `src/Runner.Worker/ExecutionContext.cs`: _maxCountPerIssueType and _maxIssueMessageLength.
const ANNOTATIONS_PER_LEVEL = 10;
const MESSAGE_UNITS = 4096;

function annotationsOf(commands: readonly WorkflowCommand[], workspace: string): readonly Annotation[] {
  const kept: Annotation[] = [];
  for (const { name, properties, data } of commands) {
    if (name !== 'error' && name !== 'warning' && name !== 'notice') continue;
    const level = LEVELS[name];
    const isFull = kept.filter(annotation => annotation.level === level).length === ANNOTATIONS_PER_LEVEL;
    if (isFull || data.trim() === '') continue;
    const { title, file } = properties;
    kept.push({
      level,
      message: data.slice(0, MESSAGE_UNITS),
      ...(title === undefined ? {} : { title }),
      ...(file === undefined ? {} : { file: file.replace(`${workspace}/`, '') }),
      ...placeOf(properties),
    });
  }
  return kept;
}

/** `src/Runner.Worker/ActionCommandManager.cs`, ValidateLinesAndColumns: what contradicts itself is dropped. */
function placeOf({ line, endLine, col, endColumn }: WorkflowCommand['properties']): Partial<Annotation> {
  const start = line ?? endLine;
  const hasColumns = start !== undefined && (endLine === undefined || endLine === line) && isAscending(col, endColumn);
  const hasLines = start !== undefined && isAscending(start, endLine);
  const column = col ?? endColumn;
  return {
    ...(hasLines ? { line: Number(start), endLine: Number(endLine ?? start) } : {}),
    ...(hasColumns && column !== undefined ? { column: Number(column), endColumn: Number(endColumn ?? column) } : {}),
  };
}

function isAscending(start: string | undefined, end: string | undefined): boolean {
  return start === undefined || end === undefined || Number(start) <= Number(end);
}
