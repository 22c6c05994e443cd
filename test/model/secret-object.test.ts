import { describe, expect, test } from '@jest/globals';
import { yamlDocumentsOf } from '../../src/documents/yaml-documents.ts';
import type { SecretObject } from '../../src/model/model.ts';
import { secretObjectOf, secretSpansIn } from '../../src/model/secrets/secret-object.ts';
import { SourceFile } from '../../src/text/source.ts';

/** What is known of each Secret in a file. */
function secretsIn(text: string): readonly (SecretObject | undefined)[] {
  return yamlDocumentsOf(new SourceFile('a.yaml', text)).documents.flatMap(document =>
    document.dialect === 'kubernetes-secret' ? [secretObjectOf(document)] : [],
  );
}

function secret(fields: string, metadata = 'name: a'): SecretObject {
  const [object] = secretsIn(`apiVersion: v1\nkind: Secret\nmetadata: {${metadata}}\n${fields}\n`);
  if (object === undefined) throw new Error('there is no Secret with a name');
  return object;
}

function base64(text: string | Uint8Array): string {
  return Buffer.from(text).toString('base64');
}

/** The entries of a Secret: its text, the place of it in the file, and what it is. */
function entriesOf(object: SecretObject): readonly string[] {
  return [...object.entries].map(([key, { value, nature }]) => {
    const { file, start, end, exact } = value.span;
    const written = file.text.slice(start, end);
    return `${key}: ${value.value.reveal()} is ${nature}${exact ? '' : ', decoded from'} at ${written}`;
  });
}

test('a Secret has a name, perhaps a namespace, and entries in clear or in base64', () => {
  const object = secret(`data: {a: ${base64('hunter2')}}\nstringData: {b: Hawk-9}`, 'name: a, namespace: n');
  expect(object.name.value).toBe('a');
  expect(object.namespace).toBe('n');
  expect(object.document).toMatchObject({ dialect: 'kubernetes-secret', kind: 'Secret', name: 'Secret/a' });
  expect(entriesOf(object)).toEqual([
    'a: hunter2 is literal, decoded from at aHVudGVyMg==',
    'b: Hawk-9 is literal at Hawk-9',
  ]);
});

const NATURES: readonly (readonly [name: string, fields: string, nature: string])[] = [
  ['a password that the world knows', `data: {password: ${base64('admin\n')}}`, 'default'],
  ['a placeholder', `data: {password: ${base64('changeme')}}`, 'placeholder'],
  ['an empty text', 'data: {password: ""}', 'empty'],
  ['no value', 'stringData: {password: }', 'empty'],
  ['base64 in lines', 'data:\n  password: |\n    aHVu\n    dGVyMg==', 'literal'],
  ['no base64', 'data: {password: hunter2-k9Tq}', 'placeholder'],
  ['base64 without its padding', 'data: {password: aHVudGVyMg}', 'placeholder'],
  ['a template', 'data: {password: "{{ x | b64enc }}"}', 'template'],
  ['a variable', 'stringData: {password: "${X}"}', 'variable'],
  ['what SOPS encrypts', 'data: {password: "ENC[AES256_GCM,data:kq3X,iv:0X,tag:R1,type:str]"}', 'encrypted'],
  ['what Ansible encrypts', 'stringData: {password: !vault "$ANSIBLE_VAULT;1.1;AES256\\n6534"}', 'encrypted'],
  ['what a key service encrypts', `data: {password: ${base64(Uint8Array.of(1, 0, 255, 128))}}`, 'encrypted'],
  ['a private key', 'stringData: {tls.key: "-----BEGIN PRIVATE KEY-----\\nMC4CAQ==\\n"}', 'literal'],
  ['one with a passphrase', 'stringData: {tls.key: "-----BEGIN ENCRYPTED PRIVATE KEY-----\\nMC4C\\n"}', 'encrypted'],
  ['a hash', 'stringData: {password: $2y$10$mDwo.lAisC94iLAyP81MCesa29IzH37oigHC/42V2pdJlUprsJPze}', 'hash'],
  ['a megabyte', `data: {password: ${'aHVu'.repeat(250_000)}}`, 'placeholder'],
];

test.each(NATURES)('an entry with %s is told from others', (_name, fields, nature) => {
  expect([...secret(fields).entries.values()].map(entry => entry.nature)).toEqual([nature]);
});

test('of the same key, stringData counts', () => {
  expect(entriesOf(secret(`stringData: {a: Hawk-9}\ndata: {a: ${base64('Wren-1')}}`))).toEqual([
    'a: Hawk-9 is literal at Hawk-9',
  ]);
});

describe('all entries are there', () => {
  test.each([
    ['data: {a: aHVu}', 'name: a'],
    ['stringData: {a: b}\ntype: kubernetes.io/basic-auth', 'name: a'],
    ['data: {a: aHVu}', 'name: a, labels: {app.kubernetes.io/managed-by: Helm}, annotations: {a: vault}'],
    [
      'data: {a: aHVu}',
      'name: a, annotations: {argocd.argoproj.io/sync-wave: "1", reloader.stakater.com/match: "true"}',
    ],
  ])('in %s of {%s}', (fields, metadata) => {
    expect(secret(fields, metadata).isComplete).toBe(true);
  });
});

describe('a controller, a template or a patch may add entries', () => {
  test.each([
    ['type: kubernetes.io/service-account-token\ndata: {a: aHVu}', 'name: a'],
    ['type: Opaque', 'name: a'],
    ['data: {}', 'name: a'],
    ['data: "{{ x }}"', 'name: a'],
    ['data: {"{{ x }}": aHVu}', 'name: a'],
    ['data: {<<: {b: aHVu}, a: aHVu}', 'name: a'],
    ['data: {a: aHVu}\n"$patch": merge', 'name: a'],
    ['data: {a: aHVu}', 'name: a, ownerReferences: []'],
    ['data: {a: aHVu}', 'name: a, annotations: {reflector.v1.k8s.emberstack.com/reflects: b/a}'],
    ['data: {a: aHVu}', 'name: a, annotations: {replicator.v1.mittwald.de/replicate-from: b/a}'],
    ['data: {a: aHVu}', 'name: a, annotations: {secret-generator.v1.mittwald.de/autogenerate: b}'],
    ['data: {a: aHVu}', 'name: a, annotations: {cert-manager.io/certificate-name: b}'],
    ['data: {a: aHVu}', 'name: a, annotations: {kubed.appscode.com/sync: ""}'],
    ['data: {a: aHVu}', 'name: a, annotations: {kubernetes.io/service-account.name: b}'],
    ['data: {a: aHVu}', 'name: a, annotations: {sealedsecrets.bitnami.com/patch: "true"}'],
    ['data: {a: aHVu}', 'name: a, labels: {app.kubernetes.io/managed-by: external-secrets}'],
  ])('to %s of {%s}', (fields, metadata) => {
    expect(secret(fields, metadata).isComplete).toBe(false);
  });
});

function unnamed(metadata: string): string {
  return `apiVersion: v1\nkind: Secret\nmetadata: ${metadata}\ndata: {a: aHVu}\n`;
}

test('a Secret without a name that is known can be referred to by nobody', () => {
  const texts = ['{generateName: a-}', '{name: ""}', '{name: "{{ x }}"}', '{}', 'a'].map(unnamed);
  expect(texts.flatMap(secretsIn)).toEqual(Array(5).fill(undefined));
});

test('a namespace that is put in later is none', () => {
  expect(secret('data: {a: aHVu}', 'name: a, namespace: "${NAMESPACE}"').namespace).toBeUndefined();
});

test('every value of a Secret is to be masked, also one that means nothing', () => {
  const text =
    'apiVersion: v1\nkind: Secret\ndata: {a: aHVu, b: [Wren-1]}\nstringData: {c: Hawk-9, d: , e: {f: Lark-2}}\n';
  const [document] = yamlDocumentsOf(new SourceFile('a.yaml', text)).documents;
  const spans = document?.dialect === 'kubernetes-secret' ? secretSpansIn(document) : [];
  expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(['aHVu', '[Wren-1]', 'Hawk-9', '{f: Lark-2}']);
});
