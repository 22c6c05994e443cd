import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { Lexer } from 'yaml';
import type { FixChoice } from '../../src/lint/mended.ts';
import { CARRIERS, carried } from '../documents/wrapping/carriers.ts';
import { STYLES } from '../documents/wrapping/scalar-writing.ts';
import { CERTIFICATES } from '../rules/trusting-fix.ts';
import { careless, SECRET } from './careless-configuration.ts';
import { faultsOfMending, mendingOf } from './mending-faults.ts';
import { chooserFrom, writtenAtRandom } from './random-writing.ts';

const CONFIGURATION = `version: 1
servers: { 'node.example:9100': served/node.pem, 'node:9100': served/node.pem }
path-mappings: { /etc/certs: certs }
`;
const BESIDE = { '.promsec.yml': CONFIGURATION, ...CERTIFICATES };
const CHOICES: readonly FixChoice[] = ['safe', 'all'];

function commentsIn(text: string): readonly string[] {
  return [...new Lexer().lex(text)].filter(token => token.startsWith('#'));
}

/** How often the secret stands in a text. */
function leaksIn(text: string): number {
  return text.split(SECRET).length - 1;
}

test.each(CHOICES)('a careless configuration is mended as promised, and loses no comment: %s', choice => {
  const made = new Set<string>();
  const holds = fc.property(careless, fc.nat(), fc.boolean(), ({ name, value }, seed, hasReturns) => {
    const text = writtenAtRandom(value, chooserFrom(seed));
    const files = { ...BESIDE, [name]: hasReturns ? text.replaceAll('\n', '\r\n') : text };
    const mending = mendingOf(BESIDE, choice);
    expect(faultsOfMending(files, mending)).toEqual([]);
    const { files: changed, made: fixes } = mending.mended(files);
    for (const { ruleId, fix } of fixes) {
      made.add(ruleId);
      expect([fix.title, ...fix.edits.map(edit => edit.text)].filter(shown => leaksIn(shown) > 0)).toEqual([]);
    }
    for (const { before, after } of changed) {
      expect(commentsIn(after)).toEqual(commentsIn(before));
      expect(leaksIn(after)).toBeLessThanOrEqual(leaksIn(before));
    }
  });
  fc.assert(holds, { seed: 21, numRuns: 60 });
  const ofSecrets = ['inline-secret', 'secret-in-plain-header', 'secret-in-url'];
  const wanted = [
    'insecure-skip-verify',
    'handshake-name-mismatch',
    'handshake-refused',
    ...(choice === 'all' ? ofSecrets : []),
  ];
  expect(wanted.filter(rule => !made.has(rule))).toEqual([]);
});

test('what is careless in a string of a carrier is mended there, and nothing else is touched', () => {
  const whole = CARRIERS.filter(({ isPartial, isOfValues }) => isPartial !== true && isOfValues !== true);
  const cases = fc.tuple(careless, fc.nat(), fc.constantFrom(...whole), fc.constantFrom(...Object.keys(STYLES)));
  let changes = 0;
  const holds = fc.property(cases, ([{ name, value }, seed, carrier, style]) => {
    const write = STYLES[style];
    const file = write && carried(carrier, writtenAtRandom(value, chooserFrom(seed)), name, write)?.text;
    fc.pre(file !== undefined);
    const files = { ...BESIDE, [carrier.path]: file };
    const mending = mendingOf(BESIDE, 'all');
    expect(faultsOfMending(files, mending)).toEqual([]);
    changes += mending.mended(files).made.length;
  });
  fc.assert(holds, { seed: 22, numRuns: 60 });
  expect(changes).toBeGreaterThan(60);
});
