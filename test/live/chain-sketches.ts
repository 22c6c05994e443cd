import { crowdNames, oddNames } from './live-recipes.ts';
import type { Sketch } from './sketch.ts';

/** Who signed whom, and what of it is served and trusted. */
export function chainSketches(): Readonly<Record<string, Sketch>> {
  return {
    'a chain of three, in order': { served: ['deep', 'lower', 'upper'] },
    'a chain of three, the other way around': { served: ['deep', 'upper', 'lower'] },
    'a chain of three without its middle': { served: ['deep', 'upper'] },
    'a chain of three, its lower authority in ca_file alone': { served: ['deep', 'upper'], ca: ['root', 'lower'] },
    'a root signed by the trusted one': { served: ['plain', 'root-cross'], ca: ['root-2'] },
    'a root signed by the trusted one, served twice': { served: ['plain', 'root-cross', 'root-cross'], ca: ['root-2'] },
    'a root that is not valid yet': { ca: ['root-later'] },
    'a root that is not valid yet before the one that is': { ca: ['root-later', 'root'] },
    'a certificate that is not valid yet': { served: ['later'] },
    'a certificate that is not valid yet, pinned': { served: ['later'], ca: ['later'] },
    'a certificate that is not valid yet, not verified': {
      served: ['later'],
      client: { insecure_skip_verify: true },
    },
    'an authority that permits another domain': { served: ['deep', 'lower-narrow', 'upper'] },
    'an authority that permits the domain': {
      served: ['deep-lab', 'lower-narrow', 'upper'],
      client: { server_name: 'node.lab.test' },
    },
    'two authorities of one key, the narrow one first': { served: ['deep', 'lower-narrow', 'lower', 'upper'] },
    'two authorities of one key, the narrow one last': { served: ['deep', 'lower', 'lower-narrow', 'upper'] },
    'an intermediate of X.509 v1': { served: ['under-older', 'older'] },
    'an intermediate of X.509 v1, trusted itself': { served: ['under-older'], ca: ['older'] },
    'an authority for mail, a certificate within': { served: ['mail-inside', 'mailing'] },
    'an authority for mail, an address outside': { served: ['mail-outside', 'mailing'] },
    'an authority for mail, a URI outside': { served: ['uri-outside', 'mailing'] },
    'an authority for mail, a URI with an address': { served: ['uri-address', 'mailing'] },
    'a signature of RSA-PSS in the middle of the chain': { served: ['pss', 'lower', 'upper'] },
    'a root with quotes in its name, made anew': { served: ['under-quoted'], ca: ['requoted'] },
    'the roots of the machine': { ca: null },
    'another root than those of the machine': { ca: null, served: ['leaf'] },
  };
}

/** The name that is asked for, and those of the certificate. */
export function nameSketches(): Readonly<Record<string, Sketch>> {
  return {
    'an address among the names': { host: '127.0.0.1' },
    'another address than the names have': { host: '127.0.0.2' },
    'another address of this machine': { host: '127.0.0.2', served: ['addresses'] },
    'a name where there are addresses only': { served: ['addresses'] },
    'an address in the long form': { served: ['addresses'], client: { server_name: '0:0:0:0:0:0:0:1' } },
    'an IPv4 address in the form of IPv6': { served: ['addresses'], client: { server_name: '::ffff:127.0.0.2' } },
    'an asterisk alone': { served: ['any-host'] },
    'an email address alone': { served: ['email'] },
    'a server_name of another alphabet': { served: ['idna'], client: { server_name: 'n\u00f6de.lab.test' } },
    'a server_name in Punycode': { served: ['idna'], client: { server_name: 'xn--nde-sna.lab.test' } },
    'a server_name with a blank': { client: { server_name: 'local host' } },
    'a server_name in capitals': { client: { server_name: 'LOCALHOST' } },
    'a server_name with a port': { client: { server_name: 'localhost:9100' } },
    'a server_name that is empty': { client: { server_name: '' } },
  };
}

/** More authorities than Go tries, or in a ring. */
export function crowdSketches(): Readonly<Record<string, Sketch>> {
  return {
    'a ca_file with few authorities of one name, the right one last': {
      served: ['crowd-leaf'],
      ca: [...crowdNames(20), 'crowd'],
    },
    'a ca_file with many authorities of one name, the right one last': {
      served: ['crowd-leaf'],
      ca: [...crowdNames(), 'crowd'],
    },
    'a ca_file with many authorities of one name, the right one first': {
      served: ['crowd-leaf'],
      ca: ['crowd', ...crowdNames()],
    },
    'a ca_file with many authorities of one name, none of them right': { served: ['crowd-leaf'], ca: crowdNames() },
    'two authorities that sign each other, with their root': {
      served: ['ring-leaf', 'ring-b', 'ring-a-by-b', 'ring-a'],
      ca: ['ring-root'],
    },
    'two authorities that sign each other, without a root': { served: ['ring-leaf', 'ring-b', 'ring-a-by-b'] },
  };
}

/** Extensions that are not what they should be. */
export function oddSketches(): Readonly<Record<string, Sketch>> {
  return Object.fromEntries(
    oddNames().flatMap(name => [
      [`${name}, served`, { served: [name] }],
      [`${name}, served and not verified`, { served: [name], client: { insecure_skip_verify: true } }],
      [`${name}, trusted alone`, { served: [name], ca: [name] }],
    ]),
  );
}
