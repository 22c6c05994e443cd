import type { CaseRecipe, StagedFile } from './case-recipe.ts';
import { keptKeyPair, type MadeCertificate, type RecipeBook } from './recipe-book.ts';

/** The two files of a pair. */
interface Pair {
  readonly certificate: string | Buffer;
  readonly key: string;
}

type Form = (made: MadeCertificate, book: RecipeBook) => Pair;

/** Whose pair is not a certificate and its key in PEM. */
const FORMS: ReadonlyMap<string, Form> = new Map<string, Form>([
  ['load-17-pair-mismatch-type', ({ pem }) => ({ certificate: pem, key: keyPem('ec:P-256') })],
  ['load-21-key-encrypted-legacy', made => ({ certificate: made.pem, key: legacyEncryptedKey(made) })],
  ['load-22-swapped', ({ pem, keyPem: key }) => ({ certificate: key, key: pem })],
  ['load-23-key-empty', ({ pem }) => ({ certificate: pem, key: '' })],
  ['load-26-cert-der', ({ der, keyPem: key }) => ({ certificate: der, key })],
  ['load-27-combined', ({ pem, keyPem: key }) => ({ certificate: pem + key, key: pem + key })],
  ['web-07-key-type-mismatch', ({ pem }) => ({ certificate: pem, key: keyPem('ec:P-256') })],
  ['web-12-expired-cert', (_, book) => pairOf(book.certificate('leaf-expired'))],
  ['web-92-ed25519', (_, book) => pairOf(book.certificate('leaf-ed25519'))],
]);

/** The files of a case that hold a certificate and its key: of the client, or of the server where it is about web.yml. */
export function pairFilesOf(row: CaseRecipe, book: RecipeBook): readonly (readonly [string, StagedFile])[] {
  const isWeb = row.id.startsWith('web-');
  const { cert_file, key_file } = isWeb ? SERVER : (row.tls_config ?? {});
  const { certificate, key } = (FORMS.get(row.id) ?? pairOf)(book.certificate('leaf'), book);
  const files = [
    ...(isWeb ? [['clientca.pem', book.certificate('rootB').pem] as const] : []),
    [cert_file, certificate] as const,
    [key_file, key] as const,
  ];
  return files.flatMap(([name, content]) =>
    name === undefined || name.startsWith('missing') ? [] : [[name, Buffer.from(content)] as const],
  );
}

const SERVER = { cert_file: 'server.pem', key_file: 'server.key' };

function pairOf({ pem, keyPem: key }: MadeCertificate): Pair {
  return { certificate: pem, key };
}

function keyPem(type: string): string {
  return keptKeyPair(type).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** A key under `Proc-Type: 4,ENCRYPTED`, as `openssl rsa -aes256` wrote it before PKCS #8. */
function legacyEncryptedKey({ key }: MadeCertificate): string {
  return key.privateKey
    .export({ type: 'pkcs1', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'a passphrase' })
    .toString();
}
