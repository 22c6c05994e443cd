import type { Severity } from '../findings/finding.ts';

/** What a piece of text is, which decides its colour. */
type Style = Severity | 'strong' | 'gutter';

/** Gives `text` the colour of `style`, or leaves it as it is. */
export type Paint = (style: Style, text: string) => string;

/** Select Graphic Rendition parameters (ECMA-48 8.3.117). */
const PARAMETERS: Readonly<Record<Style, string>> = {
  error: '1;31',
  warning: '1;33',
  note: '1;36',
  strong: '1',
  gutter: '1;34',
};

/** The painter of a terminal with or without colour. */
export function painterFor(color: boolean): Paint {
  return (style, text) => (color ? `\u001b[${PARAMETERS[style]}m${text}\u001b[0m` : text);
}
