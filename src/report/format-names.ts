/** What `--format` takes. Apart from the reporters, so that the names are had without them. */
export const FORMATS = [
  'text',
  'json',
  'sarif',
  'github',
  'markdown',
  'html',
  'junit',
  'checkstyle',
  'gitlab',
  'rdjson',
] as const;
export type Format = (typeof FORMATS)[number];
