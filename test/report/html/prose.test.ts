import { expect, test } from '@jest/globals';
import { explanationMarkup, messageMarkup } from '../../../src/report/html/prose.ts';

const messages: readonly (readonly [string, string])[] = [
  ['set `ca_file` to <ca>', 'set <code>ca_file</code> to &lt;ca&gt;'],
  ['`a``b` & "c"', '<code>a</code><code>b</code> &amp; &quot;c&quot;'],
  ['one ` alone', 'one ` alone'],
  ['a\u202eb', 'a\\u{202e}b'],
];

test.each(messages)('the message %j is %j', (message, markup) => {
  expect(messageMarkup(message).markup).toBe(markup);
});

const explanations: readonly (readonly [string, string])[] = [
  ['One\nline.\n\nAnother.', '<p>One line.</p>\n<p>Another.</p>\n'],
  [
    'It says:\n\n- a `b`\n  and c;\n- d.',
    '<p>It says:</p>\n<ul>\n<li>a <code>b</code> and c;</li><li>d.</li>\n</ul>\n',
  ],
  ['Why **it** matters: `*` is **', '<p>Why <strong>it</strong> matters: <code>*</code> is **</p>\n'],
  ['`<b>` is <b>', '<p><code>&lt;b&gt;</code> is &lt;b&gt;</p>\n'],
];

test.each(explanations)('the explanation %j is %j', (markdown, markup) => {
  expect(explanationMarkup(markdown).markup.replace(/\n+/g, '\n')).toBe(markup);
});
