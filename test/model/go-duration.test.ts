import { expect, test } from '@jest/globals';
import { minutesOf } from '../../src/model/certificates/go-duration.ts';

test.each([
  ['2160h', 129_600],
  ['1h30m', 90],
  ['1.5h', 90],
  ['.5h', 30],
  ['90s', 1.5],
  ['6e1s', undefined],
  ['1h-30m', undefined],
  ['-5m', -5],
  ['+5m', 5],
  ['0', 0],
  ['60000ms', 1],
  ['60000000us', 1],
  ['60000000\u00b5s', 1],
  ['60000000\u03bcs', 1],
  ['90d', undefined],
  ['1w', undefined],
  ['2160', undefined],
  ['h', undefined],
  ['', undefined],
  ['1 h', undefined],
  ['1h '.repeat(10_000), undefined],
])('%s is a duration as time.ParseDuration has it', (text, minutes) => {
  expect(minutesOf(text)).toBe(minutes);
});
