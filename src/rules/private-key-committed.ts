import type { Certificate } from '../model/certificates/certificate.ts';
import type { CommittedKey, Model } from '../model/model.ts';
import { isTestPath } from '../model/test-path.ts';
import { isWithin, nameOf, usedBy } from './certificate-use.ts';
import { EXAMPLE_KEY, LONG_CERTIFICATE } from './example-certificates.ts';
import type { Rule } from './rule.ts';

export const privateKeyCommitted: Rule = {
  id: 'private-key-committed',
  severity: 'error',
  milderSeverity: 'warning',
  summary: 'A private key is committed',
  explanation: `Whoever has the key can answer in the name of its certificate, and read connections that were recorded. Removing it
does not take it out of the history: the certificate has to be revoked or left to expire, and a new key made. The base64 of a
Secret hides nothing.

Put the key in place on deployment, or commit it encrypted. An encrypted key, and a key in a folder that is named for
tests, are warnings. The finding says whose key it is, where its certificate is committed too.`,
  bad: {
    'certs/server.crt': LONG_CERTIFICATE,
    'certs/server.key': `# want-next: private-key-committed\n${EXAMPLE_KEY}`,
  },
  good: { 'certs/server.crt': LONG_CERTIFICATE },
  *check({ privateKeys, credentials, containers }) {
    const byKey = certificatesByKey(containers);
    for (const key of privateKeys) {
      // A field of the configuration that has a key for its value is `inline-secret`.
      if (credentials.some(({ value }) => isWithin(key.span, value.span))) continue;
      const isTest = isTestPath(key.span.file.path);
      const own = byKey.get(key.publicKeyFingerprint ?? '');
      yield {
        at: key.span,
        subject: { path: key.label, kind: 'private key' },
        message: messageFor(key, isTest, own),
        isMilder: isTest || key.encryption === 'encrypted',
        related: [...usedBy(key.uses), ...(own === undefined ? [] : [{ at: own.span, message: 'its certificate' }])],
      };
    }
  },
};

/** The certificate of a key, where it is committed too. */
type Own = Certificate | undefined;

/** Also those that Go passes over: their keys are no less theirs. Of several of one key the first. */
function certificatesByKey(containers: Model['containers']): ReadonlyMap<string, Certificate> {
  const byKey = new Map<string, Certificate>();
  for (const { certificates, skipped } of containers) {
    for (const certificate of [...certificates, ...skipped.flatMap(block => block.certificate ?? [])]) {
      const { publicKeyFingerprint } = certificate;
      if (!byKey.has(publicKeyFingerprint)) byKey.set(publicKeyFingerprint, certificate);
    }
  }
  return byKey;
}

function messageFor({ encryption, publicKeyFingerprint }: CommittedKey, isTest: boolean, own: Own): string {
  if (encryption === 'encrypted') {
    return 'an encrypted private key is committed, and its passphrase can be tried at leisure; keep it out of the repository';
  }
  const match = own === undefined ? 'matches no committed certificate' : `matches the ${nameOf(own)}`;
  const which = publicKeyFingerprint === undefined ? '' : `, which ${match}`;
  const advice = 'replace the key and its certificate, and put the new key in place on deployment';
  return isTest
    ? `a private key is committed${which}, for tests by its folder; make it when the tests run, and never deploy it`
    : `an unencrypted private key is committed${which}, and the history keeps it; ${advice}`;
}
