import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { isIP } from 'node:net';
import { ipAddressOf, ipTextOf, plainAddress } from '../../src/trust/ip-address.ts';

test.each([
  ['127.0.0.1', '7f000001'],
  ['255.255.255.255', 'ffffffff'],
  ['::1', '00000000000000000000000000000001'],
  ['::', '00000000000000000000000000000000'],
  ['2001:DB8::a:0', '20010db80000000000000000000a0000'],
  ['1:2:3:4:5:6:7:8', '00010002000300040005000600070008'],
  ['1:2:3:4:5:6:7::', '00010002000300040005000600070000'],
  ['64:ff9b::192.0.2.1', '0064ff9b0000000000000000c0000201'],
  ['::ffff:10.0.0.1', '0a000001'],
  ['::ffff:a00:1', '0a000001'],
])('the address %s has the bytes %s', (text, bytes) => {
  expect(Buffer.from(ipAddressOf(text) ?? []).toString('hex')).toBe(bytes);
});

test.each([
  '',
  'localhost',
  '127.0.0.01',
  '127.0.0.256',
  '127.0.1',
  '127.0.0.1.',
  '1.2.3.4.5',
  '0x7f.0.0.1',
  ':',
  ':::',
  '1::2::3',
  '1:2:3:4:5:6:7',
  '1:2:3:4:5:6:7:8:9',
  '1:2:3:4:5:6:7:8::',
  '12345::',
  'g::',
  'fe80::1%eth0',
  '1.2.3.4::',
  '::1.2.3',
  '[::1]',
])('"%s" is no address', text => {
  expect(ipAddressOf(text)).toBeUndefined();
});

test('what is an address to Node is one to Go, but for zones, and the other way round', () => {
  const text = fc.oneof(
    fc.ipV4(),
    fc.ipV6(),
    fc.stringMatching(/^[\da-f:.]{1,20}$/),
    fc.array(fc.constantFrom('0', '1', 'ffff', '', '10.0.0.1'), { maxLength: 9 }).map(parts => parts.join(':')),
  );
  fc.assert(
    fc.property(text, written => {
      expect(ipAddressOf(written) !== undefined).toBe(isIP(written) !== 0);
    }),
    { seed: 1, numRuns: 3000 },
  );
});

test('an address is written so that it is read again, and as URLs write it', () => {
  const groups = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 0xffff })), {
    minLength: 8,
    maxLength: 8,
  });
  fc.assert(
    fc.property(groups, numbers => {
      const bytes = plainAddress(Uint8Array.from(numbers.flatMap(number => [number >> 8, number & 0xff])));
      expect([...(ipAddressOf(ipTextOf(bytes)) ?? [])]).toEqual([...bytes]);
      if (bytes.length === 16) expect(`[${ipTextOf(bytes)}]`).toBe(new URL(`http://[${ipTextOf(bytes)}]`).hostname);
    }),
    { seed: 1, numRuns: 2000 },
  );
});

test('bytes that are no address are shown as they are', () => {
  expect(ipTextOf(Uint8Array.from([1, 2, 3]))).toBe('?010203');
});
