import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../../findings/report.ts';

/**
 * The folder of the workspace that is a checkout and has findings, where the workspace is none (`path` of
 * actions/checkout). GitHub takes paths from the top of the repository, so that no annotation would stand on its line.
 */
export function misplacedCheckout({ findings }: Report, workspace: string): string | undefined {
  if (existsSync(join(workspace, '.git'))) return undefined;
  const folders = new Set(findings.map(({ at }) => at.file.path.split('/')[0] ?? ''));
  return [...folders].find(folder => existsSync(join(workspace, folder, '.git')));
}
