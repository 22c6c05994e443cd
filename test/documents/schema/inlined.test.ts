import { expect, test } from '@jest/globals';
import type { Facts } from '../../../src/documents/schema/facts.ts';
import { withInlinedFields } from '../../../src/documents/schema/inlined.ts';

const FACTS: Facts = {
  source: 'a test',
  newest: '2.0',
  oldest: '1.0',
  roots: ['Job'],
  types: {
    Job: {
      go: 'config.Job',
      inline: ['Client'],
      fields: { name: 'string', token: { is: 'secret', since: '1.1' } },
      required: [{ field: 'name', text: 'job name is empty' }],
      checks: ['job'],
    },
    Client: {
      inline: ['Proxy'],
      fields: { token: 'secret', token_file: 'file' },
      atMostOne: [{ fields: ['token', 'token_file'], text: 'at most one' }],
      checks: ['client'],
    },
    Proxy: {
      fields: { proxy_url: 'url', no_proxy: 'string' },
      required: [{ field: 'proxy_url', with: ['no_proxy'], text: 'proxy_url must be configured' }],
    },
  },
};

test('a type has the fields and rules of what it has inline, and its own fields before theirs', () => {
  expect(withInlinedFields(FACTS).types['Job']).toStrictEqual({
    go: 'config.Job',
    fields: {
      proxy_url: 'url',
      no_proxy: 'string',
      token: { is: 'secret', since: '1.1' },
      token_file: 'file',
      name: 'string',
    },
    required: [
      { field: 'proxy_url', with: ['no_proxy'], text: 'proxy_url must be configured' },
      { field: 'name', text: 'job name is empty' },
    ],
    atMostOne: [{ fields: ['token', 'token_file'], text: 'at most one' }],
    checks: ['client', 'job'],
  });
});

test('facts that inline an unknown type are our own mistake', () => {
  const types = { Job: { inline: ['Nothing'], fields: {} } };
  expect(() => withInlinedFields({ ...FACTS, types })).toThrow('no type of the facts is called Nothing');
});
