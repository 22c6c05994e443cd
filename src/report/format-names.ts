/** What `--format` takes. Apart from the reporters, so that the names are had without them. */
export const FORMATS = ['text', 'json', 'sarif', 'github', 'markdown', 'html'] as const;
export type Format = (typeof FORMATS)[number];
