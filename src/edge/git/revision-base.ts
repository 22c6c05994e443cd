import type { Base, NoBase } from '../base.ts';
import type { DiskTree } from '../tree.ts';
import { UsageError } from '../usage-error.ts';
import { gitTopOf } from './checkout.ts';
import { commitNamed, knownMergeBaseOf } from './commit.ts';
import { gitBase } from './git-base.ts';

/**
 * The base that a user names: where the checkout parted from a revision.
 *
 * @throws UsageError where git knows no such revision.
 */
export function baseAtRevision({ root, named }: DiskTree, revision: string): Base | NoBase {
  if (gitTopOf(root) !== root) throw new UsageError([`--base needs a git checkout, and ${root} is none`]);
  const commit = commitNamed(root, revision);
  if (commit === undefined) throw new UsageError([`--base does not take ${revision}; name a commit that git knows`]);
  const parted = knownMergeBaseOf(root, 'HEAD', commit.id);
  if (parted === undefined) return { reason: `git does not know where HEAD parted from ${revision}` };
  const name = parted === commit.id ? revision : `where HEAD parted from ${revision}`;
  return gitBase(root, { commit: parted, name }, [...named]);
}
