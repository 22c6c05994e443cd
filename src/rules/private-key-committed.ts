import type { Problem } from '../findings/finding.ts';
import type { Certificate } from '../model/certificates/certificate.ts';
import type { CommittedKey, Model } from '../model/model.ts';
import { testFolderOf } from '../model/test-path.ts';
import { groupedBy } from '../text/grouped.ts';
import { printable } from '../text/printable.ts';
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
tests, are warnings; of more than five in such a folder there is one. An encrypted key for tests is not reported. The finding
says whose key it is, where its certificate is committed too.`,
  bad: {
    'certs/server.crt': LONG_CERTIFICATE,
    'certs/server.key': `# want-next: private-key-committed\n${EXAMPLE_KEY}`,
  },
  good: { 'certs/server.crt': LONG_CERTIFICATE },
  *check({ privateKeys, credentials, containers }) {
    const byKey = certificatesByKey(containers);
    // A field of the configuration that has a key for its value is `inline-secret`.
    const keys = privateKeys.filter(key => !credentials.some(({ value }) => isWithin(key.span, value.span)));
    for (const key of keys) {
      if (testFolderOf(key.span.file.path) === undefined) yield problemOf(key, false, ownOf(key, byKey));
    }
    const forTests = keys.filter(({ encryption }) => encryption !== 'encrypted');
    for (const [folder, [first, ...others]] of groupedBy(forTests, ({ span }) => testFolderOf(span.file.path) ?? '')) {
      if (folder === '' || first === undefined) continue;
      if (others.length < MANY) for (const key of [first, ...others]) yield problemOf(key, true, ownOf(key, byKey));
      else yield problemOfMany(first, folder, others.length + 1);
    }
  },
};

// From so many others on the keys of a folder for tests are made in stock, and no one of them is worth a line.
const MANY = 5;

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

function ownOf({ publicKeyFingerprint }: CommittedKey, byKey: ReadonlyMap<string, Certificate>): Own {
  return byKey.get(publicKeyFingerprint ?? '');
}

function problemOf(key: CommittedKey, isTest: boolean, own: Own): Problem {
  return {
    at: key.span,
    subject: { path: key.label, kind: 'private key' },
    message: messageFor(key, isTest, own),
    isMilder: isTest || key.encryption === 'encrypted',
    related: [...usedBy(key.uses), ...(own === undefined ? [] : [{ at: own.span, message: 'its certificate' }])],
  };
}

function problemOfMany({ span }: CommittedKey, folder: string, count: number): Problem {
  return {
    at: span,
    subject: { path: folder, kind: 'private keys' },
    message: `${count} private keys are committed in ${printable(folder)}, for tests by its name; make them when the tests run, and never deploy them`,
    isMilder: true,
  };
}

function messageFor({ encryption, publicKeyFingerprint }: CommittedKey, isTest: boolean, own: Own): string {
  if (encryption === 'encrypted') {
    return 'an encrypted private key is committed, and its passphrase can be tried at leisure; keep it out of the repository';
  }
  const match = own === undefined ? 'matches no committed certificate' : `matches the ${nameOf(own)}`;
  const which = publicKeyFingerprint === undefined ? '' : `, which ${match}`;
  const replaced = own === undefined ? 'replace the key' : 'replace the key and its certificate';
  const advice = `${replaced}, and put the new key in place on deployment`;
  return isTest
    ? `a private key is committed${which}, for tests by its folder; make it when the tests run, and never deploy it`
    : `an unencrypted private key is committed${which}, and the history keeps it; ${advice}`;
}
