import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

const RULES = 'src/rules';
// What tells one dialect from another: a rule that asks for it has to be written again for the next one.
const ASKING = /\bdialect\b|\bspelling\b|\bdocument\.(?:kind|group)\b|\bYaml(?:Document|Map|Node)\b/;

test('no rule asks whose document it looks at', () => {
  const files = readdirSync(RULES).filter(file => file.endsWith('.ts'));
  expect(files.length).toBeGreaterThan(20);
  expect(files.filter(file => ASKING.test(readFileSync(`${RULES}/${file}`, 'utf8')))).toEqual([]);
});
