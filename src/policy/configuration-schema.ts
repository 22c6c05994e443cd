/**
 * The JSON Schema of the configuration file, for editors and for the check when it is read.
 *
 * @param ruleIds every rule, the engine's too.
 */
export function configurationSchema(ruleIds: readonly string[]): object {
  const levels = { $ref: '#/definitions/levels' };
  const cost = { type: 'integer', minimum: 4, maximum: 31 };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'https://raw.githubusercontent.com/promsec/promsec/v1/docs/schema/configuration.schema.json',
    title: 'promsec configuration',
    type: 'object',
    additionalProperties: false,
    required: ['version'],
    definitions: {
      level: { enum: ['off', 'note', 'warning', 'error'] },
      levels: {
        type: 'object',
        description: 'Severities by rule; off takes a rule out.',
        additionalProperties: false,
        properties: Object.fromEntries(ruleIds.map(id => [id, { $ref: '#/definitions/level' }])),
      },
    },
    properties: {
      version: { const: 1 },
      rules: levels,
      'expiry-days': days(
        'Days before its end at which a leaf certificate is reported, or a third of its life where that is less.',
      ),
      'ca-expiry-days': days('The same for certificate authorities.'),
      bcrypt: {
        type: 'object',
        additionalProperties: false,
        properties: { 'min-cost': cost, 'max-cost': cost },
        description: 'The bcrypt costs that are neither too cheap nor too dear.',
      },
      'private-domains': {
        type: 'array',
        items: { type: 'string', minLength: 1 },
        description: 'Domains for which no public authority signs, besides the built-in ones.',
      },
      include: globs('Globs of the files to read; empty: everything.'),
      exclude: globs('Globs of files to leave out.'),
      pedantic: { type: 'boolean', description: 'Run the pedantic rules too.' },
      'fail-on': { enum: ['error', 'warning', 'note', 'never'], description: 'The least severity that fails the run.' },
      'no-files': { enum: ['pass', 'warn', 'fail'], description: 'What it means that no file of ours was found.' },
      overrides: {
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['files', 'rules'],
          properties: { files: { ...globs('Globs of the files it holds for.'), minItems: 1 }, rules: levels },
        },
        description: 'Other severities for some files; later ones beat earlier ones.',
      },
      'path-mappings': paths('Where a deployed path is committed: the prefix on the server, and the folder here.'),
      servers: paths('The committed certificate that a target (host:port) serves.'),
      'prometheus-version': {
        type: 'string',
        pattern: '^(?:any|current|v?(?:2\\.[4-9]\\d|[3-9]\\.\\d+)(?:\\.\\d+)?)$',
        description: 'The version that is to accept files and certificates, such as 3.5, or current.',
      },
      baseline: { type: 'boolean', description: 'Leave out of the count what .promsec-baseline.json records.' },
    },
  };
}

function globs(description: string): object {
  // Neither from the root of the disk nor negated: it would match nothing, or nearly everything. `!(a|b)` is a glob.
  return { type: 'array', items: { type: 'string', minLength: 1, pattern: '^(?!/|!(?!\\())' }, description };
}

function days(description: string): object {
  return { type: 'integer', minimum: 0, description };
}

function paths(description: string): object {
  return { type: 'object', additionalProperties: { type: 'string', minLength: 1 }, description };
}
