import { expect, test } from '@jest/globals';
import { cloudInit } from '../../../src/documents/embedded/cloud-init.ts';
import { composeConfigs } from '../../../src/documents/embedded/compose-configs.ts';
import { carriedIn } from './sketched.ts';

const COMPOSED: readonly (readonly [name: string, text: string, carried: readonly string[]])[] = [
  [
    'a config under the name that a service has it by',
    'services: {a: {configs: [{source: b, target: /etc/c.yml}]}}\nconfigs: {b: {content: "d: e"}}',
    ['configs.b.content (c.yml), compose: "d: e"'],
  ],
  [
    'a config under its own name',
    'services: {a: {configs: [b]}}\nconfigs: {b: {content: "d: $$e"}}',
    ['configs.b.content (b), compose: "d: $$e"'],
  ],
  ['nothing that stands in a file', 'services: {a: {}}\nconfigs: {b: {file: c.yml}, d: {external: true}}', []],
  ['nothing without services', 'configs: {b: {content: c}}', []],
];

test.each(COMPOSED)('of Compose is carried: %s', (_name, text, carried) => {
  expect(carriedIn(composeConfigs, text)).toEqual(carried);
});

const WRITTEN: readonly (readonly [name: string, text: string, carried: readonly string[]])[] = [
  ['a file', 'write_files: [{path: /etc/a.yml, content: "b: c"}]', ['write_files./etc/a.yml.content (a.yml): "b: c"']],
  [
    'a file in base64',
    'write_files: [{path: a, encoding: b64, content: YQ==}, {path: b, encoding: gz+b64, content: YQ==}, {path: c, content: !!binary YQ==}]',
    ['a', 'b', 'c'].map(path => `write_files.${path}.content (${path}), base64: "YQ=="`),
  ],
  [
    'what is put behind a file',
    'write_files: [{path: a, append: true, content: "b: c"}]',
    ['write_files.a.content (a), partly: "b: c"'],
  ],
  ['nothing without a path or a content', 'write_files: [{content: a}, {path: b}, c]', []],
];

test.each(WRITTEN)('of cloud-init is carried: %s', (_name, text, carried) => {
  expect(carriedIn(cloudInit, text)).toEqual(carried);
});
