import { mapAt } from '../../documents/dialect.ts';
import type { Document, YamlDocument } from '../../documents/document.ts';
import { usesNodeProxy } from '../../documents/kubernetes-access.ts';
import type { YamlMap } from '../../parse/yaml-node.ts';
import type { AccessBinding, AccessRole, MonitorNeed, ServerAccount } from './access.ts';
import { accessBindingOf, accessRoleOf } from './access-role.ts';
import { monitorNeedOf } from './monitor-need.ts';
import { serverAccountOf } from './server-account.ts';

/** What documents say of access, each by itself. */
export interface AccessParts {
  readonly roles: readonly AccessRole[];
  readonly bindings: readonly AccessBinding[];
  readonly serverAccounts: readonly ServerAccount[];
  readonly monitorNeeds: readonly MonitorNeed[];
  /** True where something asks kubelets through the API server. */
  readonly usesNodeProxy: boolean;
}

export const NO_ACCESS: AccessParts = {
  roles: [],
  bindings: [],
  serverAccounts: [],
  monitorNeeds: [],
  usesNodeProxy: false,
};

/** Reads what a document says of access. */
export function accessPartsOf(document: YamlDocument): AccessParts {
  const [part] = document.parts;
  const root = part?.node.kind === 'map' ? part.node : undefined;
  if (root !== undefined && document.dialect === 'kubernetes-access') {
    return {
      ...workloadAccessOf(document, root),
      roles: present(accessRoleOf(document)),
      bindings: present(accessBindingOf(document)),
    };
  }
  return {
    ...NO_ACCESS,
    serverAccounts: document.dialect === 'operator' ? present(serverAccountOf(document, document.metadata, root)) : [],
    monitorNeeds: present(monitorNeedOf(document)),
    usesNodeProxy: document.parts.some(({ node }) => node.kind === 'map' && usesNodeProxy(node)),
  };
}

/** Reads what a workload says of access, or any other mapping. */
export function workloadAccessOf(document: Document, root: YamlMap): AccessParts {
  const account = serverAccountOf(document, mapAt(root, 'metadata'), mapAt(root, 'spec'));
  return { ...NO_ACCESS, serverAccounts: present(account), usesNodeProxy: usesNodeProxy(root) };
}

/** The parts of several documents as one. */
export function joinedAccess(parts: readonly AccessParts[]): AccessParts {
  return {
    roles: parts.flatMap(({ roles }) => roles),
    bindings: parts.flatMap(({ bindings }) => bindings),
    serverAccounts: parts.flatMap(({ serverAccounts }) => serverAccounts),
    monitorNeeds: parts.flatMap(({ monitorNeeds }) => monitorNeeds),
    usesNodeProxy: parts.some(part => part.usesNodeProxy),
  };
}

function present<T>(thing: T | undefined): readonly T[] {
  return thing === undefined ? [] : [thing];
}
