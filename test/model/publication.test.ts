import { expect, test } from '@jest/globals';
import { opensPort } from '../../src/model/commands/publication.ts';

// docker-compose.yml, `ports`; what is not TCP, and what only this machine reaches, opens nothing.
test.each([
  ['9090:9090', true],
  ['80:9090', true],
  ['80:9090/tcp', true],
  ['9090', true],
  ['0.0.0.0:80:9090', true],
  ['192.0.2.1:80:9090', true],
  ['[::]:80:9090', true],
  ['9090:80', false],
  ['80:19090', false],
  ['80:90901', false],
  ['80:9090/udp', false],
  ['80:9090/tcpx', false],
  ['9090-9092:9090-9092', false],
  ['127.0.0.1:80:9090', false],
  ['localhost:80:9090', false],
  ['[::1]:80:9090', false],
  ['${ADDRESS}:80:9090', false],
  ['x9090', false],
  ['', false],
])('the mapping %j opens port 9090: %p', (mapping, isOpen) => {
  expect(opensPort(mapping, '9090')).toBe(isOpen);
});

test('a port that is not known is not opened', () => {
  expect(opensPort('9090:9090', undefined)).toBe(false);
});
