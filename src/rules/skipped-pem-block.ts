import type { BlockFlaw, SkippedBlock } from '../model/certificates/certificate.ts';
import type { CertificateFile } from '../model/model.ts';
import { isTestPath } from '../model/test-path.ts';
import { groupedBy } from '../text/grouped.ts';
import { printable } from '../text/printable.ts';
import { REMEDIES_OF_FLAWS } from './block-flaw.ts';
import { usedBy } from './certificate-use.ts';
import { LONG_CERTIFICATE } from './example-certificates.ts';
import type { Rule } from './rule.ts';
import { isTaken, skippedIn } from './skipped-block.ts';

export const skippedPemBlock: Rule = {
  id: 'skipped-pem-block',
  severity: 'warning',
  milderSeverity: 'note',
  summary: 'A certificate is passed over without a word',
  explanation: `Go, and hence Prometheus, reads a PEM file more strictly than OpenSSL, and takes what is left of it: as long as one
other block of a CA file can be read nothing is said, and targets of the authority that is missing fail with
\`x509: certificate signed by unknown authority\`. \`openssl x509\` shows such a certificate as if all were well. Passed over are

- a block behind a byte order mark, one that is indented, and one that something else stands before or behind on its line: two
  files put together without a line break between them lose both \`-----END CERTIFICATE----------BEGIN CERTIFICATE-----\`;
- a file in UTF-16, which PowerShell makes of what \`openssl\` prints;
- lines that end with carriage returns alone, or with \`\\n\` written out;
- labels other than \`CERTIFICATE\`: \`TRUSTED CERTIFICATE\`, \`X509 CERTIFICATE\`;
- in CA files, blocks with headers;
- base64 that cannot be decoded, and what is no certificate.

It is a note where nothing in the repository leads to the file. A CA file of which nothing is left is \`ca-file-unusable\`.`,
  bad: {
    'prometheus.yml': `scrape_configs:
  - job_name: node
    scheme: https
    tls_config:
      ca_file: certs/ca.pem
    static_configs:
      - targets: [node1.internal:9100]
`,
    'certs/ca.pem': `${LONG_CERTIFICATE}# want-next: skipped-pem-block
${LONG_CERTIFICATE.replaceAll(/^(?=-)/gm, '  ')}`,
  },
  good: {
    'prometheus.yml': `scrape_configs:
  - job_name: node
    scheme: https
    tls_config:
      ca_file: certs/ca.pem
    static_configs:
      - targets: [node1.internal:9100]
`,
    'certs/ca.pem': LONG_CERTIFICATE,
  },
  *check({ containers }) {
    for (const container of containers) {
      if (!matters(container)) continue;
      const isInUse = container.uses.length > 0;
      for (const blocks of groupedBy(skippedIn(container), ({ flaw }) => flaw).values()) {
        const [first, ...others] = blocks;
        if (first === undefined || !isFaultIn(container, first.flaw)) continue;
        yield {
          at: first.at,
          subject: { path: first.certificate?.name ?? first.flaw, kind: 'PEM block' },
          message: `${blocksIn(container, [first, ...others])} passed over by ${isInUse ? 'Prometheus' : 'what reads it with Go'}, since ${first.reason}; ${REMEDIES_OF_FLAWS[first.flaw]}`,
          isMilder: !isInUse,
          related: usedBy(container.uses),
        };
      }
    }
  },
};

/** False where nobody says that certificates were meant to be read, and where nothing at all is. */
function matters({ document, certificates, uses }: CertificateFile): boolean {
  if (uses.length === 0) return document.within === undefined && !isTestPath(document.file.path);
  return !uses.some(({ as }) => as === 'ca') || certificates.some(isTaken);
}

/** What stands in a comment is left out on purpose; with headers a certificate is left out of CA files alone. */
function isFaultIn({ uses }: CertificateFile, flaw: BlockFlaw): boolean {
  if (flaw === 'headers') return uses.length === 0 || uses.some(({ as }) => as === 'ca');
  return flaw !== 'comment';
}

/** What messages say of blocks: `block 2 of 3 in certs/ca.pem, the CA certificate "Example CA", is`. */
function blocksIn(
  { document }: CertificateFile,
  [first, ...others]: readonly [SkippedBlock, ...SkippedBlock[]],
): string {
  const { certificate, block, blocks } = first;
  const path = printable(document.file.path);
  if (others.length > 0) return `${others.length + 1} of the ${blocks} certificates in ${path}, this one first, are`;
  const which = blocks > 1 ? `block ${block} of ${blocks} in ${path}` : `the block in ${path}`;
  if (certificate === undefined) return `${which} is`;
  return `${which}, the ${certificate.isAuthority ? 'CA certificate' : 'certificate'} "${certificate.name}", is`;
}
