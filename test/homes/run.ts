// Proves with programs of others what is made for them: shells complete, pre-commit runs the hook on what a commit
// changes, readers of XML take the reports. The last line is `N passed, N failed`.
//
//   npm run test:homes
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Check } from './check.ts';
import { preCommitChecks } from './pre-commit.ts';
import { readerChecks } from './readers.ts';
import { shellChecks } from './shells.ts';

const scratch = mkdtempSync(join(tmpdir(), 'promsec-homes-'));
try {
  process.exitCode = failures([
    ...readerChecks(scratch),
    ...shellChecks(checkout(), scratch),
    ...preCommitChecks(scratch),
  ]);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** 1 where a check fails; prints each, and the counts. */
function failures(checks: readonly Check[]): 0 | 1 {
  let failed = 0;
  for (const { name, faults } of checks) {
    const found = faultsOf(faults);
    if (found.length > 0) failed += 1;
    print(found.length === 0 ? `passed: ${name}` : [`FAILED: ${name}`, ...found].join('\n  '));
  }
  print(`${checks.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

function faultsOf(faults: Check['faults']): readonly string[] {
  try {
    return faults();
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

/** A checkout with files and a branch to complete. */
function checkout(): string {
  const folder = join(scratch, 'checkout');
  mkdirSync(join(folder, 'deploy'), { recursive: true });
  writeFileSync(join(folder, 'report.sarif'), '');
  const git = (...words: readonly string[]): void => {
    execFileSync('git', ['-C', folder, '-c', 'user.name=A', '-c', 'user.email=a@example.org', ...words]);
  };
  git('init', '--quiet');
  git('commit', '--quiet', '--allow-empty', '--message', 'one');
  for (const branch of ['feature', 'hostile$(touch${IFS}pwned)']) git('branch', branch);
  return folder;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
