/**
 * What a name in `cipher_suites` is to a server: `good`, `weak` (CBC with SHA-1), `unused` (a name of TLS 1.3, which has
 * no effect), `withdrawn` (without forward secrecy; unknown to servers built with Go 1.22 or newer), or `unknown`.
 *
 * Source: exporter-toolkit v0.17, web/tls_config.go, which asks `tls.CipherSuites()` of crypto/tls (Go 1.21 to 1.26).
 */
type CipherSuiteKind = 'good' | 'weak' | 'unused' | 'withdrawn' | 'unknown';

const WITH_HTTP2 = ['TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256', 'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256'];

const NAMES: readonly (readonly [kind: CipherSuiteKind, ...names: readonly string[]])[] = [
  [
    'good',
    ...WITH_HTTP2,
    'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384',
    'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384',
    'TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256',
    'TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256',
  ],
  [
    'weak',
    'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA',
    'TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA',
    'TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA',
    'TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA',
  ],
  ['unused', 'TLS_AES_128_GCM_SHA256', 'TLS_AES_256_GCM_SHA384', 'TLS_CHACHA20_POLY1305_SHA256'],
  [
    'withdrawn',
    'TLS_RSA_WITH_AES_128_CBC_SHA',
    'TLS_RSA_WITH_AES_256_CBC_SHA',
    'TLS_RSA_WITH_AES_128_GCM_SHA256',
    'TLS_RSA_WITH_AES_256_GCM_SHA384',
  ],
];
const KINDS: ReadonlyMap<string, CipherSuiteKind> = new Map(
  NAMES.flatMap(([kind, ...names]) => names.map(name => [name, kind] as const)),
);

/** What the name of a cipher suite is to a server. */
export function cipherSuiteKindOf(name: string): CipherSuiteKind {
  return KINDS.get(name) ?? 'unknown';
}

/** True for the suites of which HTTP/2 needs one (golang.org/x/net/http2, ConfigureServer; RFC 9113, section 9.2.2). */
export function servesHttp2(name: string): boolean {
  return WITH_HTTP2.includes(name);
}
