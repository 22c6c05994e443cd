import { recipesIn } from '../trust/recipe.ts';

const AUTHORITY = 'basicConstraints=critical,CA:TRUE; keyUsage=critical,keyCertSign,cRLSign; subjectKeyIdentifier=hash';
const LEAF = 'basicConstraints=CA:FALSE; extendedKeyUsage=serverAuth; authorityKeyIdentifier=keyid';

const CROWD = 110;
const CROWDED = 'basicConstraints=critical,CA:TRUE; keyUsage=critical,keyCertSign';
const LOCALHOST = 'subjectAltName=DNS:localhost';

/** In hexadecimal where openssl writes no such thing. */
const ODD_EXTENSIONS: ReadonlyMap<string, string> = new Map([
  ['odd-no-names', 'subjectAltName=DER:3000'],
  ['odd-names-no-sequence', 'subjectAltName=DER:0400'],
  ['odd-names-trailing', 'subjectAltName=DER:300b82096c6f63616c686f737400'],
  ['odd-names-cut', 'subjectAltName=DER:300b82096c6f63616c68'],
  ['odd-name-not-ascii', 'subjectAltName=DER:300b82096ec3b664652e6c6162'],
  ['odd-name-empty', `subjectAltName=DER:300d820082096c6f63616c686f7374`],
  ['odd-name-nul', 'subjectAltName=DER:300d820b6c6f63616c686f7374002e'],
  ['odd-address-of-five', 'subjectAltName=DER:300787057f00000101'],
  ['odd-uri', 'subjectAltName=DER:300d860b687474703a2f2f612a625b'],
  ['odd-uri-host', 'subjectAltName=DER:300e860c687474703a2f2f612e2e622f'],
  ['odd-other-name', 'subjectAltName=DER:3016a00906032a0304a0020c0082096c6f63616c686f7374'],
  ['odd-constraints', `${LOCALHOST}; basicConstraints=DER:300502017f0101`],
  ['odd-constraints-trailing', `${LOCALHOST}; basicConstraints=DER:300000`],
  ['odd-constraints-false', `${LOCALHOST}; basicConstraints=DER:3003010100`],
  ['odd-usage', `${LOCALHOST}; keyUsage=DER:0401a0`],
  ['odd-usage-empty', `${LOCALHOST}; keyUsage=DER:030100`],
  ['odd-purposes', `${LOCALHOST}; extendedKeyUsage=DER:30030401a0`],
  ['odd-purposes-none', `${LOCALHOST}; extendedKeyUsage=DER:3000`],
  ['odd-identifier', `${LOCALHOST}; 2.5.29.14=DER:3000`],
  ['odd-authority-identifier', `${LOCALHOST}; 2.5.29.35=DER:0400`],
  ['odd-policies', `${LOCALHOST}; 2.5.29.32=DER:30020400`],
  ['odd-name-constraints-none', `${LOCALHOST}; nameConstraints=critical,DER:3000`],
  ['odd-name-constraints-dots', `${LOCALHOST}; nameConstraints=critical,DER:3009a00730058203612e2e`],
  ['odd-name-constraints-mask', `${LOCALHOST}; nameConstraints=critical,DER:300ea00c300a87087f000001ff00ff00`],
  ['odd-name-constraints-mailbox', `${LOCALHOST}; nameConstraints=critical,DER:300ca00a3008810661402e6c6162`],
  ['odd-name-constraints-mail-dot', `${LOCALHOST}; nameConstraints=critical,DER:300aa008300681042e6c6162`],
  ['odd-name-constraints-mail-dots', `${LOCALHOST}; nameConstraints=critical,DER:300aa008300681046c61622e`],
  ['odd-name-constraints-dns-dot', `${LOCALHOST}; nameConstraints=critical,DER:3007a005300382012e`],
  ['odd-name-constraints-dns-two-dots', `${LOCALHOST}; nameConstraints=critical,DER:300ba009300782052e2e6c6162`],
  ['odd-name-constraints-dns-end', `${LOCALHOST}; nameConstraints=critical,DER:300aa008300682046c61622e`],
  ['odd-name-constraints-dns-empty', `${LOCALHOST}; nameConstraints=critical,DER:3006a00430028200`],
  ['odd-name-constraints-uri-address', `${LOCALHOST}; nameConstraints=critical,DER:300fa00d300b86093132372e302e302e31`],
  ['odd-name-constraints-uri-dot', `${LOCALHOST}; nameConstraints=critical,DER:300aa008300686042e6c6162`],
  ['odd-name-constraints-uri-end', `${LOCALHOST}; nameConstraints=critical,DER:300aa008300686046c61622e`],
  ['odd-name-constraints-uri-blank', `${LOCALHOST}; nameConstraints=critical,DER:3009a00730058603612062`],
  ['odd-name-constraints-mail-quoted', `${LOCALHOST}; nameConstraints=critical,DER:300fa00d300b81092261206222406c6162`],
  ['odd-name-constraints-mail-two', `${LOCALHOST}; nameConstraints=critical,DER:300da00b30098107614062406c6162`],
  ['odd-authority-access', `${LOCALHOST}; 1.3.6.1.5.5.7.1.1=DER:0400`],
  ['odd-authority-access-critical', `${LOCALHOST}; 1.3.6.1.5.5.7.1.1=critical,DER:3000`],
  ['odd-distribution-critical', `${LOCALHOST}; 2.5.29.31=critical,DER:3000`],
  ['odd-policy-constraints', `${LOCALHOST}; 2.5.29.36=critical,DER:3003800100`],
  ['odd-any-policy', `${LOCALHOST}; 2.5.29.54=critical,DER:020100`],
  ['odd-policy-mappings', `${LOCALHOST}; 2.5.29.33=critical,DER:3000`],
  ['odd-issuer-names', `${LOCALHOST}; 2.5.29.18=critical,DER:3000`],
  ['odd-twice', `${LOCALHOST}; ${LOCALHOST}`],
  ['odd-names-critical', 'subjectAltName=critical,DNS:localhost'],
  ['odd-names-critical-of-no-kind-known', 'subjectAltName=critical,DER:300788052a03040506'],
  ['odd-purposes-critical', `${LOCALHOST}; extendedKeyUsage=critical,serverAuth`],
]);

/** Certificates that the committed observations leave out. */
export const LIVE_RECIPES = recipesIn(`
root: openssl ca -selfsign ec:P-256 -md sha256 -subj /CN=Live Root valid -1d..900d ext{${AUTHORITY}}
root-later: openssl ca -selfsign key of root -md sha256 -subj /CN=Live Root valid 10d..900d ext{${AUTHORITY}}
root-2: openssl ca -selfsign ec:P-384 -md sha384 -subj /CN=Live Root 2 valid -1d..900d ext{${AUTHORITY}}
root-cross: openssl ca -cert root-2 key of root -md sha384 -subj /CN=Live Root valid -1d..900d ext{${AUTHORITY}; authorityKeyIdentifier=keyid}
upper: openssl ca -cert root ed25519 -md sha256 -subj /CN=Live Upper valid -1d..900d ext{${AUTHORITY}; authorityKeyIdentifier=keyid}
lower: openssl ca -cert upper rsa:2048 -md sha256 -subj /CN=Live Lower valid -1d..900d ext{${AUTHORITY}; authorityKeyIdentifier=keyid}
lower-narrow: openssl ca -cert upper key of lower -md sha256 -subj /CN=Live Lower valid -1d..900d ext{${AUTHORITY}; authorityKeyIdentifier=keyid; nameConstraints=critical,permitted;DNS:lab.test,excluded;IP:127.0.0.0/255.0.0.0}
plain: openssl ca -cert root ec:P-256 -md sha256 -subj /CN=plain ext{${LEAF}; subjectAltName=DNS:localhost,IP:127.0.0.1}
later: openssl ca -cert root ec:P-256 -md sha256 -subj /CN=later valid 3d..90d ext{${LEAF}; subjectAltName=DNS:localhost}
deep: openssl ca -cert lower ec:P-256 -md sha256 -subj /CN=deep ext{${LEAF}; subjectAltName=DNS:node.lab.test,DNS:localhost}
deep-lab: openssl ca -cert lower ec:P-256 -md sha256 -subj /CN=deep ext{${LEAF}; subjectAltName=DNS:node.lab.test}
addresses: openssl ca -cert root ec:P-256 -md sha256 -subj /CN=addresses ext{${LEAF}; subjectAltName=IP:127.0.0.2,IP:::1}
any-host: openssl ca -cert root ec:P-256 -md sha256 -subj /CN=any ext{${LEAF}; subjectAltName=DNS:*}
email: openssl ca -cert root ec:P-256 -md sha256 -subj /CN=localhost ext{${LEAF}; subjectAltName=email:root@lab.test}
client-root: openssl ca -selfsign ec:P-256 -md sha256 -subj /CN=Live Client Root valid -1d..900d ext{${AUTHORITY}}
client: openssl ca -cert client-root ec:P-256 -md sha256 -subj /CN=client ext{basicConstraints=CA:FALSE; extendedKeyUsage=clientAuth}
client-expired: openssl ca -cert client-root ec:P-256 -md sha256 -subj /CN=client valid -90d..-9d ext{basicConstraints=CA:FALSE; extendedKeyUsage=clientAuth}
client-rsa: openssl ca -cert client-root rsa:2048 -md sha256 -subj /CN=client ext{basicConstraints=CA:FALSE; extendedKeyUsage=clientAuth}
older: openssl ca -cert root ec:P-256 -md sha256 -subj /CN=Live Older valid -1d..900d (X.509 v1, no extensions)
under-older: openssl ca -cert older ec:P-256 -md sha256 -subj /CN=localhost ext{basicConstraints=CA:FALSE; subjectAltName=DNS:localhost}
mailing: openssl ca -cert root ec:P-256 -md sha256 -subj /CN=Live Mailing valid -1d..900d ext{${AUTHORITY}; nameConstraints=critical,permitted;email:lab.test,permitted;URI:.lab.test}
mail-inside: openssl ca -cert mailing ec:P-256 -md sha256 -subj /CN=x ext{${LEAF}; subjectAltName=DNS:localhost,email:root@lab.test,URI:https://node.lab.test/x}
mail-outside: openssl ca -cert mailing ec:P-256 -md sha256 -subj /CN=x ext{${LEAF}; subjectAltName=DNS:localhost,email:root@other.test}
uri-outside: openssl ca -cert mailing ec:P-256 -md sha256 -subj /CN=x ext{${LEAF}; subjectAltName=DNS:localhost,URI:https://lab.test/x}
uri-address: openssl ca -cert mailing ec:P-256 -md sha256 -subj /CN=x ext{${LEAF}; subjectAltName=DNS:localhost,URI:https://127.0.0.1/x}
idna: openssl ca -cert root ec:P-256 -md sha256 -subj /CN=x ext{${LEAF}; subjectAltName=DNS:xn--nde-sna.lab.test}
pss: openssl ca -cert lower ec:P-256 -md sha256 -subj /CN=x ext{${LEAF}; subjectAltName=DNS:localhost} sigopt=rsa_padding_mode:pss,rsa_pss_saltlen:32
quoted: openssl ca -selfsign ec:P-256 -md sha256 -subj /CN=Live "Quoted" Rööt valid -1d..900d ext{${AUTHORITY}}
requoted: openssl ca -selfsign ec:P-256 -md sha256 -subj /CN=Live "Quoted" Rööt valid -1d..900d ext{${AUTHORITY}}
under-quoted: openssl ca -cert quoted ec:P-256 -md sha256 -subj /CN=x ext{${LEAF}; subjectAltName=DNS:localhost}
ring-a: openssl ca -cert ring-root key of ring-a-key -md sha256 -subj /CN=Live Ring A valid -1d..900d ext{${AUTHORITY}}
ring-a-key: openssl ca -selfsign ec:P-256 -md sha256 -subj /CN=Live Ring A valid -1d..900d ext{${AUTHORITY}}
ring-b: openssl ca -cert ring-a ec:P-256 -md sha256 -subj /CN=Live Ring B valid -1d..900d ext{${AUTHORITY}}
ring-a-by-b: openssl ca -cert ring-b key of ring-a-key -md sha256 -subj /CN=Live Ring A valid -1d..900d ext{${AUTHORITY}}
ring-root: openssl ca -selfsign ec:P-256 -md sha256 -subj /CN=Live Ring Root valid -1d..900d ext{${AUTHORITY}}
ring-leaf: openssl ca -cert ring-b ec:P-256 -md sha256 -subj /CN=x ext{${LEAF}; subjectAltName=DNS:localhost}
rich: openssl ca -cert root ec:P-256 -md sha256 -subj /C=BE/O=Lab/OU=Unit/CN=Live Rich valid -1d..900d ext{${AUTHORITY}; authorityKeyIdentifier=keyid; extendedKeyUsage=serverAuth,clientAuth; subjectAltName=DNS:rich.lab.test,IP:10.0.0.1,email:root@lab.test,URI:https://rich.lab.test:9100/path?query; nameConstraints=critical,permitted;DNS:lab.test,permitted;IP:10.0.0.0/255.0.0.0,permitted;email:lab.test,permitted;URI:.lab.test,excluded;DNS:other.test; certificatePolicies=1.2.3.4,2.5.29.32.0; 2.5.29.31=DER:301d301ba019a0178615687474703a2f2f63726c2e6c61622e746573742f63; 1.3.6.1.5.5.7.1.1=DER:3021301f06082b060105050730018613687474703a2f2f6f6373702e6c61622e74657374; 2.5.29.36=DER:3003800100; 1.2.3.4.5.6=ASN1:UTF8String:x}
serial: openssl ca -cert root ec:P-256 -md sha256 -subj /CN=serial ext{${LEAF}; ${LOCALHOST}} serial=1
flagged: openssl ca -cert root ec:P-256 -md sha256 -subj /CN=flagged ext{basicConstraints=critical,CA:FALSE; ${LOCALHOST}}
crowd: openssl ca -selfsign ec:P-256 -md sha256 -subj /CN=Live Crowd valid -1d..900d ext{${CROWDED}}
crowd-leaf: openssl ca -cert crowd ec:P-256 -md sha256 -subj /CN=x ext{basicConstraints=CA:FALSE; subjectAltName=DNS:localhost}
${crowd().join('\n')}
${oddLeaves().join('\n')}
`);

/** The names of so many authorities that are all called as `crowd` is, and have other keys. */
export function crowdNames(count = CROWD): readonly string[] {
  return Array.from({ length: count }, (_, number) => `crowd-${number}`);
}

/** The names of leaves whose extensions are not what they should be, by what is odd about them. */
export function oddNames(): readonly string[] {
  return [...ODD_EXTENSIONS.keys()];
}

function crowd(): readonly string[] {
  return crowdNames().map(
    name => `${name}: openssl ca -selfsign ec:P-256 -md sha256 -subj /CN=Live Crowd valid -1d..900d ext{${CROWDED}}`,
  );
}

function oddLeaves(): readonly string[] {
  return [...ODD_EXTENSIONS].map(
    ([name, odd]) => `${name}: openssl ca -cert root ec:P-256 -md sha256 -subj /CN=localhost ext{${odd}}`,
  );
}
