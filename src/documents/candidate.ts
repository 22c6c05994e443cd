import { binaryContainerOf } from '../parse/binary-container.ts';
import { isTemplateName, renderedPath } from '../parse/template/language.ts';
import { baseName } from '../text/path.ts';
import { CONTAINER_SIGN, FLAG_SIGN } from './command-flag.ts';
import { DIALECTS } from './dialects.ts';
import { pathKindOf } from './path-kind.ts';
import { SCHEMA, signOfFile } from './possible-readers.ts';

const YAML_NAME = /\.(?:ya?ml|json)$/i;
const CERTIFICATE_NAME =
  /\.(?:pem|crt|cer|cert|key|ca|ca-bundle|p8|pk8|der|p7b|p7c|p7s|p12|pfx|jks|jceks|keystore|truststore)$/i;
const UNIT_NAME = /\.service$/i;
const SCRIPT_NAME = /\.(?:sh|bash|mk)$|(?:^|\/)(?:GNU)?[Mm]akefile$/;
const DOCKERFILE_NAME = /(?:^|\/)(?:Dockerfile|Containerfile)(?:\.[\w.-]+)?$|\.dockerfile$/i;
const PEM_WORD = Buffer.from('-----BEGIN ');
const NAMES = new Set(DIALECTS.flatMap(({ names = [] }) => [...names]));
const RESOURCE_WORD = Buffer.from('apiVersion');

/**
 * What the name of a file allows it to be. Extensionless files may be keys and certificates: Kubernetes mounts them so.
 */
export type Candidate = 'yaml' | 'certificates' | 'systemd-unit' | 'script' | 'dockerfile';

/** What a file, or what is made of a template, might be by its name alone; `undefined` for what is never read. */
export function candidateOf(path: string): Candidate | undefined {
  const rendered = renderedPath(path);
  if (YAML_NAME.test(rendered)) return 'yaml';
  if (UNIT_NAME.test(rendered)) return 'systemd-unit';
  if (DOCKERFILE_NAME.test(rendered)) return 'dockerfile';
  if (SCRIPT_NAME.test(rendered)) return 'script';
  const hasEnding = baseName(rendered).includes('.');
  if ((isTemplateName(path) || pathKindOf(path).isVariables) && !hasEnding) return 'yaml';
  return CERTIFICATE_NAME.test(rendered) || !hasEnding ? 'certificates' : undefined;
}

/** What a file is to be read as whose name tells nothing: by its content. */
export function candidateBy(bytes: Uint8Array): Candidate {
  return mayHoldCertificates(asBuffer(bytes)) ? 'certificates' : 'yaml';
}

/**
 * A look at the bytes: true when something is in them without which a file of such a path cannot be ours.
 *
 * @param candidate what the file is to be read as.
 */
export function canHoldOurs(
  bytes: Uint8Array,
  path: string,
  candidate = candidateOf(path) ?? candidateBy(bytes),
): boolean {
  const buffer = asBuffer(bytes);
  if (candidate === 'certificates') return mayHoldCertificates(buffer);
  if (candidate === 'dockerfile') return CONTAINER_SIGN.test(buffer.toString('latin1'));
  if (candidate !== 'yaml') return FLAG_SIGN.test(buffer.toString('latin1'));
  const rendered = renderedPath(path);
  // In JSON resources alone are read, and most of it are long dashboards.
  if (rendered.endsWith('.json') && !buffer.includes(RESOURCE_WORD)) return false;
  if (isSchemaAlone(buffer)) return false;
  return signOfFile(rendered).test(buffer.toString('latin1'));
}

function mayHoldCertificates(buffer: Buffer): boolean {
  return binaryContainerOf(buffer) !== undefined || buffer.includes(PEM_WORD);
}

const SCHEMA_HEAD = 1000;
const MARKER = '\n---';
const BEFORE_FIRST = /^(?:[ \t]*(?:#[^\n]*)?\r?\n)*---/;

/**
 * True for a file with nothing but the schema of a custom resource. Such files are long, name every field of ours and set
 * none, and of most of one nothing has to be looked at.
 */
function isSchemaAlone(buffer: Buffer): boolean {
  const head = buffer.toString('latin1', 0, SCHEMA_HEAD);
  const { index } = SCHEMA.exec(head) ?? {};
  if (index === undefined || head.slice(0, index).replace(BEFORE_FIRST, '').includes(MARKER)) return false;
  return !buffer.includes(MARKER, index);
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/**
 * True when the name alone says that a file is ours, so that it is an error when it cannot be read. Of a template it
 * never does.
 */
export function isOursByName(path: string): boolean {
  return NAMES.has(baseName(path)) && !isTemplateName(path);
}
