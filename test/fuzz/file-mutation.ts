import { baseName } from '../../src/text/path.ts';
import { CARRIERS, carried } from '../documents/wrapping/carriers.ts';
import { STYLES } from '../documents/wrapping/scalar-writing.ts';
import type { Files } from '../tree.ts';
import { bytesMutated } from './byte-mutation.ts';
import type { Random } from './random.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A change of a file, and of what stands beside it; where there is nothing to change all stays as it is. */
export type FileMutation = (files: Files, path: string, random: Random, vocabulary: Vocabulary) => Files;

const MARK = '\uFEFF';

const ENCODINGS: readonly ((text: string) => string | Uint8Array)[] = [
  text => text.replaceAll(/\r?\n/g, '\r\n'),
  text => text.replaceAll('\n', '\r'),
  text => MARK + text,
  text => Buffer.from(MARK + text, 'utf16le'),
  text => Buffer.from(MARK + text, 'utf16le').swap16(),
  text => Buffer.from(text, 'utf16le'),
  text => Buffer.from(MARK + text.replaceAll('\n', '\r\n'), 'utf16le'),
  text => Buffer.from(text, 'latin1'),
  text => Buffer.concat([Buffer.from(text), Buffer.from([0xff, 0xc3])]),
  text => `${text}\0`,
  text => text.trimEnd(),
];

const encode: FileMutation = (files, path, random) => {
  const content = files[path];
  return typeof content === 'string' ? { ...files, [path]: random.of(ENCODINGS)(content) } : files;
};

/** The file in a string of another. */
const carry: FileMutation = (files, path, random) => {
  const { [path]: content, ...others } = files;
  if (typeof content !== 'string') return files;
  const carrier = random.of(CARRIERS);
  const write = STYLES[random.of(Object.keys(STYLES))];
  const around = write && carried(carrier, content, baseName(path), write);
  return around === undefined ? files : { ...others, [carrier.path]: around.text };
};

const changeBytes: FileMutation = (files, path, random, { containers }) => {
  const content = files[path];
  if (content === undefined) return files;
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return { ...files, [path]: bytesMutated(bytes, random, containers) };
};

const NAMES = [
  'prometheus.yml',
  'values.yaml',
  'web.yml',
  'alertmanager.yml',
  'compose.yaml',
  'kustomization.yaml',
  'chart/templates/a.yaml',
  'chart/templates/_a.tpl',
  'templates/prometheus.yml.j2',
  'prometheus.yml.tftpl',
  'prometheus.json',
  'rules.rules',
  'certs/tls.key',
  'certs/ca.pem',
  'tests/prometheus.yml',
  'run.sh',
  'Dockerfile',
  'prometheus.service',
  'a b/#1, 100%|<b>@team:x\u202e.yml',
  '::error::x/prometheus.yml',
  '##[error]\u001b[31m.yaml',
  `${'a/'.repeat(50)}prometheus.yml`,
];

const rename: FileMutation = (files, path, random) => {
  const { [path]: content, ...others } = files;
  if (content === undefined) return files;
  const name = random.of([...NAMES, `chart/templates/${baseName(path)}`, `${path}.j2`, `examples/${path}`]);
  return { ...others, ...(random.isOneIn(3) ? { 'chart/Chart.yaml': 'name: a\n' } : {}), [name]: content };
};

const remove: FileMutation = (files, path) => {
  const { [path]: _, ...others } = files;
  return Object.keys(others).length === 0 ? files : others;
};

/** A file of another fixture, in the place of this one or beside it. */
const bring: FileMutation = (files, path, random, { repositories }) => {
  const [otherPath, content] = random.of(Object.entries(random.of(repositories).files));
  return { ...files, [random.isOneIn(2) ? path : otherPath]: content };
};

const copy: FileMutation = (files, path) => {
  const content = files[path];
  return content === undefined ? files : { ...files, [`copy/${path}`]: content };
};

/** What can be done to a file as a whole. */
export const FILE_MUTATIONS: readonly FileMutation[] = [
  encode,
  encode,
  carry,
  carry,
  carry,
  rename,
  remove,
  bring,
  bring,
  copy,
];

/** What can be done to a file that is no text, or should be none. */
export const BINARY_MUTATIONS: readonly FileMutation[] = [changeBytes];
