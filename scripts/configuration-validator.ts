import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { configurationSchema } from '../src/policy/configuration-schema.ts';

/**
 * The code of a module that exports `validate`, compiled by `ajv` of the schema of the configuration file. It holds what
 * mistakes are worded of: the schemas, and what was checked.
 *
 * @param ruleIds every rule, the engine's too.
 */
export function configurationValidatorCode(ruleIds: readonly string[]): string {
  const ajv = new Ajv({
    allErrors: true,
    verbose: true,
    messages: false,
    inlineRefs: false,
    // The only length that is asked for is one, so that surrogates need not be counted as one.
    unicode: false,
    logger: false,
    code: { source: true, esm: true },
  });
  const code = standalone.default(ajv, ajv.compile(configurationSchema(ruleIds)));
  if (/\brequire\(/.test(code)) throw new Error('the validator of the configuration needs a part of ajv');
  return code;
}
