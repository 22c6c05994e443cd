const NAME = /\.(?:jsonnet|libsonnet)$/i;
const SIGN = /insecure_?[sS]kip_?[vV]erify|tls_?[cC]onfig|basic_?[aA]uth|bearer_?[tT]oken|remote_?[wW]rite/;

/** True for a file of Jsonnet by its name. */
export function isJsonnet(path: string): boolean {
  return NAME.test(path);
}

/** True where Jsonnet speaks of connections of ours, which stand in what it generates. */
export function speaksOfOurs(bytes: Uint8Array): boolean {
  return SIGN.test(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'));
}
