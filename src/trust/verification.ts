import type { X509Fields } from '../parse/x509.ts';
import { CertificatePool } from './certificate-pool.ts';
import { chainsOf, isForServers, validityRefusal } from './chain.ts';
import type { Chain } from './chain.ts';
import { isReadByGo } from './go-certificate.ts';
import { nameFault } from './host-name.ts';
import { constraintFault } from './name-constraints.ts';
import { arePoliciesValid } from './policies.ts';
import type { Profile } from './profile.ts';
import type { Refusal } from './refusal.ts';

/** What a certificate is verified against. */
interface Verification {
  readonly name: string;
  /** Those that Go cannot read are passed over. */
  readonly roots: readonly X509Fields[];
  /** What the server sent behind the leaf. */
  readonly intermediates: readonly X509Fields[];
  readonly now: Date;
  readonly profile: Profile;
}

const KEY_USAGE_TEXT = 'x509: certificate specifies an incompatible key usage';

/**
 * Why `Verify` of Go's crypto/x509 does not accept a server's certificate: the reasons in its order, of which it gives
 * the first alone.
 */
export function verificationRefusals(leaf: X509Fields, verification: Verification): readonly Refusal[] {
  const { name, now, profile } = verification;
  const fault = nameFault(leaf, name, profile);
  const refusals = [
    validityRefusal(leaf, now, profile),
    fault && ({ kind: 'name', text: fault.text, certificate: leaf, names: fault.names } as const),
    ...chainRefusals(leaf, verification),
  ];
  return refusals.filter(refusal => refusal !== undefined);
}

const rootPools = new WeakMap<readonly X509Fields[], Map<string, CertificatePool>>();

/** The roots that Go can read: the same pool for the same list, since the roots of a machine are many. */
function rootPool(roots: readonly X509Fields[], profile: Profile): CertificatePool {
  const pools = rootPools.get(roots) ?? new Map<string, CertificatePool>();
  rootPools.set(roots, pools);
  const key = `${profile.go} ${profile.refusesNegativeSerial}`;
  const pool = pools.get(key) ?? new CertificatePool(roots.filter(root => isReadByGo(root, profile)));
  pools.set(key, pool);
  return pool;
}

function chainRefusals(leaf: X509Fields, { roots, intermediates, now, profile }: Verification): readonly Refusal[] {
  const chains = chainsOf(leaf, {
    roots: rootPool(roots, profile),
    intermediates: new CertificatePool(intermediates),
    now,
    profile,
  });
  if ('kind' in chains) {
    const ownPurposes: Refusal = { kind: 'key-usage', text: KEY_USAGE_TEXT, certificate: leaf };
    return isForServers([leaf]) ? [chains] : [chains, ownPurposes];
  }
  const refusal = profile.go < 26 ? earlyRefusal(chains, profile) : lateRefusal(chains, profile);
  return refusal === undefined ? [] : [refusal];
}

/** Up to Go 1.25, what is left of the chains goes from one test to the next; name constraints were one of the search. */
function earlyRefusal(chains: readonly Chain[], profile: Profile): Refusal | undefined {
  const valid = profile.go < 24 ? chains : chains.filter(arePoliciesValid);
  const invalid = chains.length - valid.length;
  if (valid.length === 0) return policiesRefusal('all candidate chains have invalid policies');
  const incompatible = valid.filter(chain => !isForServers(chain));
  if (incompatible.length < valid.length) return undefined;
  if (invalid === 0) return keyUsageRefusal(incompatible);
  return policiesRefusal(
    `${incompatible.length} chains with incompatible key usage, ${invalid} chains with invalid policies`,
  );
}

/** From Go 1.26 on, each chain is tested for all of it, and a name that is not allowed is what counts. */
function lateRefusal(chains: readonly Chain[], profile: Profile): Refusal | undefined {
  const valid = chains.filter(arePoliciesValid);
  const compatible = valid.filter(isForServers);
  const constraints = compatible.map(chain => constraintRefusal(chain, profile));
  if (constraints.includes(undefined)) return undefined;
  const [constraint] = constraints;
  if (constraint !== undefined) return constraint;
  const invalid = chains.length - valid.length;
  if (invalid === 0) return keyUsageRefusal(valid);
  const incompatible = `${valid.length} candidate chains with incompatible key usage, `;
  return policiesRefusal(`${valid.length > 0 ? incompatible : ''}${invalid} candidate chains with invalid policies`);
}

function constraintRefusal(chain: Chain, profile: Profile): Refusal | undefined {
  for (const [below, certificate] of chain.entries()) {
    for (const authority of chain.slice(below + 1)) {
      const text = constraintFault(authority, [certificate], profile);
      if (text !== undefined) return { kind: 'name-constraints', text, certificate: authority };
    }
  }
  return undefined;
}

function policiesRefusal(detail: string): Refusal {
  return { kind: 'policies', text: `x509: no valid chains built: ${detail}` };
}

/** The certificate at fault is the first that is not for servers, from the leaf. */
function keyUsageRefusal(chains: readonly Chain[]): Refusal {
  const certificate = chains[0]?.find(member => !isForServers([member]));
  return { kind: 'key-usage', text: KEY_USAGE_TEXT, ...(certificate !== undefined && { certificate }) };
}
