/** The version of promsec: what `package.json` says, which a test compares. */
export const VERSION = '1.0.0';
