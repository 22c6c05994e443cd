import { spawnSync } from 'node:child_process';
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeBlocks } from './tree.mjs';

/** What the last commit of a checkout adds to the findings of the others. */
export const CHANGE_FAULTS = 1;

const JOB = '  - job_name: added\n    tls_config:\n      insecure_skip_verify: true\n';

/**
 * Writes so many blocks into a folder that becomes a checkout with three commits: all files; a change of source code
 * alone; and one more job in one `prometheus.yml`.
 */
export function writeCheckout(folder, blocks) {
  writeBlocks(folder, 0, blocks);
  writeFileSync(join(folder, 'main.go'), 'package main\n');
  git(folder, 'init', '--quiet');
  commit(folder);
  appendFileSync(join(folder, 'main.go'), 'func main() {}\n');
  commit(folder);
  appendFileSync(join(folder, 'block-0/prometheus/prometheus.yml'), JOB);
  commit(folder);
}

/** Checks a commit out, and leaves the checkout as actions/checkout does: git has nothing to look up in the files. */
export function checkOut(folder, revision) {
  git(folder, 'checkout', '--quiet', '--detach', revision);
  git(folder, 'status', '--porcelain');
}

/** The questions that promsec asks git where nothing of ours has changed since a revision; gives what that took. */
export function askGit(folder, revision, changedName) {
  const started = performance.now();
  git(folder, 'rev-parse', `${revision}^{commit}`);
  git(folder, 'merge-base', 'HEAD', revision);
  git(folder, 'diff', '--raw', '-z', '-M', revision, '--');
  git(folder, 'ls-files', '-z', '--others', '--exclude-standard');
  git(folder, 'grep', '-l', '-z', '-F', '-e', changedName);
  return { cpu: 0, wall: performance.now() - started, memory: 0 };
}

function commit(folder) {
  git(folder, 'add', '--all');
  git(folder, '-c', 'user.name=A', '-c', 'user.email=a@example.org', 'commit', '--quiet', '--message', 'files');
}

function git(folder, ...words) {
  const { status, stderr } = spawnSync('git', ['-C', folder, ...words], { encoding: 'utf8', maxBuffer: Infinity });
  // `git grep` ends with 1 where it finds nothing.
  if (status !== 0 && words[0] !== 'grep') throw new Error(`git ${words.join(' ')} ended with ${status}: ${stderr}`);
}
