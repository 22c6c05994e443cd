import type { Trouble } from './fake-github.ts';

/** What goes on going wrong with each request, and what a notice says of it. */
export const LASTING_TROUBLES: readonly (readonly [string, Trouble, string])[] = [
  ['401', { status: 401 }, 'GitHub does not know the token (401)'],
  ['410', { status: 410 }, 'GitHub says that it is gone (410)'],
  ['429 for an hour', { status: 429, headers: { 'retry-after': '3600' } }, 'the rate limit of GitHub is reached (429)'],
  [
    '403 at the limit',
    { status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '4102444800' } },
    'the rate limit of GitHub is reached (403)',
  ],
  [
    '403 at a secondary limit',
    { status: 403, message: 'You have exceeded a secondary rate limit.' },
    'the rate limit of GitHub is reached (403)',
  ],
  [
    '429 again and again',
    { status: 429, headers: { 'retry-after': '0' } },
    'the rate limit of GitHub is reached (429)',
  ],
  ['403 for a locked conversation', { status: 403, message: 'issue is locked.' }, 'the conversation is locked (403)'],
  ['500', { status: 500 }, 'GitHub failed (500)'],
  ['503', { status: 503 }, 'GitHub failed (503)'],
  ['no answer', 'silence', 'GitHub did not answer in time'],
  ['a broken connection', 'cut', 'GitHub could not be reached'],
  ['a page for people', 'a page for people', 'GitHub could not be reached'],
];

/** Where the findings are all the same, at the end of each notice. */
export const REST = 'the log and the summary hold every finding';
