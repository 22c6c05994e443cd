import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { commandsIn } from '../report/workflow-commands.ts';
import type { ActionCommand } from '../runner/action-command.ts';
import type { Annotation } from '../runner/annotation.ts';
import { viewOf, type StepView } from '../runner/step-view.ts';
import { folderWith } from './folder.ts';

const TOP = join(import.meta.dirname, '../../..');

/** What `action.yml` says of the action. */
const ACTION = parse(readFileSync(join(TOP, 'action.yml'), 'utf8')) as {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, object>>;
  readonly runs: { readonly main: string };
};

const MILLISECONDS = 60_000;

/** The bundle that the action runs. */
export const BUNDLE = join(TOP, ACTION.runs.main);

/** What a step of a workflow says to the runner. */
export interface Step {
  /** By their names in `action.yml`. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** Variables besides those that the runner sets; `undefined` takes one of those out. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** What GitHub says of the event, in the file that the runner writes it to. */
  readonly payload?: object;
}

/** What came of a step. */
export interface StepOutcome {
  readonly status: number | null;
  readonly annotations: readonly Annotation[];
  /** What could be taken for a command, whatever its name: more than the runner obeys. */
  readonly commands: readonly ActionCommand[];
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** What a user sees. */
  readonly view: StepView;
}

/**
 * Runs the action in a workspace as the GitHub runner does (actions/runner v2.336): a clean environment, inputs as
 * variables, files for what the step sets, and a log that is read for commands, standard error too.
 */
export function runStep(workspace: string, step: Step = {}): StepOutcome {
  const { scratch, env } = surroundings(workspace, step);
  const { status, stdout, stderr } = spawnSync(process.execPath, [BUNDLE], {
    cwd: workspace,
    encoding: 'utf8',
    env,
    maxBuffer: 64 * 2 ** 20,
    timeout: MILLISECONDS,
  });
  return outcomeOf(workspace, scratch, status, stdout + stderr);
}

/** The same while this process goes on, which may be the server that the step talks to. */
export async function runStepBeside(workspace: string, step: Step = {}): Promise<StepOutcome> {
  const { scratch, env } = surroundings(workspace, step);
  const child = spawn(process.execPath, [BUNDLE], { cwd: workspace, env, timeout: MILLISECONDS });
  let log = '';
  for (const output of [child.stdout, child.stderr]) {
    output.setEncoding('utf8').on('data', (text: string) => (log += text));
  }
  const status = await new Promise<number | null>(ended => child.on('close', ended));
  return outcomeOf(workspace, scratch, status, log);
}

/** What the runner gives a step: variables, and a folder with the files that it reads afterwards. */
function surroundings(
  workspace: string,
  { inputs = {}, env = {}, payload = {} }: Step,
): { readonly scratch: string; readonly env: NodeJS.ProcessEnv } {
  const event = JSON.stringify(payload);
  const scratch = folderWith({ output: '', state: '', env: '', path: '', summary: '', 'event.json': event });
  const all = { ...runnerEnvironment(workspace, scratch), ...inputEnvironment(inputs), ...env };
  return { scratch, env: Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) };
}

function outcomeOf(workspace: string, scratch: string, status: number | null, log: string): StepOutcome {
  const summary = readFileSync(join(scratch, 'summary'), 'utf8');
  const view = viewOf(log, summary, workspace);
  return {
    status,
    annotations: view.annotations,
    commands: commandsIn(log),
    log,
    outputs: outputsIn(readFileSync(join(scratch, 'output'), 'utf8')),
    summary,
    view,
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
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_SHA: '5ca1ab1e5ca1ab1e5ca1ab1e5ca1ab1e5ca1ab1e',
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

/**
 * The outputs in a command file: `name=value`, or `name<<delimiter`, lines, `delimiter`
 * (`src/Runner.Worker/FileCommandManager.cs`).
 */
function outputsIn(text: string): Readonly<Record<string, string>> {
  const entries = [...text.matchAll(/^([^=<\n]+)(?:=(.*)|<<(.+)\n([^]*?)\n\3)$/gm)].map(
    ([, name = '', value, , lines = '']) => [name, value ?? lines] as const,
  );
  const undeclared = entries.map(([name]) => name).filter(name => !(name in ACTION.outputs));
  if (undeclared.length > 0) throw new Error(`action.yml declares no output ${undeclared.join(', ')}`);
  return Object.fromEntries(entries);
}
