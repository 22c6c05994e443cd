import { createHash, generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { keyIdentifier, signedCertificate, type KeyPair } from '../certificate-parts.ts';
import { pemBlock } from '../certificates.ts';
import { element, utf8String } from '../der.ts';
import { distinguishedName, extensionOf } from './recipe-extension.ts';
import { recipesIn, type Recipe } from './recipe.ts';

/** A certificate that a recipe made, with its key. */
export interface MadeCertificate {
  readonly recipe: Recipe;
  readonly der: Buffer;
  readonly pem: string;
  readonly key: KeyPair;
  /** The private key as PKCS #8. */
  readonly keyPem: string;
}

const DAY_IN_MILLISECONDS = 24 * 60 * 60 * 1000;

// Its subject would be UTF-8 by the recipe; Go refuses it for the underscore in a PrintableString (X.680, section 41.4).
const WITH_PRINTABLE_STRINGS: ReadonlySet<string> = new Set(['ss-printable']);

/** The recipes of the observed handshakes, by name. */
export const OBSERVED_RECIPES = recipesIn(readFileSync('test/trust/fixtures/certificate-recipes.txt', 'utf8'));

/**
 * Makes certificates by their recipes, each once. Who issues others, or signs itself, has a key of its own; the rest
 * share one of each type, since keys take long. All keys live as long as the process.
 */
export class RecipeBook {
  readonly #recipes: ReadonlyMap<string, Recipe>;
  readonly #issuers: ReadonlySet<string>;
  readonly #now: Date;
  readonly #made = new Map<string, MadeCertificate>();

  /** @param now the day from which the days of validity are counted */
  constructor(recipes: ReadonlyMap<string, Recipe>, now: Date) {
    this.#recipes = recipes;
    this.#issuers = new Set([...recipes.values()].flatMap(({ issuer }) => issuer ?? []));
    this.#now = now;
  }

  /** The certificate of a name; an error where no recipe has it. */
  certificate(name: string): MadeCertificate {
    const certificate = this.#made.get(name) ?? this.#make(this.#recipe(name));
    this.#made.set(name, certificate);
    return certificate;
  }

  #recipe(name: string): Recipe {
    const recipe = this.#recipes.get(name);
    if (recipe === undefined) throw new Error(`there is no recipe for the certificate ${name}`);
    return recipe;
  }

  #make(recipe: Recipe): MadeCertificate {
    const issuer = recipe.issuer === undefined ? undefined : this.certificate(recipe.issuer);
    const key = this.#keyOf(recipe);
    const signer = issuer?.key ?? key;
    const issuing = issuer?.recipe ?? recipe;
    const keys = { own: key, ...(namesItsKey(issuing) ? { issuer: signer } : {}) };
    const der = signedCertificate({
      version: recipe.version,
      serial: recipe.serial ?? serialFor(recipe, key),
      issuer: subjectOf(issuing),
      subject: subjectOf(recipe),
      notBefore: this.#day(recipe.days[0]),
      notAfter: this.#day(recipe.days[1]),
      key,
      extensions: recipe.extensions.flatMap(one => extensionOf(one, keys)),
      signer,
      signature: { digest: recipe.digest, isPss: recipe.isPss },
    });
    const keyPem = key.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    return { recipe, der, pem: pemBlock('CERTIFICATE', der), key, keyPem };
  }

  #keyOf({ name, issuer, key = '', keyOf }: Recipe): KeyPair {
    if (keyOf !== undefined) return this.certificate(keyOf).key;
    return keptKeyPair(key, issuer === undefined || this.#issuers.has(name) ? name : '');
  }

  #day(days: number): Date {
    return new Date(this.#now.getTime() + days * DAY_IN_MILLISECONDS);
  }
}

/** A key pair of a type such as `rsa:2048`: the same one for the same owner throughout the process. */
export function keptKeyPair(type: string, owner = ''): KeyPair {
  const kept = KEPT_KEY_PAIRS.get(`${type} ${owner}`) ?? newKeyPair(type);
  KEPT_KEY_PAIRS.set(`${type} ${owner}`, kept);
  return kept;
}

const KEPT_KEY_PAIRS = new Map<string, KeyPair>();

function newKeyPair(type: string): KeyPair {
  const [algorithm, parameter = ''] = type.split(':');
  switch (algorithm) {
    case 'rsa':
      return generateKeyPairSync('rsa', { modulusLength: Number(parameter) });
    case 'rsapss':
      return generateKeyPairSync('rsa-pss', { modulusLength: Number(parameter) });
    case 'ec':
      return generateKeyPairSync('ec', { namedCurve: parameter });
    case 'dsa':
      return generateKeyPairSync('dsa', { modulusLength: 1024, divisorLength: 160 });
    case 'ed25519':
      return generateKeyPairSync('ed25519');
    case 'ed448':
      return generateKeyPairSync('ed448');
    default:
      throw new Error(`no key is made of the type ${type}`);
  }
}

function subjectOf({ name, subject }: Recipe): Buffer {
  return distinguishedName(subject, WITH_PRINTABLE_STRINGS.has(name) ? printableString : utf8String);
}

function printableString(text: string): Buffer {
  return element(0x13, Buffer.from(text));
}

/** Whether those it issues can name its key: it has a subject key identifier itself. */
function namesItsKey({ extensions }: Recipe): boolean {
  return extensions.some(({ name, value }) => name === 'subjectKeyIdentifier' && value !== 'none');
}

function serialFor(recipe: Recipe, key: KeyPair): bigint {
  const hash = createHash('sha256').update(recipe.name).update(keyIdentifier(key)).digest('hex');
  return BigInt(`0x5a${hash.slice(0, 30)}`);
}
