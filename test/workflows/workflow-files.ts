import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const TOP = join(import.meta.dirname, '../../..');

/** What an action or a called workflow is given. */
type With = Readonly<Record<string, string | number | boolean>>;

/** A step of a job, as far as it matters here. */
export interface WorkflowStep {
  readonly id?: string;
  readonly name?: string;
  readonly uses?: string;
  readonly with?: With;
  readonly run?: string;
}

/** A job, which has steps or calls another workflow. */
interface WorkflowJob {
  readonly name?: string;
  readonly 'timeout-minutes'?: number;
  readonly uses?: string;
  readonly with?: With;
  readonly steps?: readonly WorkflowStep[];
}

interface Workflow {
  readonly permissions?: object;
  readonly jobs: Readonly<Record<string, WorkflowJob>>;
}

/** A workflow as it is committed. */
export interface WorkflowFile {
  /** From the top of the repository. */
  readonly path: string;
  readonly text: string;
  readonly workflow: Workflow;
}

/** The workflow at a path from the top of the repository. */
export function workflowAt(path: string): WorkflowFile {
  const text = readFileSync(join(TOP, path), 'utf8');
  // Its linter has a test of its own.
  return { path, text, workflow: parse(text) as Workflow };
}

/** The workflows in a folder of the repository. */
export function workflowsIn(folder: string): readonly WorkflowFile[] {
  return readdirSync(join(TOP, folder))
    .sort()
    .map(name => workflowAt(`${folder}/${name}`));
}

/** Every step of a workflow. */
export function stepsOf({ jobs }: Workflow): readonly WorkflowStep[] {
  return Object.values(jobs).flatMap(({ steps = [] }) => steps);
}

/** What `action.yml` and the like declare below a key. */
export function declaredIn(path: string, ...keys: readonly string[]): readonly string[] {
  const found = keys.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    parse(readFileSync(join(TOP, path), 'utf8')),
  );
  return Object.keys(found ?? {});
}
