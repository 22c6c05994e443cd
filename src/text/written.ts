import type { Span } from './source.ts';

/** A value and where it was written, or the template text that stands in its place. */
export type Written<T> = Located<T> | Templated;

/** A value that is known, and where it was written. */
export interface Located<T> {
  readonly value: T;
  readonly span: Span;
}

/** A value that another tool puts in later: all that is known is the template text. */
interface Templated {
  readonly template: string;
  readonly span: Span;
}

/** True when the value is only known after a template is rendered. */
export function isTemplated<T>(written: Written<T>): written is Templated {
  return 'template' in written;
}

/** The value with its place, where it is known; `undefined` where it is absent or templated. */
export function literal<T>(written: Written<T> | undefined): Located<T> | undefined {
  return written === undefined || isTemplated(written) ? undefined : written;
}
