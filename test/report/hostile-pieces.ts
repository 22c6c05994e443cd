import * as fc from 'fast-check';

const WORDS = String.raw`
  ##[ ] :: : %0A %0D %25 error set-output ::add-mask::e ::error::e | \ ${'`'} ${'```'} * ** _ ~~ ~ [ ]( ![ ) (x) < > <img <!-- -->
  </details> <b & &lt; &#64; # - 1. + = --- $ $$ :tada: @octocat @ a@b.org #12 GH-12 o/r#1 https://x.org http:// www.x.org
  ftp://x mailto:a@b.org xmpp: javascript: 0123abcdef click section gantt %%{init}%% ; a é 東京 🔥 " '`;
const UNSEEN_PIECES = [
  '\n',
  '\r\n',
  '\t',
  '\0',
  '\u001b[31m',
  '\u202e',
  '\u2066',
  '\u200b',
  '\ufe0f',
  '\u0085',
  '\u00ad',
];
const PIECES = [
  ...WORDS.trim().split(/\s+/),
  ...UNSEEN_PIECES,
  '\r',
  '\u2028',
  '\ud800',
  ' ',
  '    ',
  '# ',
  '- ',
  '1. ',
];

/** Texts made of what means something to a runner, to Markdown, to GitHub, to Mermaid or to a terminal. */
export const hostile = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 8 })
  .map(pieces => pieces.join(''));

/** What GitHub makes a mention, a reference, mathematics, a picture or a link of. */
export const JOINED = /@\w|#\d|\$.*\$|:[\w+-]+:|:\/\/|www\.|GH-\d|(?<![0-9a-f])[0-9a-f]{7,40}(?![0-9a-f])/i;
/** What nobody sees, or what changes how the rest is seen. */
export const UNSEEN = /[^\P{Cc}\n]|[\p{Bidi_Control}\p{Zl}\p{Zp}\p{Cs}]/u;
