import type { CommittedKey } from '../model/model.ts';
import { isTestPath } from '../model/test-path.ts';
import type { Span } from '../text/source.ts';
import { usedBy } from './certificate-life.ts';
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
tests, are warnings.`,
  bad: { 'certs/server.key': `# want-next: private-key-committed\n${EXAMPLE_KEY}` },
  good: { 'certs/server.crt': LONG_CERTIFICATE },
  *check({ privateKeys, credentials }) {
    for (const key of privateKeys) {
      // A field of the configuration that has a key for its value is `inline-secret`.
      if (credentials.some(({ value }) => isWithin(key.span, value.span))) continue;
      const isTest = isTestPath(key.span.file.path);
      yield {
        at: key.span,
        subject: { path: key.label, kind: 'private key' },
        message: messageFor(key, isTest),
        isMilder: isTest || key.encryption === 'encrypted',
        related: usedBy(key.uses),
      };
    }
  },
};

function isWithin(inner: Span, outer: Span): boolean {
  return inner.file === outer.file && inner.start >= outer.start && inner.end <= outer.end;
}

function messageFor({ encryption }: CommittedKey, isTest: boolean): string {
  if (encryption === 'encrypted') {
    return 'an encrypted private key is committed, and its passphrase can be tried at leisure; keep it out of the repository';
  }
  const advice = 'replace the key and its certificate, and put the new key in place on deployment';
  return isTest
    ? 'a private key is committed, for tests by its folder; make it when the tests run, and never deploy it'
    : `an unencrypted private key is committed, and the history keeps it; ${advice}`;
}
