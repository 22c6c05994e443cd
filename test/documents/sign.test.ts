import { expect, test } from '@jest/globals';
import { anySign } from '../../src/documents/sign.ts';

test.each([
  [['a', 'b'], 'a|b'],
  [['a|b', 'b|c'], 'a|b|c'],
  [['scrape_config', 'scrape_configs|remote_write'], 'scrape_config|remote_write'],
  [['a(?:b|c(?:d|e))|f'], 'a(?:b|c(?:d|e))|f'],
  [['a[|(]|b', 'b|\\(|\\|'], 'a[|(]|b|\\(|\\|'],
])('of %j what several have in common is looked for once', (sources, pattern) => {
  expect(anySign(sources.map(source => new RegExp(source))).source).toBe(pattern);
});
