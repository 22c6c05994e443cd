import { merged, Verbatim, type Fields, type Value } from './yaml.ts';

/** A place where a configuration has a client, as the facts describe it. Paths in it start from the client. */
export interface Place {
  /** What failures call it. */
  readonly name: string;
  readonly group: string;
  /** The file that the documents stand in. */
  readonly file: string;
  /** The document with a client in this place, and nothing else that could be wrong. */
  document(client: Fields): Fields;
  /** What the client needs besides, and has nothing to do with security. */
  readonly required: Fields;
  /** Secrets that the client cannot do without, as placeholders. */
  readonly mandatory: Fields;
  /** How the client can be told to use TLS, the usual way first. */
  readonly encrypted: readonly Connection[];
  /** How it can be told not to. */
  readonly unencrypted: readonly Connection[];
  /** Absent where the client has no TLS settings. */
  readonly tls?: TlsBlock;
  /** How the client can say who it is, without a secret in the document. */
  readonly ways: readonly Way[];
  /** Pairs of fields that exclude each other. */
  readonly exclusive: readonly (readonly [string, string])[];
  /** Pairs that look so, and are accepted. */
  readonly compatible: readonly (readonly [string, string])[];
  /** Fields that hold a secret itself. */
  readonly secrets: readonly SecretField[];
  /** Fields that refer to a key of a Kubernetes Secret. */
  readonly secretKeys: readonly string[];
  /** Fields that hold a name and look like a secret. */
  readonly identifiers: readonly string[];
  /** Headers and parameters that the server shows to everybody. */
  readonly plain: readonly CarriedField[];
  /** Fields that hold a URL. */
  readonly urls: readonly string[];
  /** Fields with paths that do not start from the folder of the document; `*` for all of them. */
  readonly processRelative: readonly string[];
  /** Absent where a client is never sent elsewhere, or follows no redirect unless it is told to. */
  readonly redirects?: { readonly field: string; readonly isOptionIgnored: boolean };
  /** The field that changes the labels of what is discovered, by which a scheme or a parameter can be set. */
  readonly relabelings?: string;
  /** Absent for custom resources. */
  readonly resource?: { readonly isMonitor: boolean; readonly files: readonly string[] };
  /** `snake` or `camel`: how the place writes fields of several words. */
  spelled(field: string): string;
}

/** One way to be connected. */
export interface Connection {
  readonly name: string;
  /** The field that decides it; absent where nothing is written. */
  readonly decidedBy?: string;
  /** True where a host is written, so that it is known who is asked. */
  readonly asksHost: boolean;
  /** True where no HTTP is spoken, so that the settings of an HTTP client are passed over. */
  readonly isBare?: boolean;
  /** True for the API server of a cluster, whose certificate has its addresses. */
  readonly isApiServer?: boolean;
  /** True where the client asks what runs in the same cluster. */
  readonly isInCluster: boolean;
  to(host: string): Fields;
}

/** A block of TLS settings, and what refers to certificates in it, each form by itself. */
export interface TlsBlock {
  readonly key: string;
  readonly ca: readonly Form[];
  readonly cert: readonly Form[];
  readonly privateKey: readonly Form[];
}

/** A field with a reference. */
interface Form {
  readonly field: string;
  readonly value: Value;
}

/** A way of saying who one is. */
export interface Way {
  readonly field: string;
  readonly fields: Fields;
  /** False where the secret only signs what is sent. */
  readonly isSent: boolean;
  /** What pedantic rules find in it wherever it stands, by path. */
  readonly besides: readonly Besides[];
}

/** A finding that a field brings with it. */
export interface Besides {
  readonly path: string;
  readonly ruleId: string;
}

/** A field that holds a secret. */
export interface SecretField {
  readonly path: string;
  readonly kind: 'password' | 'token' | 'private key';
  /** The field that names a file instead, where there is one. */
  readonly file?: string;
  /** True where a client without the secret is none the worse. */
  readonly mayBeEmpty: boolean;
  /** What has to be written for the field to be used. */
  readonly around: Fields;
  readonly besides: readonly Besides[];
}

/** A header or a parameter. */
export interface CarriedField {
  readonly path: string;
  readonly besides: readonly Besides[];
}

/**
 * Some of many values, by turns: what a value is does not depend on its place, so that each place need not see all.
 *
 * @param place a text that tells the place from others.
 */
export function someOf<T>(values: readonly T[], place: string): readonly T[] {
  const turn = [...place].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
  return values.filter((_, index) => (index + turn) % values.length < 2);
}

/** A healthy client that also says who it is, in this way alone. */
export function identifiedClient(place: Place, way: Way): Fields {
  const alternatives = place.exclusive.filter(pair => pair.includes(way.field)).flat();
  const without = Object.fromEntries(alternatives.map(field => [field, undefined]));
  return merged(healthyClient(place), without, way.fields);
}

/** A host that no public authority signs for. */
export const PRIVATE_HOST = 'node.internal';
export const PUBLIC_HOST = 'metrics.example.com';

/** A client with nothing wrong: it uses TLS where it can, verifies with a CA of its own, and holds no secret. */
export function healthyClient(place: Place): Fields {
  return merged(place.required, place.mandatory, ...connected(place));
}

/** The same without the secrets that it cannot do without, and without TLS settings. */
export function bareClient(place: Place, connection: Connection, host: string = PRIVATE_HOST): Fields {
  return merged(place.required, connection.to(host));
}

function connected({ encrypted: [usual], tls }: Place): readonly Fields[] {
  if (usual === undefined) return tls === undefined ? [] : [caOf(tls)];
  return tls === undefined ? [usual.to(PRIVATE_HOST)] : [usual.to(PRIVATE_HOST), caOf(tls)];
}

/** The TLS settings that verify with a CA of one's own, and nothing else. */
export function caOf(tls: TlsBlock): Fields {
  return { [tls.key]: fieldsOf(tls.ca[0]) };
}

/** The forms as the fields of a block. */
export function fieldsOf(...forms: readonly (Form | undefined)[]): Fields {
  return Object.fromEntries(forms.flatMap(form => (form === undefined ? [] : [[form.field, form.value]])));
}

/** A reference to a key of a Kubernetes Secret or ConfigMap, on one line. */
export function keyOf(name: string, key: string): Verbatim {
  return new Verbatim(`{ name: ${JSON.stringify(name)}, key: ${JSON.stringify(key)} }`);
}
