import { baseName } from '../text/path.ts';

/** What the path of a file says of what may be in it. The same object for every path of which it says the same. */
export interface PathKind {
  readonly isJson: boolean;
  /** True for what by its name are values of a Helm chart. */
  readonly isValues: boolean;
  /** True for a file that Ansible takes variables from: of groups and hosts, or of a role. */
  readonly isVariables: boolean;
  /** True below a folder that is called as the one in which charts have their templates. */
  readonly isInTemplates: boolean;
}

const VALUES_NAME = /(?:^|[-_.])values(?:[-_.].*)?\.ya?ml$/i;
const VARIABLES = /(?:^|\/)(?:(?:group_vars|host_vars)\/.|(?:defaults|vars)\/[^/]+\.ya?ml$)/;
const TEMPLATES = /(?:^|\/)templates\//;
const KINDS = new Map<number, PathKind>();

/** What a path says. */
export function pathKindOf(path: string): PathKind {
  const isJson = path.endsWith('.json');
  const isValues = VALUES_NAME.test(baseName(path));
  const isVariables = VARIABLES.test(path);
  const isInTemplates = TEMPLATES.test(path);
  const key = (isJson ? 1 : 0) + (isValues ? 2 : 0) + (isVariables ? 4 : 0) + (isInTemplates ? 8 : 0);
  let kind = KINDS.get(key);
  if (kind === undefined) {
    kind = { isJson, isValues, isVariables, isInTemplates };
    KINDS.set(key, kind);
  }
  return kind;
}
