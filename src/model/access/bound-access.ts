import { groupedBy } from '../../text/grouped.ts';
import type {
  Access,
  AccessBinding,
  AccessRole,
  AccessSubject,
  BoundAccount,
  ReachedBinding,
  ServerAccount,
} from './access.ts';
import type { AccessParts } from './access-parts.ts';
import { lacksOf } from './lack.ts';

// Everybody who runs in the cluster, by group.
const EVERYBODY = new Set(['system:authenticated', 'system:serviceaccounts']);

/** Follows accounts to their bindings, bindings to their roles, and servers to the monitors that they select. */
export function accessOf({ roles, bindings, serverAccounts, monitorNeeds, usesNodeProxy }: AccessParts): Access {
  const rolesByName = groupedBy(roles, ({ name }) => name.value);
  const bound = bindings.map(binding => ({ binding, roles: rolesOf(binding, rolesByName) }));
  const accounts = serverAccounts.map(account => boundAccount(account, bound));
  const serverRoles = roles.filter(role => role.isOfServer);
  return { accounts, serverRoles, lacks: lacksOf(accounts, monitorNeeds), usesNodeProxy };
}

function boundAccount(account: ServerAccount, bound: readonly Omit<ReachedBinding, 'isSure'>[]): BoundAccount {
  const bindings = bound.flatMap<ReachedBinding>(({ binding, roles }) => {
    const verdicts = binding.subjects.map(subject => meaningOf(subject, account));
    return verdicts.some(verdict => verdict !== 'other') ? [{ binding, roles, isSure: verdicts.includes('sure') }] : [];
  });
  // A binding for somebody whom a template names may be for this account too.
  const isTemplated = bound.some(({ binding }) => binding.subjects.some(({ name }) => name === undefined));
  const areRolesKnown = bindings.every(({ roles }) => roles.length > 0 && roles.every(role => role.isWhole));
  return { account, bindings, isWhole: !isTemplated && bindings.length > 0 && areRolesKnown };
}

/** Whether a subject of a binding is an account: surely, in all likelihood where a namespace is not written, or not. */
function meaningOf({ kind, name, namespace }: AccessSubject, account: ServerAccount): 'sure' | 'likely' | 'other' {
  if (kind === 'ServiceAccount') return name === account.name.value ? sameNamespace(namespace, account) : 'other';
  if (kind === 'User') {
    const [, home, user] = /^system:serviceaccount:([^:]+):([^:]+)$/.exec(name ?? '') ?? [];
    return user === account.name.value ? sameNamespace(home, account) : 'other';
  }
  if (kind !== 'Group' || name === undefined) return 'other';
  if (EVERYBODY.has(name)) return 'sure';
  const [, home] = /^system:serviceaccounts:(.+)$/.exec(name) ?? [];
  return home === undefined ? 'other' : sameNamespace(home, account);
}

function sameNamespace(namespace: string | undefined, account: ServerAccount): 'sure' | 'likely' | 'other' {
  if (namespace === undefined || account.namespace === undefined) return 'likely';
  return namespace === account.namespace ? 'sure' : 'other';
}

/** The roles that a binding may mean: several where folders of a repository are for several clusters. */
function rolesOf(
  { role, namespace }: AccessBinding,
  roles: ReadonlyMap<string, readonly AccessRole[]>,
): readonly AccessRole[] {
  const named = role === undefined ? undefined : roles.get(role.name.value);
  if (role === undefined || named === undefined) return [];
  return named.filter(candidate => {
    if (candidate.isOfCluster || role.isOfCluster) return candidate.isOfCluster && role.isOfCluster;
    return candidate.namespace === undefined || namespace === undefined || candidate.namespace === namespace;
  });
}

/** What of roles, bindings and workloads matters to a server: the rest is nobody's business here. */
export function reachedBy({ accounts, serverRoles }: Access): ReadonlySet<object> {
  const reached = new Set<object>(serverRoles);
  for (const { account, bindings } of accounts) {
    if (bindings.length > 0) reached.add(account);
    for (const { binding, roles } of bindings) {
      reached.add(binding);
      for (const role of roles) reached.add(role);
    }
  }
  return reached;
}
