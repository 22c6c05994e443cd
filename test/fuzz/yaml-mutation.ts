import { SECRET } from './dialect-fixtures.ts';
import { STYLES } from '../documents/wrapping/scalar-writing.ts';
import type { Random } from './random.ts';
import { spliced, type TextMutation } from './text-mutation.ts';
import type { Vocabulary } from './vocabulary.ts';
import { columnAt, flowOf, isFlow, type Entry, type YamlTree } from './yaml-tree.ts';

type TreeMutation = (text: string, tree: YamlTree, random: Random, vocabulary: Vocabulary) => string;

// What a value may be besides what it should, as it is written.
const VALUES = [
  `null ~ true "true" no 0 -1 1e999 0x1f 010 .nan 2020-01-01 "" '' [] {} [null] [[]] {a:·{}} {<<:·{a:·b}} [{},·[],·""]`,
  '{"":·""} {?·[a]·:·b} {__proto__:·{}} !!binary·aGk= !vault·x !!str·1 !!bool·"yes" !ENC[a] *nothing &again·{a:·*again}',
  '@x `x` "\\u0000\\x1b[31m\\ud800" "\\n::error::x" "##[error]x" "<img·src=x>" "{{·.Values.a·}}" "${A}" "$(A)"',
  '"\u202e\u2066" "[x](javascript:y)" "|x|`y`" "a\\¶····b" 10.0.0.1 "[::1]:9100" https://h.internal http://h ../../x ./',
  '/etc/prometheus/x.pem file:///x TLS10 TLS99 HTTPS $2y$10$ {name:·a,·key:·b}',
]
  .flatMap(line => line.split(' '))
  .map(value => value.replaceAll('·', ' ').replaceAll('¶', '\n'));

const LONG = ['a', 'a-', '{{', '🔑', '../', '. '];

// Fields that hold a secret wherever a client stands.
const SECRETS: readonly (readonly [key: string, value: string])[] = [
  ['basic_auth', `{username: a, password: ${SECRET}}`],
  ['basic_auth', `{"username": "a", "password": "${SECRET}"}`],
  ['authorization', `{credentials: ${SECRET}}`],
  ['authorization', `{type: Bearer, credentials: '${SECRET}'}`],
  ['bearer_token', SECRET],
  ['bearerToken', `"${SECRET}"`],
  ['oauth2', `{client_id: a, client_secret: ${SECRET}, token_url: "https://login.internal/"}`],
  ['http_headers', `{X-Auth-Token: {secrets: [${SECRET}], values: ["Bearer ${SECRET}"]}}`],
  ['headers', `{Authorization: "Bearer ${SECRET}"}`],
  ['url', `"https://u:${SECRET}@h.internal/a?token=${SECRET}"`],
  ['params', `{token: [${SECRET}]}`],
  ['api_url', `"https://hooks.slack.com/services/T0/B0/${SECRET}"`],
  ['smtp_auth_password', SECRET],
  ['routing_key', SECRET],
  ['proxy_url', `http://u:${SECRET}@proxy.internal:3128`],
];

const remove: TreeMutation = (text, { entries }, random) => {
  const { key, value } = random.of(entries);
  return spliced(text, key.start, value?.end ?? key.end, '');
};

const repeat: TreeMutation = (text, { entries }, random) => {
  const entry = random.of(entries);
  return inserted(text, entry, text.slice(entry.key.start, endOf(entry)));
};

/** An entry in another place, as deep as that is. */
const move: TreeMutation = (text, { entries }, random) => {
  const taken = random.of(entries);
  const target = random.of(entries);
  const written = text.slice(taken.key.start, endOf(taken));
  const from = columnAt(text, taken.key.start);
  const to = columnAt(text, target.key.start);
  const moved = written.replaceAll(`\n${' '.repeat(from)}`, `\n${' '.repeat(to)}`);
  const isBehind = taken.key.start > target.key.start;
  const without = (whole: string): string => spliced(whole, taken.key.start, endOf(taken), '');
  if (random.isOneIn(2)) return inserted(text, target, moved);
  return isBehind ? inserted(without(text), target, moved) : without(inserted(text, target, moved));
};

const rename: TreeMutation = (text, { entries }, random, { keys }) => {
  const { key } = random.of(entries);
  const name = random.isOneIn(2) ? random.of(keys) : otherName(key.text, random);
  return spliced(text, key.start, key.end, /^[\w.-]+$/.test(name) ? name : JSON.stringify(name));
};

function otherName(name: string, random: Random): string {
  const at = random.below(name.length + 1);
  return random.of([
    name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
    name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`),
    name.slice(0, at) + name.slice(at + 1),
    `${name}s`,
    name.toUpperCase(),
    `${name} `,
    '<<',
    '__proto__',
    'constructor',
    '',
    'a'.repeat(2000),
    `${name}\u202e`,
  ]);
}

const changeValue: TreeMutation = (text, { values }, random) => {
  const { start, end } = random.of(values);
  const long = (): string => JSON.stringify(random.of(LONG).repeat(random.of([100, 3000])));
  return spliced(text, start, end, random.isOneIn(20) ? long() : random.of(VALUES));
};

/** The value that another fixture has under the same key, or under any. */
const swapValue: TreeMutation = (text, { entries }, random, { keys, valuesOf }) => {
  const { key, value } = random.of(entries);
  const values = valuesOf.get(random.isOneIn(4) ? random.of(keys) : key.text) ?? [];
  if (value === undefined || values.length === 0) return text;
  return spliced(text, value.start, value.end, random.of(values));
};

const add: TreeMutation = (text, { entries }, random, { keys, valuesOf }) => {
  const key = random.of(keys);
  const values = valuesOf.get(key) ?? [];
  return inserted(text, random.of(entries), `${JSON.stringify(key)}: ${random.of(values)}`);
};

const addSecret: TreeMutation = (text, { entries }, random) => {
  const [key, value] = random.of(SECRETS);
  return inserted(text, random.of(entries), `${key}: ${value}`);
};

/** The same value, written in another way. */
const restyle: TreeMutation = (text, { values }, random) => {
  const node = random.of(values);
  if (node.kind !== 'scalar') return spliced(text, node.start, node.end, flowOf(node));
  const column = text.slice(0, node.start).split('\n').at(-1)?.search(/[^ -]/) ?? 0;
  const written = STYLES[random.of(Object.keys(STYLES))]?.(node.text, Math.max(0, column));
  return written === undefined ? text : spliced(text, node.start, node.end, written.text);
};

const asJson: TreeMutation = (text, { values: [root] }, random) => {
  if (root === undefined) return text;
  const json = flowOf(root);
  return random.isOneIn(2) ? `${json}\n` : json.replaceAll(/([{[,]) ?/g, '$1\n ');
};

/** One value for two places, by an anchor; or a mapping that is merged into another. */
const share: TreeMutation = (text, { entries }, random) => {
  const anchored = random.of(entries).value;
  const target = random.of(entries);
  // What a name is made of is none.
  if (anchored === undefined || text.slice(anchored.start, anchored.end).includes(SECRET)) return text;
  const aliased = random.isOneIn(2)
    ? inserted(text, target, '<<: *shared')
    : spliced(text, target.value?.start ?? target.key.end, endOf(target), ' *shared');
  if (target.key.start < anchored.start) return aliased;
  return spliced(aliased, anchored.start, anchored.start, '&shared ');
};

const nest: TreeMutation = (text, { values }, random) => {
  const node = random.of(values);
  const depth = random.of([1, 2, 5, 120]);
  const [open, close] = random.of([
    ['[', ']'],
    ['{a: ', '}'],
    ['{tls_config: ', '}'],
  ]);
  return spliced(text, node.start, node.end, open.repeat(depth) + flowOf(node) + close.repeat(depth));
};

const repeatItem: TreeMutation = (text, { values }, random) => {
  const lists = values.filter(value => value.kind === 'list' && value.items.length > 0);
  const list = lists.length === 0 ? undefined : random.of(lists);
  if (list?.kind !== 'list') return text;
  const items = list.items.map(item => flowOf(item));
  const more = Array.from({ length: random.of([1, 2, 60]) }, () => random.of(items));
  return spliced(text, list.start, list.end, `[${[...items, ...more].join(', ')}]`);
};

function endOf({ key, value }: Entry): number {
  return Math.max(key.end, value?.end ?? key.end);
}

/** A text with an entry before another, in the style of the mapping. */
function inserted(text: string, { key, map }: Entry, entry: string): string {
  const separator = isFlow(map, text) ? ', ' : `\n${' '.repeat(columnAt(text, key.start))}`;
  return spliced(text, key.start, key.start, entry + separator);
}

function ofTree(mutation: TreeMutation): TextMutation {
  return (text, random, vocabulary) => {
    const tree = vocabulary.treeOf(text);
    return tree.entries.length === 0 ? text : mutation(text, tree, random, vocabulary);
  };
}

/** What can be done to a text that YAML reads. */
export const YAML_MUTATIONS: readonly TextMutation[] = [
  remove,
  repeat,
  move,
  rename,
  rename,
  changeValue,
  changeValue,
  swapValue,
  swapValue,
  add,
  add,
  addSecret,
  addSecret,
  restyle,
  restyle,
  asJson,
  share,
  nest,
  repeatItem,
].map(ofTree);
