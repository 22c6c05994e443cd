// Where a hash comes from, in words for messages.
const PROMETHEUS_GUIDE = 'the Prometheus guide to basic authentication';
const EXAMPLES = 'the example web.yml of Prometheus and of the exporter toolkit';
const TOOLKIT_DOCUMENTATION = "the exporter toolkit's documentation of web.yml";
const TOOLKIT_TESTS = "the tests of the exporter toolkit's repository";
const NOTES = 'public notes on how to set up Prometheus';

// Bcrypt hashes by what follows the version: cost, salt and digest. Never their passwords.
const PUBLICATIONS: ReadonlyMap<string, string> = new Map([
  // prometheus/docs, docs/guides/basic-auth.md.
  ['12$hNf2lSsxfm0.i4a.1kVpSOVyBCfIB51VRjgBUyv6kdnyTlgWj81Ay', PROMETHEUS_GUIDE],
  // prometheus/prometheus, documentation/examples/web-config.yml; prometheus/exporter-toolkit, docs/web-config.yml.
  ['10$mDwo.lAisC94iLAyP81MCesa29IzH37oigHC/42V2pdJlUprsJPze', EXAMPLES],
  ['10$hLqFl9jSjoAAy95Z/zw8Ye8wkdMBM8c5Bn1ptYqP/AXyV0.oy0S8m', EXAMPLES],
  // inuits.eu, "Prometheus Server and TLS", 2021.
  ['10$EYxs8IOG46m9CtpB/XlPxO1ei7E4BjAen0SUv6di7mD4keR/8JO6m', 'a blog post about Prometheus and TLS'],
  // prometheus/exporter-toolkit, docs/web-configuration.md: what htpasswd prints, for a password that is not told.
  ['10$X0h1gDsPszWURQaxFh.zoubFi6DXncSjhoQNJgRrnGs7EsimhC7zG', TOOLKIT_DOCUMENTATION],
  // prometheus/exporter-toolkit, web/handler.go: compared with where the user is unknown.
  ['10$QOauhQNbBCuQDKes6eFzPeMqBSjb7Mr5DUmpZ/VcEd00UAV/LDeSi', "the exporter toolkit's source code"],
  // prometheus/exporter-toolkit, web/testdata.
  ['12$1DpfPeqF9HzHJt.EWswy1exHluGfbhnn3yXhR7Xes6m3WJqFg0Wby', TOOLKIT_TESTS],
  ['10$qRTBuFoULoYNA7AQ/F3ck.trZBPyjV64.oA4ZsSBCIWvXuvQlQTuu', TOOLKIT_TESTS],
  ['10$2UXri9cIDdgeKjBo4Rlpx.U3ZLDV8X1IxKmsfOvhcM5oXQt/mLmXq', TOOLKIT_TESTS],
  // Cairry/Cairry.github.io, docs/Prometheus/auth.md.
  ['12$LIrVJdQQr7v5RlyCpJ.XL.aaLIm42yvl6rcu/l5nGUW9.kiosRVYC', NOTES],
  // Public repositories of notes on monitoring, in Spanish, English and Vietnamese.
  ['12$Kvf88U2IcARZwSqI7x0JTO22i763bOvDQl/C7ZGUM2bnAvLUDrEQy', NOTES],
  ['12$jAcN21HKQtAekuZnyklezuvIuQXShduzId4rXRaa73aZH0fev2kzq', NOTES],
  ['12$Cc1OeSGajFbIHCP3YECjpeZusdmUNFU4xNdOoMjbT/yatqUpIouPu', NOTES],
  // Wikipedia, "bcrypt", and the articles made of it.
  ['12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW', 'encyclopedias, as the example of a bcrypt hash'],
]);
const VERSION = /^\$2[a-z]?\$/;
const KEY_LENGTH = 56;

/**
 * Where a bcrypt hash is published, in words for messages; `undefined` where that is not known. The minor version makes
 * no difference, nor does what follows the hash, since the same password logs in.
 */
export function publicationOf(hash: string): string | undefined {
  const version = VERSION.exec(hash)?.[0] ?? '';
  return version === '' ? undefined : PUBLICATIONS.get(hash.slice(version.length, version.length + KEY_LENGTH));
}
