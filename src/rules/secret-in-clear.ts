import type { Problem } from '../findings/finding.ts';
import type { Alternative, Credential, Model } from '../model/model.ts';
import { secretFixes } from './secret-fix.ts';

/** A problem for each secret that a carrier holds in clear. */
export function* secretsInClear(model: Model, wanted: Credential['carrier']): Generator<Problem, void> {
  const fixes = secretFixes(model);
  for (const credential of model.credentials) {
    const { kind, path, field, carrier, leak, value, nature, alternative } = credential;
    if (carrier !== wanted || nature !== 'literal') continue;
    const fix = fixes.get(credential);
    const shown = leak === undefined ? '' : `, and ${leak}`;
    yield {
      at: value.span,
      subject: { path, kind },
      message: `${field} holds the ${kind} in clear${shown}; replace that ${kind}, since the history keeps it, and ${adviceOf(alternative)}`,
      ...(fix === undefined ? {} : { fix }),
    };
  }
}

/** How to keep a secret out of a document, in words that say `it` of the secret. */
export function adviceOf(alternative: Alternative | undefined): string {
  switch (alternative?.to) {
    case undefined:
      return 'have it put in when the file is deployed: this field has no form that reads a file';
    case 'file':
      return `name a file with it in ${alternative.field}`;
    case 'object':
      return 'refer to a key of a Secret';
    case 'other':
      return alternative.advice;
  }
}
