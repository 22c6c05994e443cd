import { identityOf, type Document, type YamlDocument } from '../../documents/document.ts';
import type { Written } from '../../text/written.ts';
import { mappingsOf, type Mapping } from '../mapping.ts';

/** When cert-manager renews a certificate, as a `Certificate` says. */
export interface Renewal {
  readonly document: Document;
  /** That of the `spec`. */
  readonly path: string;
  /** How long the certificate lives. */
  readonly duration?: Written<string>;
  /** How long before its end it is renewed. */
  readonly renewBefore?: Written<string>;
  /** The same as a share of its life. */
  readonly renewBeforePercentage?: Written<string>;
}

/** What a `Certificate` says of its renewal. */
export function renewalsOf(document: YamlDocument): readonly Renewal[] {
  return document.parts.flatMap(({ node }) =>
    node.kind === 'map' ? mappingsOf(node, document.spelling).map(spec => renewalOf(spec, document)) : [],
  );
}

function renewalOf(spec: Mapping, document: YamlDocument): Renewal {
  const duration = spec.text('duration');
  const renewBefore = spec.text('renewBefore');
  const renewBeforePercentage = spec.text('renewBeforePercentage');
  return {
    document: identityOf(document),
    path: `${document.name}: spec`,
    ...(duration === undefined ? {} : { duration }),
    ...(renewBefore === undefined ? {} : { renewBefore }),
    ...(renewBeforePercentage === undefined ? {} : { renewBeforePercentage }),
  };
}
