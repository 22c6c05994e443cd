import { expect, test } from '@jest/globals';
import { hostOf, isIpAddress, isLoopbackHost, isPrivateHost, schemeOf } from '../../src/model/host.ts';

test.each([
  ['node1', 'node1'],
  ['node1:9100', 'node1'],
  ['node1.internal.:9100', 'node1.internal'],
  ['NODE1.Internal:9100', 'node1.internal'],
  ['10.0.0.1:9100', '10.0.0.1'],
  ['[fd00::1]:9100', 'fd00::1'],
  ['[FD00::1%25eth0]', 'fd00::1%25eth0'],
  ['fd00::1', 'fd00::1'],
  ['https://metrics.example.com', 'metrics.example.com'],
  ['HTTPS://Metrics.Example.com:443/api?x=a@b#c', 'metrics.example.com'],
  ['https://user:pass@host:9090/path', 'host'],
  ['https://user:p@ss/word@host', 'ss'],
  ['https://user:p@ss@host', 'host'],
  ['https://[::1]:9090/metrics', '::1'],
  ['host?x=1', 'host'],
  ['host/path:80', 'host'],
  ['unix:///var/run/docker.sock', ''],
  ['tcp://docker.internal:2376', 'docker.internal'],
  ['', ''],
  [':9090', ''],
  ['/metrics', ''],
  ['://', ''],
])('the host of %j is %j', (target, host) => {
  expect(hostOf(target)).toBe(host);
});

test.each([
  ['https://a', 'https'],
  ['HTTP://a', 'http'],
  ['unix:///a', 'unix'],
  ['a.b+c-1://x', 'a.b+c-1'],
  ['a:9090', undefined],
  ['//a', undefined],
  ['1http://a', undefined],
  ['', undefined],
])('the scheme of %j is %j', (url, scheme) => {
  expect(schemeOf(url)).toBe(scheme);
});

const PRIVATE = words(
  '10.0.0.0 10.255.255.255 172.16.0.1 172.31.255.255 192.168.1.1 127.0.0.1 127.255.0.1 169.254.169.254 100.64.0.1',
  '100.127.255.255 ::ffff:10.0.0.1 ::ffff:192.168.0.1 ::1 0:0:0:0:0:0:0:1 0000:0000:0000:0000:0000:0000:0000:0001',
  'fc00::1 fd12:3456::1 fe80::1 febf::1 fe80::1%eth0 localhost node1 node-exporter prometheus_server corp lan',
  'a.local a.internal a.b.svc a.svc.cluster.local a.lan a.home.arpa a.corp a.intranet',
);
const PUBLIC = [
  ...words(
    '9.255.255.255 11.0.0.0 172.15.0.1 172.32.0.1 192.167.1.1 192.169.1.1 126.0.0.1 128.0.0.1 169.253.0.1 100.63.0.1',
    '100.128.0.1 8.8.8.8 1.2.3.4 ::ffff:8.8.8.8 2001:db8::1 :: 0:0:0:0:0:0:0:12 1::1 fe00::1 fec0::1 ff02::1',
    'metrics.example.com internal.example.com local.example.com alocal.com a.notlocal a.xcorp arpa.home a.com',
    'enc[aes256_gcm,data <host> $host',
  ),
  '',
  '{{ .values.host }}',
  'a b',
];

function words(...lines: readonly string[]): readonly string[] {
  return lines.flatMap(line => line.split(' '));
}

test('private are the addresses and names that no public authority signs for', () => {
  expect(PRIVATE.filter(host => !isPrivateHost(host, []))).toEqual([]);
  expect(PUBLIC.filter(host => isPrivateHost(host, []))).toEqual([]);
});

test('domains that the user names are private with all below them, however they are written', () => {
  const inside = ['corp.example', 'a.corp.example', 'a.b.corp.example', 'a.dot.example', 'a.star.example'];
  expect(inside.filter(isPrivateHere)).toEqual(inside);
  expect(['xcorp.example', 'example', 'corp.example.com', 'a.xdot.example'].filter(isPrivateHere)).toEqual(['example']);
});

test('the machine itself is named by loopback addresses, by localhost, and by what stands for any address', () => {
  const own = [
    ...words(
      '127.0.0.1 127.255.0.9 ::ffff:127.0.0.1 ::1 0:0:0:0:0:0:0:1 0.0.0.0 :: 0:0:0:0:0:0:0:0 localhost a.localhost',
    ),
    '',
  ];
  const others = words(
    '126.0.0.1 128.0.0.1 10.0.0.1 0.0.0.1 ::2 ::ffff:10.0.0.1 1::1 fe80::1 node1 localhosts mylocalhost localhost.example.com',
  );
  expect(own.filter(host => !isLoopbackHost(host))).toEqual([]);
  expect(others.filter(isLoopbackHost)).toEqual([]);
});

test('addresses are told from names', () => {
  const addresses = words(
    '10.0.0.1 8.8.8.8 255.255.255.255 ::1 :: fd00::1 2001:db8::8a2e:370:7334 ::ffff:10.0.0.1 fe80::1%eth0 1:2:3:4:5:6:7:8',
  );
  const names = [
    ...words(
      'node1 a.b.c.d 10.0.0 10.0.0.1.example 256.0.0.1 999.1.1.1 beef dead.beef a:1 face:b00k:: 10-0-0-1.internal',
    ),
    '',
    'enc[aes256_gcm,data:::',
  ];
  expect(addresses.filter(host => !isIpAddress(host))).toEqual([]);
  expect(names.filter(isIpAddress)).toEqual([]);
});

function isPrivateHere(host: string): boolean {
  return isPrivateHost(host, ['Corp.Example', '.dot.example', '*.star.example']);
}
