import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect } from '@jest/globals';

/**
 * Expects `actual` to be the text of the golden file at `path`, relative to the package. With PROMSEC_GOLDEN=write it
 * is written instead; a golden file that is missing fails.
 */
export function expectGolden(path: string, actual: string): void {
  if (process.env['PROMSEC_GOLDEN'] === 'write') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, actual);
    return;
  }
  if (!existsSync(path)) throw new Error(`golden file ${path} is missing; npm run golden writes it`);
  expect(actual).toBe(readFileSync(path, 'utf8'));
}
