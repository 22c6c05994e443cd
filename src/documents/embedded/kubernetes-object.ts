import { isNull, type YamlMap } from '../../parse/yaml-node.ts';
import { mapAt, textAt } from '../dialect.ts';
import type { Carrier } from '../document.ts';
import { resourceOf } from '../resource.ts';
import type { CarrierReader, Embedded, Encoding } from './embedded.ts';

const SIGN = /kind\\*["']?[ \t]*:[ \t\r\n]*\\*["']?(?:ConfigMap|Secret)(?:List)?\b/;
// The name of a file alone may tell what it is.
const HIDING_SIGN =
  /kind\\*["']?[ \t]*:[ \t\r\n]*\\*["']?Secret(?:List)?\b|binaryData\b|(?:values[\w.-]{0,60}|web(?:-config)?)\.ya?ml\b/;
const ENTRY = /^["']?(?:apiVersion|kind|metadata|type|data|stringData|binaryData|items)["']?[ \t]*:/;
const FILE_NAME = /\.\w+$/;

const KINDS = ['ConfigMap', 'Secret'] as const;

// What each keeps where, and how (kubernetes/api core/v1/types.go, ConfigMap and Secret).
const SECTIONS: Readonly<Record<(typeof KINDS)[number], readonly (readonly [section: string, encoding: Encoding])[]>> =
  {
    ConfigMap: [
      ['data', 'none'],
      ['binaryData', 'base64'],
    ],
    Secret: [
      ['stringData', 'none'],
      ['data', 'base64'],
    ],
  };

/** What a ConfigMap or a Secret of Kubernetes hands to a Pod as files. */
export const kubernetesObject: CarrierReader = {
  sign: SIGN,
  hidingSign: HIDING_SIGN,
  mayNeed: entry => ENTRY.test(entry),
  *embeddedIn(root) {
    const resource = resourceOf(root);
    const kind = resource?.group === '' ? KINDS.find(known => known === resource.kind) : undefined;
    if (resource === undefined || kind === undefined) return;
    const owner = { kind, ...nameOf(resource.metadata), ...namespaceOf(resource.namespace) };
    for (const [section, encoding] of SECTIONS[kind]) yield* entriesOf(root, section, encoding, owner);
  },
};

function* entriesOf(
  root: YamlMap,
  section: string,
  encoding: Encoding,
  owner: Omit<Carrier, 'key'>,
): Generator<Embedded> {
  for (const { key, value } of mapAt(root, section)?.pairs ?? []) {
    if (value?.kind !== 'scalar' || isNull(value)) continue;
    yield {
      scalar: value,
      encoding,
      keys: [section, key.text],
      ...(FILE_NAME.test(key.text) ? { fileName: key.text } : {}),
      within: { ...owner, key: key.text },
    };
  }
}

function nameOf(metadata: YamlMap | undefined): Pick<Carrier, 'object'> {
  const name = metadata && textAt(metadata, 'name');
  return name === undefined || isTemplated(name) ? {} : { object: name };
}

function namespaceOf(namespace: string | undefined): Pick<Carrier, 'namespace'> {
  return namespace === undefined || isTemplated(namespace) ? {} : { namespace };
}

/** True for a name that a template makes, and that nobody knows. */
function isTemplated(name: string): boolean {
  return /\{[{%]|\$\{/.test(name);
}
