import { DerCursor } from '../parse/der-cursor.ts';
import { derContentOf, derNumberOf, TAG } from '../parse/der.ts';
import type { DerElement } from '../parse/der.ts';
import { EXTENSION } from '../parse/x509-extensions.ts';
import type { X509Fields } from '../parse/x509.ts';
import { groupedBy } from '../text/grouped.ts';

/** 2.5.29.32.0, as it is encoded. */
const ANY_POLICY = '551d2000';

/** What a certificate says of policies (RFC 5280, sections 4.2.1.4, 4.2.1.5, 4.2.1.11 and 4.2.1.14). */
interface PolicyStatements {
  readonly isSelfIssued: boolean;
  readonly policies: readonly string[];
  /** Policies of the issuer, with what the subject calls them. */
  readonly mappings: readonly (readonly [issuer: string, subject: string])[];
  readonly requireExplicitPolicy?: number;
  readonly inhibitPolicyMapping?: number;
  readonly inhibitAnyPolicy?: number;
}

/**
 * True when a chain, the leaf first, has policies that may be: by path validation of RFC 5280, section 6.1, as RFC
 * 9618 changed it, where any policy will do. They matter only once a certificate of the chain asks for one.
 */
export function arePoliciesValid(chain: readonly X509Fields[]): boolean {
  const issued = chain.slice(0, -1).toReversed().map(policyStatementsOf);
  const start = issued.length + 1;
  let explicitPolicy = start;
  let policyMapping = start;
  let inhibitAnyPolicy = start;
  let graph: PolicyGraph | undefined = new PolicyGraph();
  for (const [index, statements] of issued.entries()) {
    const isLeaf = index === issued.length - 1;
    if (statements.policies.length === 0) graph = undefined;
    if (explicitPolicy === 0 && graph === undefined) return false;
    const takesAny = inhibitAnyPolicy > 0 || (!isLeaf && statements.isSelfIssued);
    graph?.descend(statements.policies, takesAny);
    if (isLeaf) break;
    const mayMap = policyMapping > 0;
    if (graph !== undefined && mayMap && statements.mappings.flat().includes(ANY_POLICY)) return false;
    graph?.map(statements.mappings, mayMap);
    const step = statements.isSelfIssued ? 0 : 1;
    explicitPolicy = lowered(explicitPolicy, step, statements.requireExplicitPolicy);
    policyMapping = lowered(policyMapping, step, statements.inhibitPolicyMapping);
    inhibitAnyPolicy = lowered(inhibitAnyPolicy, step, statements.inhibitAnyPolicy);
  }
  const isAsked = explicitPolicy <= 1 || issued.at(-1)?.requireExplicitPolicy === 0;
  return issued.length === 0 || !isAsked || graph?.hasValidPolicy() === true;
}

function lowered(value: number, step: number, limit = Infinity): number {
  return Math.min(Math.max(value - step, 0), limit);
}

/** Policies by depth, from the root to the leaf, each tied to those it came from (RFC 9618, section 5.1). */
class PolicyGraph {
  readonly #levels: Map<string, PolicyNode>[] = [new Map([[ANY_POLICY, newNode(ANY_POLICY, [])]])];

  /** One certificate further: keeps what its policies allow of what was expected (section 5.2, step (d)). */
  descend(policies: readonly string[], takesAny: boolean): void {
    const above = this.#leaves();
    const anyAbove = above.get(ANY_POLICY);
    const expectations = [...above.values()].flatMap(node => node.expected.map(policy => ({ policy, node })));
    const parents = groupedBy(expectations, ({ policy }) => policy);
    const level = new Map<string, PolicyNode>();
    for (const policy of policies) {
      const from = parents.get(policy)?.map(({ node }) => node) ?? (anyAbove === undefined ? [] : [anyAbove]);
      if (policy !== ANY_POLICY && from.length > 0) level.set(policy, newNode(policy, from));
    }
    if (takesAny && policies.includes(ANY_POLICY)) {
      for (const [policy, from] of parents) {
        const nodes = from.map(({ node }) => node);
        if (!level.has(policy)) level.set(policy, newNode(policy, nodes));
      }
    }
    this.#levels.push(level);
    this.#prune();
  }

  /** What the next certificate calls the policies of this one (section 5.3, step (b)). */
  map(mappings: PolicyStatements['mappings'], mayMap: boolean): void {
    const subjects = groupedBy(mappings, ([issuer]) => issuer);
    for (const [issuer, pairs] of subjects) {
      const leaves = this.#leaves();
      const node = leaves.get(issuer);
      const any = leaves.get(ANY_POLICY);
      if (!mayMap) {
        if (node !== undefined) cut(node);
        leaves.delete(issuer);
        this.#prune();
      } else if (node !== undefined || any !== undefined) {
        const mapped = node ?? newNode(issuer, any === undefined ? [] : [any]);
        mapped.expected = pairs.map(([, subject]) => subject);
        leaves.set(issuer, mapped);
      }
    }
  }

  /** True when a policy holds from the root down, or any does. */
  hasValidPolicy(): boolean {
    const isRooted = (node: PolicyNode): boolean => {
      const [parent, ...others] = node.parents;
      return node.policy !== ANY_POLICY && parent?.policy === ANY_POLICY && others.length === 0;
    };
    return this.#leaves().has(ANY_POLICY) || this.#levels.some(level => [...level.values()].some(isRooted));
  }

  #leaves(): Map<string, PolicyNode> {
    return this.#levels.at(-1) ?? new Map<string, PolicyNode>();
  }

  /** Takes away what no longer leads down; the root stays. */
  #prune(): void {
    for (const level of this.#levels.slice(1, -1).toReversed()) {
      for (const node of level.values()) {
        if (node.children.size > 0) continue;
        cut(node);
        level.delete(node.policy);
      }
    }
  }
}

/** A policy at one depth. */
interface PolicyNode {
  readonly policy: string;
  /** What the next certificate may call it. */
  expected: readonly string[];
  readonly parents: ReadonlySet<PolicyNode>;
  readonly children: Set<PolicyNode>;
}

function newNode(policy: string, parents: readonly PolicyNode[]): PolicyNode {
  const node = { policy, expected: [policy], parents: new Set(parents), children: new Set<PolicyNode>() };
  for (const parent of parents) parent.children.add(node);
  return node;
}

function cut(node: PolicyNode): void {
  for (const parent of node.parents) parent.children.delete(node);
}

function policyStatementsOf({ issuer, subject, extensions }: X509Fields): PolicyStatements {
  const valueOf = (oid: string): DerCursor | undefined => {
    const extension = extensions.find(other => other.oid === oid);
    return extension && new DerCursor(extension.value);
  };
  const constraints = valueOf(EXTENSION.policyConstraints)?.enter();
  const requireExplicitPolicy = numberIn(constraints, 0x80);
  const inhibitPolicyMapping = numberIn(constraints, 0x81);
  const inhibitAnyPolicy = numberIn(valueOf(EXTENSION.inhibitAnyPolicy), TAG.integer);
  return {
    isSelfIssued: Buffer.compare(issuer.der, subject.der) === 0,
    policies: identifiersIn(valueOf(EXTENSION.certificatePolicies)).map(([policy = '']) => policy),
    mappings: identifiersIn(valueOf(EXTENSION.policyMappings)).map(([from = '', to = '']) => [from, to]),
    ...(requireExplicitPolicy !== undefined && { requireExplicitPolicy }),
    ...(inhibitPolicyMapping !== undefined && { inhibitPolicyMapping }),
    ...(inhibitAnyPolicy !== undefined && { inhibitAnyPolicy }),
  };
}

function numberIn(cursor: DerCursor | undefined, tag: number): number | undefined {
  const number = cursor?.read(tag);
  return number && derNumberOf(number);
}

/** The identifiers at the beginning of each element, up to two, in hexadecimal: they are only compared. */
function identifiersIn(list: DerCursor | undefined): string[][] {
  const sequence = list?.enter();
  const found: string[][] = [];
  for (let element = sequence?.enter(); element !== undefined; element = sequence?.enter()) {
    const identifiers = [element.read(TAG.objectIdentifier), element.read(TAG.objectIdentifier)];
    found.push(identifiers.flatMap(identifier => (identifier === undefined ? [] : identifierText(identifier))));
  }
  return found;
}

function identifierText(identifier: DerElement): string {
  return derContentOf(identifier).toString('hex');
}
