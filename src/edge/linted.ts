import type { Report } from '../findings/report.ts';
import { lint, type LintInput } from '../lint/lint.ts';

/**
 * Lints with all that rules may ask for. What compares passwords with bcrypt hashes is loaded where one of them asks,
 * which most repositories give no cause to, and then everything is judged once more.
 */
export async function linted(input: Omit<LintInput, 'matchesHash'>): Promise<Report> {
  let isAsked = false;
  const report = lint({
    ...input,
    matchesHash: () => {
      isAsked = true;
      return undefined;
    },
  });
  if (!isAsked) return report;
  const { compareSync } = await import('bcryptjs');
  return lint({ ...input, matchesHash: compareSync });
}
