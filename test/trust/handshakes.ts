import { x509FieldsOf } from '../../src/parse/x509.ts';
import type { X509Fields } from '../../src/parse/x509.ts';
import { handshakeVerdict } from '../../src/trust/handshake.ts';
import type { HandshakeInput, Refusal } from '../../src/trust/handshake.ts';
import type { Profile } from '../../src/trust/profile.ts';
import { DEBIAN } from './profiles.ts';
import { RecipeBook } from './recipe-book.ts';
import { recipesIn } from './recipe.ts';

/** The day of all handshakes. */
export const NOW = new Date('2026-11-21T08:30:00Z');

/** What an authority says of itself. */
export const CA = 'basicConstraints=critical,CA:TRUE; keyUsage=critical,keyCertSign; subjectKeyIdentifier=hash';
/** What a leaf says of itself, but for its names. */
export const LEAF = 'basicConstraints=CA:FALSE; subjectKeyIdentifier=hash; authorityKeyIdentifier=keyid';

/** The names under which a handshake finds certificates. */
interface Sketch {
  readonly served: readonly string[];
  readonly roots: readonly string[];
  readonly host?: string;
  readonly client?: Partial<HandshakeInput['client']>;
  readonly scheme?: 'http' | 'https';
  readonly profile?: Profile;
}

/** Certificates by recipes, one a line: `NAME: ISSUER|self KEY SUBJECT [valid -1d..9d] {EXTENSIONS}`. */
export class Certificates {
  readonly #book: RecipeBook;

  constructor(lines: string) {
    const recipes = lines
      .trim()
      .split('\n')
      .map(line => {
        const [, name, issuer, key, rest] = /^\s*(\S+): (\S+) (\S+) (.*)$/.exec(line) ?? [];
        const signer = issuer === 'self' ? '-selfsign' : `-cert ${issuer}`;
        const owner = key?.startsWith('of:') === true ? `key of ${key.slice(3)}` : key;
        return `${name}: openssl ca ${signer} ${owner} -md sha256 -subj ${rest?.replace('{', 'ext{')}`;
      });
    this.#book = new RecipeBook(recipesIn(recipes.join('\n')), NOW);
  }

  der(name: string): Buffer {
    return this.#book.certificate(name).der;
  }

  fields(name: string): X509Fields {
    const fields = x509FieldsOf(this.der(name));
    if (fields === undefined) throw new Error(`the certificate ${name} cannot be read`);
    return fields;
  }

  /** Why the handshake is refused, each reason; none where it is accepted. */
  refusals({
    served,
    roots,
    host = 'localhost',
    client,
    scheme = 'https',
    profile = DEBIAN['3.5'],
  }: Sketch): readonly Refusal[] {
    const verdict = handshakeVerdict({
      client: {
        insecureSkipVerify: false,
        roots: { from: 'file', certificates: roots.map(name => this.fields(name)) },
        ...client,
      },
      target: { scheme, host },
      served: served.map(name => this.der(name)),
      now: NOW,
      profile,
    });
    return verdict.isAccepted ? [] : verdict.refusals;
  }

  /** What Go says, without `x509: `; `undefined` where it is content. */
  text(sketch: Sketch): string | undefined {
    return this.refusals(sketch)[0]?.text.replace(/^x509: /, '');
  }
}
