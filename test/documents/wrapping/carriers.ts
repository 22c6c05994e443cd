import { inBase64, inBase64Lines, inGzip, withDollarsDoubled, type Encode } from './encoding.ts';
import type { WriteScalar } from './scalar-writing.ts';
import { bare, wrapped, Writer, type WrappedText } from './wrapped-text.ts';

/** A kind of file with a string in it that holds a configuration. */
export interface Carrier {
  readonly name: string;
  /** The file, with `<name>` where the name of what it carries stands, and `<text>` where its text does. */
  readonly file: string;
  readonly encode: Encode;
  /** The path of the file. */
  readonly path: string;
  /** True where it says what the file would be called that it carries. */
  readonly givesName: boolean;
  /** True where it carries values of charts and nothing else. */
  readonly isOfValues?: boolean;
  /** True where nothing is concluded from what is not there. */
  readonly isPartial?: boolean;
}

const CONFIG_MAP = { path: 'deploy/configmap.yaml', givesName: true };
const SECRET = { path: 'deploy/secret.yaml', givesName: true };

export const CARRIERS: readonly Carrier[] = [
  {
    name: 'a ConfigMap',
    ...CONFIG_MAP,
    encode: bare,
    file: `apiVersion: v1
kind: ConfigMap
metadata:
  name: carried
data:
  note: "a: b"
  <name>: <text>
  other.txt: |
    nothing
`,
  },
  {
    name: 'binaryData of a ConfigMap',
    ...CONFIG_MAP,
    encode: inBase64,
    file: `kind: ConfigMap
apiVersion: v1
metadata: {name: carried, namespace: monitoring}
binaryData:
  <name>: <text>
`,
  },
  {
    name: 'a List of ConfigMaps',
    ...CONFIG_MAP,
    encode: bare,
    file: `apiVersion: v1
kind: List
items:
  - apiVersion: v1
    kind: ConfigMap
    metadata: {name: empty}
  - apiVersion: v1
    kind: ConfigMap
    metadata: {name: carried}
    data:
      <name>: <text>
`,
  },
  {
    name: 'stringData of a Secret',
    ...SECRET,
    encode: bare,
    file: `apiVersion: v1
kind: Namespace
metadata: {name: monitoring}
---
apiVersion: v1
kind: Secret
metadata: {name: carried}
type: Opaque
stringData:
  <name>: <text>
`,
  },
  ...[
    { name: 'data of a Secret', encode: inBase64 },
    { name: 'data of a Secret, over lines', encode: inBase64Lines },
    { name: 'data of a Secret, compressed', encode: inGzip },
  ].map(kind => ({
    ...kind,
    ...SECRET,
    file: 'apiVersion: v1\nkind: Secret\nmetadata: {name: carried}\ndata:\n  <name>: <text>\n',
  })),
  {
    name: 'a string of values',
    path: 'values.yaml',
    givesName: false,
    encode: bare,
    file: `replicas: 1
extraManifests:
  - <text>
`,
  },
  {
    name: 'a file among values',
    path: 'charts/app/values-prod.yaml',
    givesName: true,
    encode: bare,
    file: `image: {tag: v1}
files:
  <name>: <text>
`,
  },
  {
    name: 'configs of Compose',
    path: 'compose.yaml',
    givesName: true,
    encode: withDollarsDoubled,
    file: `services:
  web:
    image: busybox
    configs:
      - source: carried
        target: /etc/carried/<name>
configs:
  carried:
    content: <text>
`,
  },
  ...[
    { name: 'cloud-init', encoding: 'text/plain', encode: bare },
    { name: 'cloud-init, in base64', encoding: 'b64', encode: inBase64 },
    { name: 'cloud-init, compressed', encoding: 'gz+b64', encode: inGzip },
  ].map(({ name, encoding, encode }) => ({
    name,
    path: 'cloud-init.yaml',
    givesName: true,
    encode,
    file: `#cloud-config
packages: [curl]
write_files:
  - path: /etc/carried/<name>
    encoding: ${encoding}
    content: <text>
    permissions: '0640'
`,
  })),
  {
    name: 'a generator of Kustomize',
    path: 'overlay/kustomization.yaml',
    givesName: true,
    encode: bare,
    file: `resources: [../base]
configMapGenerator:
  - name: carried
    literals:
      - colour=blue
      - <name>=<text>
`,
  },
  {
    name: 'a patch of Kustomize',
    path: 'overlay/kustomization.yaml',
    givesName: false,
    isPartial: true,
    encode: bare,
    file: `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources: [../base]
patches:
  - patch: <text>
`,
  },
  {
    name: 'values of Argo CD',
    path: 'apps/monitoring.yaml',
    givesName: false,
    isOfValues: true,
    encode: bare,
    file: `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: monitoring}
spec:
  project: default
  source:
    chart: kube-prometheus-stack
    helm:
      values: <text>
`,
  },
];

/** What a carrier becomes with a text in it; `undefined` where the style cannot hold the text. */
export function carried(carrier: Carrier, text: string, name: string, write: WriteScalar): WrappedText | undefined {
  const [before = '', after = ''] = carrier.file.replaceAll('<name>', name).split('<text>');
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const prefix = /- (\S*=)$/.exec(line)?.[1] ?? '';
  const encoded = carrier.encode(text);
  // What stands before a value is written in the style of the whole.
  const whole = prefix === '' ? encoded : wrapped(encoded, prefixed(prefix, encoded.text));
  const scalar = write(whole.text, indentationOf(line));
  if (scalar === undefined) return undefined;
  const head = before.slice(0, before.length - prefix.length);
  // A block ends its own last line.
  const tail = scalar.text.endsWith('\n') ? after.replace(/^\n/, '') : after;
  return wrapped(wrapped(whole, scalar), new Writer().add(head).copy(scalar.text).add(tail).done());
}

function prefixed(prefix: string, text: string): WrappedText {
  return new Writer().add(prefix).copy(text).done();
}

/** How deep the node is that has the scalar: a hyphen and the blank behind it count for what follows them. */
function indentationOf(line: string): number {
  const [before = ''] = /^ *(?:- (?=\S+: ))?/.exec(line) ?? [];
  return before.length;
}
