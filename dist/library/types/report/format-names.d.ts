/** What `--format` takes. Apart from the reporters, so that the names are had without them. */
export declare const FORMATS: readonly ['text', 'json', 'sarif', 'github', 'markdown', 'html', 'junit', 'checkstyle', 'gitlab', 'rdjson'];
export type Format = (typeof FORMATS)[number];
