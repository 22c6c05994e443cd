import { mapAt, mapsAt, textAt } from '../../documents/dialect.ts';
import { resourceOf, resourcesIn } from '../../documents/resource.ts';
import { textOf } from '../../parse/encoding.ts';
import { readYaml } from '../../parse/yaml.ts';
import { piecesOf } from '../../parse/yaml-stream.ts';
import type { YamlMap } from '../../parse/yaml-node.ts';
import type { FileTree } from '../../text/file-tree.ts';
import { folderOf } from '../../text/path.ts';
import { SourceFile } from '../../text/source.ts';
import { labelsIn, selectorIn } from '../commands/reach.ts';
import { holdsTemplate } from '../secrets/secret.ts';

/** A Service of Kubernetes that selects Pods (kubernetes/api core/v1/types.go, ServiceSpec). */
export interface Service {
  /** The file that it stands in. */
  readonly path: string;
  readonly name: string;
  readonly namespace?: string;
  readonly labels: ReadonlyMap<string, string>;
  readonly selector: ReadonlyMap<string, string>;
  readonly ports: readonly ServicePort[];
}

/** A port of a Service, as it is written. */
export interface ServicePort {
  readonly name?: string;
  readonly number: string;
  /** A name or a number, which is that of the Service unless it is written. */
  readonly target: string;
}

const YAML_NAME = /\.ya?ml$/i;
const SIGN = /^[ \t-]*kind:[ \t]*["']?(?:Service|ServiceList|List)\b/m;

/** The Services in the YAML files of some folders. Nothing else asks for them, so that they are read when they are needed. */
export function* servicesIn(files: Pick<FileTree, 'paths' | 'read'>, folders: ReadonlySet<string>): Generator<Service> {
  for (const path of files.paths) {
    if (!YAML_NAME.test(path) || !folders.has(folderOf(path))) continue;
    const content = files.read(path);
    if (content === undefined || 'reason' in content) continue;
    const decoding = textOf(content.bytes);
    if ('reason' in decoding || !SIGN.test(decoding.text)) continue;
    yield* servicesOf(new SourceFile(path, decoding.text));
  }
}

/** A look at a file: false where no Service is in it. */
export function mayHoldServices(path: string, bytes: Uint8Array): boolean {
  const decoding = YAML_NAME.test(path) ? textOf(bytes) : undefined;
  return decoding !== undefined && 'text' in decoding && SIGN.test(decoding.text);
}

function* servicesOf(file: SourceFile): Generator<Service> {
  for (const piece of piecesOf(file.text)) {
    if (!SIGN.test(file.text.slice(piece.start, piece.end))) continue;
    const reading = readYaml(file, piece);
    if (!('root' in reading) || reading.root?.kind !== 'map') continue;
    for (const root of resourcesIn(reading.root)) {
      const service = serviceOf(root, file.path);
      if (service !== undefined) yield service;
    }
  }
}

function serviceOf(root: YamlMap, path: string): Service | undefined {
  const resource = resourceOf(root);
  const spec = mapAt(root, 'spec');
  const { metadata, namespace, kind, group } = resource ?? {};
  const name = metadata && textAt(metadata, 'name');
  const selector = selectorIn(spec && mapAt(spec, 'selector'));
  if (kind !== 'Service' || group !== '' || spec === undefined || name === undefined || selector === undefined)
    return undefined;
  if (holdsTemplate(name) || holdsTemplate(namespace ?? '')) return undefined;
  return {
    path,
    name,
    ...(namespace === undefined ? {} : { namespace }),
    labels: labelsIn(metadata && mapAt(metadata, 'labels')),
    selector,
    ports: mapsAt(spec, 'ports').flatMap(port => portOf(port) ?? []),
  };
}

function portOf(port: YamlMap): ServicePort | undefined {
  const number = textAt(port, 'port');
  const name = textAt(port, 'name');
  if (number === undefined) return undefined;
  return { number, target: textAt(port, 'targetPort') ?? number, ...(name === undefined ? {} : { name }) };
}

/** True where something has all labels of a selector, with the same values. */
export function isSelected(labels: ReadonlyMap<string, string>, selector: ReadonlyMap<string, string>): boolean {
  return [...selector].every(([key, value]) => labels.get(key) === value);
}
