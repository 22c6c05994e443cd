import { isLoopbackHost } from '../model/host.ts';
import type { Client, Targets } from '../model/model.ts';
import { literal } from '../text/written.ts';

/** True for a client whose credentials leave the machine without encryption. */
export function sendsCredentialsInClear({ transport, targets, authentications }: Client): boolean {
  const isLocal = remoteHostsOf(targets).length === 0 && !targets.areInCluster && !targets.areUnknown;
  return transport.kind === 'plain' && authentications.length > 0 && !isLocal;
}

/** The hosts that are known, without the machine itself. */
export function remoteHostsOf({ hosts }: Targets): readonly string[] {
  return hosts.flatMap(host => literal(host)?.value ?? []).filter(host => !isLoopbackHost(host));
}

/** True where nothing says whom a client asks, as in a patch of a resource. */
export function hasNoTargets({ hosts, areInCluster, areUnknown }: Targets): boolean {
  return hosts.length === 0 && !areInCluster && !areUnknown;
}
