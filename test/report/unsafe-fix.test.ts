import { expect, test } from '@jest/globals';
import { lint } from '../../src/lint/lint.ts';
import { DEFAULT_CONFIGURATION } from '../../src/policy/configuration.ts';
import { htmlReporter } from '../../src/report/html/report-page.ts';
import { textReporter } from '../../src/report/text.ts';
import { handshakeNameMismatch } from '../../src/rules/handshake-name-mismatch.ts';
import { inlineSecret } from '../../src/rules/inline-secret.ts';
import { EXAMPLE_NOW } from '../../src/rules/rule.ts';
import { treeOf } from '../tree.ts';

const [unsafe, safe] = [inlineSecret, handshakeNameMismatch].map(({ bad }) =>
  lint({ files: treeOf(bad), configuration: DEFAULT_CONFIGURATION, now: EXAMPLE_NOW }),
);

test.each([
  ['text', textReporter({ color: false, verbose: false }), '= unsafe fix: read', '= fix: verify'],
  ['a page', htmlReporter({ version: '1.0.0' }), '<strong>Unsafe fix:</strong> read', '<strong>Fix:</strong> verify'],
])('a fix that is not safe is called so in %s', (_, reporter, unsafeWords, safeWords) => {
  if (unsafe === undefined || safe === undefined) throw new Error('nothing is reported');
  expect(reporter(unsafe)).toContain(unsafeWords);
  expect(reporter(safe)).toContain(safeWords);
});
