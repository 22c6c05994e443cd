import type * as library from './types/library/index.js' with { 'resolution-mode': 'import' };
export type * from './types/library/index.js' with { 'resolution-mode': 'import' };
export declare const formatted: typeof library.formatted;
export declare const lint: typeof library.lint;
export declare const mended: typeof library.mended;
export declare const rules: typeof library.rules;
