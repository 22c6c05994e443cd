import type { Related } from '../findings/finding.ts';
import type { ContainerKind } from '../model/certificates/certificate.ts';
import type { CertificateFile, Client } from '../model/model.ts';
import { printable } from '../text/printable.ts';
import { UNUSABLE_AUTHORITY } from '../trust/loading-words.ts';
import { REMEDIES_OF_FLAWS } from './block-flaw.ts';
import { spanOf } from './certificate-use.ts';
import { LONG_CERTIFICATE } from './example-certificates.ts';
import type { Rule } from './rule.ts';
import { skippedIn } from './skipped-block.ts';
import { Authorities, type UnusableAuthority } from './unusable-authority.ts';

export const caFileUnusable: Rule = {
  id: 'ca-file-unusable',
  severity: 'error',
  summary: 'A CA file holds no certificate that Prometheus can read',
  explanation: `Prometheus takes the blocks \`-----BEGIN CERTIFICATE-----\` of the file and nothing else: no DER, no PKCS #7 or PKCS #12,
no key store, no key and no request. Without any it says \`unable to use specified CA cert\`, and the scrape job vanishes: a
start succeeds, \`prometheus_config_last_reload_successful\` is 1, the job has no targets and hence no \`up\` series, so that no
alert on \`up == 0\` fires. A reload fails as a whole, and the old configuration stays. \`promtool check config\` does not look
into the file, and \`insecure_skip_verify: true\` does not make it unnecessary.

Convert the file to PEM, or put the certificate of the authority there. For the client CA of a server see \`closed-server\`.`,
  bad: {
    'prometheus.yml': `scrape_configs:
  - job_name: node
    scheme: https
    tls_config:
      ca_file: certs/ca.pem # want: ca-file-unusable
    static_configs:
      - targets: [node1.internal:9100]
`,
    'certs/ca.pem': LONG_CERTIFICATE.replaceAll('CERTIFICATE', 'TRUSTED CERTIFICATE'),
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
  *check({ clients, references, containers }) {
    const authorities = new Authorities(references, containers);
    for (const client of clients) {
      const ca = client.tls?.ca;
      const unusable = ca && authorities.unusableAt(ca);
      if (ca === undefined || unusable === undefined) continue;
      const { content, remedy } = contentOf(unusable.container);
      yield {
        at: spanOf(ca),
        subject: { path: client.path, kind: 'CA certificate' },
        message: `${ca.field} of ${client.label} ${leadTo(unusable)}${content}, so that ${effectOn(client)}; ${remedy}`,
        related: placesIn(unusable.container),
      };
    }
  },
};

function leadTo({ path }: UnusableAuthority): string {
  return path === undefined ? '' : `leads to ${printable(path)}, which `;
}

const BINARY: Readonly<Record<Exclude<ContainerKind, 'pem'>, { readonly content: string; readonly remedy: string }>> = {
  der: { content: 'is in DER and not in PEM', remedy: 'convert it with openssl x509 -inform der' },
  pkcs7: {
    content: 'is a PKCS #7 container and not in PEM',
    remedy: 'convert it with openssl pkcs7 -inform der -print_certs',
  },
  pkcs12: {
    content: 'is a PKCS #12 container and not in PEM',
    remedy: 'convert it with openssl pkcs12 -nokeys',
  },
  'key-store': {
    content: 'is a key store of Java and not in PEM',
    remedy: 'convert it with keytool -exportcert -rfc',
  },
};
const REPLACE = 'put the certificate of the authority there in PEM';

/** What is there in the place of certificates, and what to do. */
function contentOf(container: CertificateFile | undefined): { readonly content: string; readonly remedy: string } {
  if (container === undefined) return { content: 'holds no certificate in PEM', remedy: REPLACE };
  const { kind, certificates, keys } = container;
  const [first] = skippedIn(container);
  if (kind !== 'pem') {
    return certificates.length === 0 && keys.length > 0
      ? { content: 'is a private key', remedy: REPLACE }
      : BINARY[kind];
  }
  if (first !== undefined) {
    const which = first.blocks === 1 ? 'its one certificate' : `the first of its ${first.blocks} certificates`;
    const content = `holds nothing that Go reads: ${which} is passed over, since ${first.reason}`;
    return { content, remedy: REMEDIES_OF_FLAWS[first.flaw] };
  }
  if (certificates.length > 0) {
    return { content: 'is a PKCS #7 container', remedy: 'convert it with openssl pkcs7 -print_certs' };
  }
  return {
    content: keys.length > 0 ? 'holds a private key and no certificate' : 'holds no certificate',
    remedy: REPLACE,
  };
}

/** Where the first of what is there stands; in what is no text there are no places. */
function placesIn(container: CertificateFile | undefined): readonly Related[] {
  if (container?.kind !== 'pem') return [];
  const { skipped, certificates, keys } = container;
  const at = skipped[0]?.at ?? certificates[0]?.span ?? keys[0]?.span;
  return at === undefined ? [] : [{ at, message: 'this is in it' }];
}

// As the configuration of Prometheus has it, and of others that take in its code; what the operator does is not known.
const SCRAPE_JOB = /(?:^|[: ])scrape_configs\b(?!.*_sd_configs)/;

function effectOn({ path }: Client): string {
  return SCRAPE_JOB.test(path)
    ? `Prometheus drops the job without an up series, or fails to reload, with "${UNUSABLE_AUTHORITY}"`
    : `it cannot be used: "${UNUSABLE_AUTHORITY}"`;
}
