import { SocketAddress } from 'node:net';
import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { ipTextOf } from '../../src/trust/ip-address.ts';

test.each([
  ['7f000001', '127.0.0.1'],
  ['00000000000000000000000000000000', '::'],
  ['00000000000000000000000000000001', '::1'],
  ['20010db8000000000000000000000001', '2001:db8::1'],
  ['20010db8000000010000000000000000', '2001:db8:0:1::'],
  ['20010db8000000000001000000000001', '2001:db8::1:0:0:1'],
  ['20010db8000100010001000100000001', '2001:db8:1:1:1:1:0:1'],
  ['00000000000000000000ffff0a000001', '10.0.0.1'],
  ['0a0000', '?0a0000'],
])('%s is printed as Go prints it: %s', (bytes, text) => {
  expect(ipTextOf(Buffer.from(bytes, 'hex'))).toBe(text);
});

test('what is printed is read as the same address again', () => {
  const group = fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, fc.nat(0xffff));
  fc.assert(
    fc.property(fc.array(group, { minLength: 8, maxLength: 8 }), groups => {
      fc.pre(groups[0] !== 0);
      const bytes = Buffer.alloc(16);
      for (const [at, value] of groups.entries()) bytes.writeUInt16BE(value, at * 2);
      const long = groups.map(value => value.toString(16)).join(':');
      expect(ipTextOf(bytes)).toBe(new SocketAddress({ address: long, family: 'ipv6' }).address);
    }),
    { seed: 20261121, numRuns: 500 },
  );
});
