import type { Certificate } from '../model/certificates/certificate.ts';
import type { CertainHandshake, Model } from '../model/model.ts';
import { isSame, judgedHandshakes, type JudgedRefusal } from './handshake-judgement.ts';
import type { RuleContext } from './rule.ts';

/**
 * The certificate of the repository that a refusal is about, where its dates are wrong and it is not the leaf: that of
 * a leaf is known without a handshake.
 */
export function authorityPastItsDates(
  { served, ca }: CertainHandshake,
  { kind, certificate }: JudgedRefusal,
): Certificate | undefined {
  if (certificate === undefined || (kind !== 'expired' && kind !== 'not-yet-valid')) return undefined;
  const [leaf, ...others] = served;
  if (isSame(certificate, leaf)) return undefined;
  const trusted = typeof ca === 'string' ? [] : ca.certificates;
  return [...others, ...trusted].find(one => isSame(certificate, one));
}

/** The authorities by whose dates a target is refused, as their SHA-256: they are reported with what fails by them. */
export function authoritiesThatFailHandshakes(model: Model, context: RuleContext): ReadonlySet<string> {
  const failing = judgedHandshakes(model, context).flatMap(({ handshake, refusals }) =>
    refusals.flatMap(refusal => authorityPastItsDates(handshake, refusal)?.fingerprint256 ?? []),
  );
  return new Set(failing);
}
