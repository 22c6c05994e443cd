import type { CaseRecipe, StagedFile } from './case-recipe.ts';
import type { MadeCertificate, RecipeBook } from './recipe-book.ts';

/** Writes the certificates of a case as its ca_file. */
type Form = (certificates: readonly MadeCertificate[]) => string | Buffer;

/** Whose ca_file is more than its certificates in PEM, one after another. */
const FORMS: ReadonlyMap<string, Form> = new Map<string, Form>([
  ['cafile-02-crlf', ([root]) => pemOf(root).replaceAll('\n', '\r\n')],
  ['cafile-06-indented', ([root]) => indented(pemOf(root))],
  ['cafile-07-indented-plus-good', ([root, other]) => indented(pemOf(root)) + pemOf(other)],
  ['cafile-09-x509-cert', ([root]) => pemOf(root).replaceAll('CERTIFICATE', 'X509 CERTIFICATE')],
  ['cafile-10-pem-headers', ([root]) => pemOf(root).replace('\n', '\nComment: root of the lab\n\n')],
  ['cafile-11-key-and-cert', ([root]) => (root?.keyPem ?? '') + pemOf(root)],
  ['cafile-15-glued', certificates => glued(certificates.map(pemOf))],
  ['cafile-16-glued-third', certificates => `${glued(certificates.map(pemOf))}\n`],
  ['cafile-19-text-dump', ([root]) => TEXT_DUMP + pemOf(root)],
  ['load-04-ca-der', ([root]) => root?.der ?? ''],
  ['load-06-ca-only-key', ([root]) => root?.keyPem ?? ''],
  ['load-08-ca-bom', ([root]) => `\uFEFF${pemOf(root)}`],
]);

/** The files of a case that its ca_file names: a certificate authority file, a directory, or nothing at all. */
export function authorityFileOf(row: CaseRecipe, book: RecipeBook): readonly (readonly [string, StagedFile])[] {
  const name = row.tls_config?.ca_file;
  if (name === undefined || name.startsWith('missing')) return [];
  if (name === 'dir') return [[name, 'directory']];
  // Where Go found none that it took, or the case does not say which, it was this one that it was shown.
  const known = (row.ca_file_certs ?? []).filter(certificate => certificate !== '?');
  const certificates = (known.length === 0 ? ['rootA'] : known).map(certificate => book.certificate(certificate));
  const form = FORMS.get(row.id) ?? bundle;
  return [[name, Buffer.from(form(certificates))]];
}

function bundle(certificates: readonly MadeCertificate[]): string {
  return certificates.map(pemOf).join('');
}

function pemOf(certificate: MadeCertificate | undefined): string {
  return certificate?.pem ?? '';
}

function indented(text: string): string {
  return text.replaceAll(/^(?=.)/gm, '  ');
}

/** Blocks with no newline between them: `-----END CERTIFICATE----------BEGIN CERTIFICATE-----`. */
function glued(blocks: readonly string[]): string {
  return blocks.map(block => block.trimEnd()).join('');
}

const TEXT_DUMP = `Certificate:
    Data:
        Version: 3 (0x2)
        Signature Algorithm: sha256WithRSAEncryption
        Issuer: O = Lab, CN = Lab Root A
        Subject: O = Lab, CN = Lab Root A
`;
