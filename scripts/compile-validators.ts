import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Facts } from '../src/documents/schema/facts.ts';
import { FORMATS } from '../src/documents/schema/formats.ts';
import { withInlinedFields } from '../src/documents/schema/inlined.ts';
import type { ScalarReading } from '../src/documents/schema/json-schema.ts';
import { ENGINE_RULES } from '../src/findings/engine-rules.ts';
import { configurationValidatorCode } from './configuration-validator.ts';
import { validatorsCode } from './validators-code.ts';

// Makes `validators/` of the facts and of the schema of the configuration: the last step of `npm run build`, so that they
// are never at odds.

const BOOLEANS_OF_YAML_1_1 = [
  'y',
  'Y',
  'yes',
  'Yes',
  'YES',
  'on',
  'On',
  'ON',
  'n',
  'N',
  'no',
  'No',
  'NO',
  'off',
  'Off',
  'OFF',
];
const READINGS: Readonly<Record<string, ScalarReading>> = {
  prometheus: { isStrict: false, quotedBooleans: [], hasDurationsOfText: false },
  web: { isStrict: false, quotedBooleans: [], hasDurationsOfText: false },
  alertmanager: { isStrict: false, quotedBooleans: [], hasDurationsOfText: false },
  // It reads with go-yaml v3.
  blackbox: { isStrict: false, quotedBooleans: BOOLEANS_OF_YAML_1_1, hasDurationsOfText: true },
  operator: { isStrict: true, quotedBooleans: [], hasDurationsOfText: false },
};
const FACTS = join(import.meta.dirname, '../../src/documents/schema/facts');
const BUILT = join(import.meta.dirname, '../src/documents/schema');
const IMPORTS = `import { lookOver } from '../field-table.js';
import { FORMATS } from '../formats.js';
import { pointerPiece } from '../json-pointer.js';
`;

// Of the kinds of service discovery, which are most of what Prometheus takes, a document has one or two, if any.
const SELDOM: Readonly<Record<string, RegExp>> = { prometheus: /SDConfig\b/ };

mkdirSync(join(BUILT, 'validators'), { recursive: true });
for (const [program, reading] of Object.entries(READINGS)) {
  // Safe: a test holds the files to the type.
  const facts = withInlinedFields(JSON.parse(readFileSync(join(FACTS, `${program}.json`), 'utf8')) as Facts);
  const isSeldom = (name: string): boolean => SELDOM[program]?.test(name) === true;
  for (const [name, code] of modulesOf(program, facts, reading, isSeldom)) {
    writeFileSync(join(BUILT, 'validators', `${name}.js`), code);
  }
}

// The rules import what has been made by now.
const { RULES } = await import('../src/rules/index.ts');
const ruleIds = [...RULES, ...ENGINE_RULES].map(({ id }) => id);
const policy = join(import.meta.dirname, '../src/policy/validators');
mkdirSync(policy, { recursive: true });
writeFileSync(join(policy, 'configuration.js'), configurationValidatorCode(ruleIds));

function modulesOf(
  program: string,
  { types, ...facts }: Facts,
  reading: ScalarReading,
  isSeldom: (name: string) => boolean,
): ReadonlyMap<string, string> {
  const { usual, seldom } = validatorsCode({
    facts: { types, ...facts },
    reading,
    formats: new Set(Object.keys(FORMATS)),
    isSeldom,
  });
  const other = `${program}-seldom`;
  const hasChecks = existsSync(join(BUILT, 'checks', `${program}.js`));
  const hasOther = Object.keys(types).some(isSeldom);
  const texts = Object.entries(types).map(([name, type]) => [name, JSON.stringify(JSON.stringify(type))] as const);
  const ownTexts = texts.map(([name, text]) =>
    isSeldom(name) ? `get ${name}() { return seldom.types.${name}; }` : `${name}: ${text}`,
  );
  const otherTexts = texts.filter(([name]) => isSeldom(name)).map(([name, text]) => `${name}: ${text}`);
  const modules = new Map([
    [
      program,
      `${IMPORTS}import { lateFacts } from '../late-facts.js';
${hasChecks ? `import { CHECKS as checks } from '../checks/${program}.js';` : 'const checks = {};'}
${hasOther ? `import { seldom } from './${other}.js';` : ''}
${usual}
const facts = lateFacts(${JSON.stringify(facts)}, { ${ownTexts.join(', ')} });
export const shape = { program: '${program}', validators, checks, facts };
`,
    ],
  ]);
  if (hasOther) {
    modules.set(
      other,
      `${IMPORTS}${seldom}
export const seldom = { program: '${other}', validators, types: { ${otherTexts.join(', ')} } };
`,
    );
  }
  return modules;
}
