import type { DialectId, YamlDocument } from '../../documents/document.ts';
import type { Alternative, Credential } from '../model.ts';

// opentelemetry-collector docs/rfcs/env-vars.md; grafana/agent docs/sources/static/configuration/_index.md, v0.44.
const ADVICE: ReadonlyMap<DialectId, string> = new Map<DialectId, string>([
  ['opentelemetry', 'have the collector put it in from its environment, ${env:NAME}'],
  ['grafana-agent', 'have the agent put it in from its environment, ${NAME} with -config.expand-env'],
]);

/**
 * A credential in a document whose reader puts variables in itself, so that one in the place of a secret leads to
 * it; as it is in any other.
 */
export function expanded<Secret extends Pick<Credential, 'nature' | 'alternative'>>(
  secret: Secret,
  { dialect }: YamlDocument,
): Secret {
  const advice = ADVICE.get(dialect);
  if (advice === undefined) return secret;
  const alternative: Alternative = secret.alternative ?? { to: 'other', advice };
  return { ...secret, alternative, nature: secret.nature === 'variable' ? 'reference' : secret.nature };
}
