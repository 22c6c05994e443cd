import { expect, test } from '@jest/globals';
import { findingsIn, RULES_FOR_PARTS } from '../linted.ts';
import { testEveryFault } from './every-fault.ts';
import { OPERATOR_PLACES, SERVER_PLACES } from './operator.ts';
import { yamlOf } from './yaml.ts';

testEveryFault('custom resources', OPERATOR_PLACES);

test('servers verify nobody, so that they cannot leave it out', () => {
  for (const { name, document } of SERVER_PLACES) {
    const text = yamlOf(document({ insecureSkipVerify: true, certFile: '/tls.crt', keyFile: '/tls.key' }));
    expect({ name, text, found: findingsIn({ 'resource.yaml': text }, RULES_FOR_PARTS) }).toEqual({
      name,
      text,
      found: [],
    });
  }
});
