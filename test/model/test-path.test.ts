import { expect, test } from '@jest/globals';
import { isTestPath } from '../../src/model/test-path.ts';

test.each([
  'testdata/ca.key',
  'pkg/e2e/tls.pem',
  'charts/node/ci/tls-values.yaml',
  'ci/values.yaml',
  'redis/src/dockerTest/resources/server.key',
  'smoke-test/tomcat/sample.jks',
  'integration_tests/server.key',
  'src/testFixtures/server.key',
  'agent/test-cert/cert.key',
  'testutil/pki/server.key',
])('%s is material for tests', path => {
  expect(isTestPath(path)).toBe(true);
});

test.each([
  'deploy/latest/ca.key',
  'ci/deploy-key.pem',
  'civics/values.yaml',
  'charts/node/values.yaml',
  'test-cluster/node.key',
  'clusters/frankfurt-test/node.key',
  'attestations/node.key',
])('%s is no material for tests', path => {
  expect(isTestPath(path)).toBe(false);
});
