import type { Configuration } from '../../policy/configuration.ts';
import { configurationFor } from '../configuration.ts';
import { treeOf } from '../tree.ts';
import { UsageError } from '../usage-error.ts';
import type { Command } from './arguments.ts';
import { enteredPassword } from './entered-password.ts';
import type { Terminal } from './terminal.ts';

const USUAL_COST = 10;

/** bcrypt takes no notice of what stands behind these (golang.org/x/crypto/bcrypt `ErrPasswordTooLong`). */
const MOST_BYTES = 72;

/** U+0000 to U+001F and U+007F, which RFC 7617, section 2, forbids. */
const CONTROL = /[^ -~\u0080-\uffff]/;

/** Words that YAML 1.1 takes for something else than text, as keys too. */
const WORD_OF_YAML = /^(?:y|n|yes|no|on|off|true|false|null)$/i;

/**
 * `promsec hash USER`: asks for a password and prints the entry of `basic_auth_users` for it, on standard output and
 * nowhere else.
 *
 * @throws UsageError for a name or a password that nobody could log in with, and for a cost that the linter would report.
 */
export async function hashCommand(command: Command, terminal: Terminal): Promise<0> {
  const user = userOf(command.words);
  const { root } = treeOf([], terminal.folder);
  const { bcrypt } = await configurationFor(root, command.configuration, terminal.folder);
  const cost = costOf(command.cost, bcrypt);
  const password = await enteredPassword({ input: process.stdin, output: process.stderr });
  const flaw = flawIn(password);
  if (flaw !== undefined) throw new UsageError([flaw]);
  // It is large, and nothing else of the start needs it.
  const { hashSync } = await import('bcryptjs');
  terminal.emit(`${yamlKey(user)}: ${hashSync(password, cost)}\n`);
  return 0;
}

/** Not quoted in any message: a password may stand in its place. */
function userOf([user, ...others]: readonly string[]): string {
  if (user === undefined) throw new UsageError(['hash needs the name of a user; the password is asked for']);
  if (others.length > 0) throw new UsageError(['hash takes the name of one user alone; the password is asked for']);
  if (user === '') throw new UsageError(['the name of the user is empty']);
  if (user.includes(':')) throw new UsageError(['a user whose name has a colon can never log in; choose another name']);
  if (CONTROL.test(user)) throw new UsageError(['the name of the user has a control character; choose another name']);
  return user;
}

/** The cost that is asked for, or the usual one as far as the configuration allows it. */
function costOf(asked: number | undefined, { minCost, maxCost }: Configuration['bcrypt']): number {
  const cost = asked ?? Math.min(Math.max(USUAL_COST, minCost), maxCost);
  if (cost >= minCost && cost <= maxCost) return cost;
  const range = minCost === maxCost ? `${minCost}` : `${minCost} to ${maxCost}`;
  throw new UsageError([
    `--cost ${cost} makes a hash that promsec reports; use ${range}, or set bcrypt in the configuration`,
  ]);
}

/** Why nobody should have a password, or could log in with it; a sentence that tells nothing of it. */
function flawIn(password: string): string | undefined {
  if (password === '') return 'the password is empty; enter one';
  if (CONTROL.test(password)) return 'the password has a control character, which HTTP forbids; choose another one';
  if (Buffer.byteLength(password) <= MOST_BYTES) return undefined;
  return `the password is longer than ${MOST_BYTES} bytes, and bcrypt takes no notice of the rest; choose a shorter one`;
}

/** A name as a key, in quotes where it could be read as something else. */
function yamlKey(name: string): string {
  const isPlain = /^[A-Za-z_][\w.-]*$/.test(name) && !WORD_OF_YAML.test(name);
  return isPlain ? name : JSON.stringify(name);
}
