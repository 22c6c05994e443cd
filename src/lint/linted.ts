import type { Report } from '../findings/report.ts';
import { lint, type LintInput } from './lint.ts';
import type { HashMatch } from '../rules/rule.ts';

/** What rules and readers may ask for, which is not at hand at once. */
type Answers = Pick<LintInput, 'matchesHash' | 'decipher'>;

/** Lints with all that rules and readers may ask for. */
export async function linted(input: Omit<LintInput, keyof Answers>): Promise<Report> {
  return answered(answers => lint({ ...input, ...answers }));
}

/**
 * What comes of linting with all that rules and readers may ask for. What compares passwords with bcrypt hashes, and what
 * opens PKCS #12 containers, is loaded where it is asked for, which most repositories give no cause to, and then
 * everything is judged once more.
 */
export async function answered<Outcome>(judge: (answers: Answers) => Outcome): Promise<Outcome> {
  let asksForHashes = false;
  let asksForDecipher = false;
  const outcome = judge({
    matchesHash: () => {
      asksForHashes = true;
      return undefined;
    },
    decipher: () => {
      asksForDecipher = true;
      return undefined;
    },
  });
  if (!asksForHashes && !asksForDecipher) return outcome;
  return judge({
    ...(asksForHashes ? { matchesHash: remembering((await import('bcryptjs')).compareSync) } : {}),
    ...(asksForDecipher ? { decipher: (await import('./decipher.ts')).decipher } : {}),
  });
}

/** A comparison takes up to seconds, and the two sides of a change ask for the same ones. */
function remembering(matchesHash: HashMatch): HashMatch {
  const known = new Map<string, boolean | undefined>();
  return (password, hash) => {
    const key = `${hash}\0${password}`;
    if (!known.has(key)) known.set(key, matchesHash(password, hash));
    return known.get(key);
  };
}
