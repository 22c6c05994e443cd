import { candidateOf, isOursByName } from '../documents/candidate.ts';
import { templatesShapedBy } from '../documents/chart.ts';
import { alertRulesOf, mayHoldAlertRules } from '../model/alert-rules.ts';
import { mayHoldServices } from '../model/handshakes/kubernetes-service.ts';
import { isKustomization } from '../model/references/generated-entry.ts';
import type { FileContent } from '../text/file-tree.ts';
import { mayHoldOurs } from './read.ts';

/** True where the name of a file allows that a change of it matters. */
export function mayMatter(path: string): boolean {
  return candidateOf(path) !== undefined || isOursByName(path) || mayHoldAlertRules(path);
}

/** A look at a file: true where something of ours may stand in it, or where it decides what others mean. */
export function matters(path: string, content: FileContent | undefined): boolean {
  if (content === undefined) return false;
  if (isOursByName(path) || templatesShapedBy(path) !== undefined || isKustomization(path)) return true;
  if ('reason' in content) return mayMatter(path);
  const { bytes } = content;
  if (mayHoldAlertRules(path) && alertRulesOf(bytes).exist) return true;
  return mayHoldOurs(path, bytes) || mayHoldServices(path, bytes);
}
