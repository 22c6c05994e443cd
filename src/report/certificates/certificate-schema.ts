const POSITION = { type: 'integer', minimum: 1 } as const;
const TEXT = { type: 'string' } as const;
const FILE = { ...TEXT, description: 'Relative to the git top level, else to the current folder, with /.' } as const;

/** The JSON Schema (draft-07) of what `promsec certificates --format json` prints. Later versions may add properties. */
export const CERTIFICATES_SCHEMA = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: 'https://raw.githubusercontent.com/promsec/promsec/v1/docs/schema/certificates.schema.json',
  title: 'promsec certificates',
  description: 'What promsec certificates prints with --format json. Properties may be added, none is taken away.',
  type: 'object',
  required: ['version', 'tool', 'now', 'certificates'],
  properties: {
    version: { const: 1 },
    tool: {
      type: 'object',
      required: ['name', 'version'],
      properties: { name: TEXT, version: TEXT },
      additionalProperties: true,
    },
    now: { ...TEXT, format: 'date-time', description: 'The moment that dates were compared with.' },
    certificates: { type: 'array', items: { $ref: '#/definitions/certificate' } },
  },
  additionalProperties: true,
  definitions: {
    certificate: {
      type: 'object',
      required: [
        'subject',
        'issuer',
        'kind',
        'names',
        'notBefore',
        'notAfter',
        'days',
        'key',
        'fingerprint256',
        'file',
        'line',
        'block',
        'blocks',
        'usedBy',
      ],
      properties: {
        subject: { ...TEXT, description: 'The common name, else the first organization, else the serial number.' },
        issuer: TEXT,
        kind: { enum: ['root', 'intermediate', 'leaf'] },
        names: { type: 'array', items: TEXT, description: 'The host names and addresses it holds for.' },
        notBefore: { ...TEXT, format: 'date-time' },
        notAfter: { ...TEXT, format: 'date-time' },
        days: { type: 'integer', description: 'Whole days from now to its end; negative where it is past.' },
        key: { ...TEXT, description: 'RSA 2048, ECDSA P-256 ...' },
        fingerprint256: { ...TEXT, pattern: '^[0-9A-F]{2}(:[0-9A-F]{2}){31}$' },
        file: FILE,
        line: { ...POSITION, description: 'Of its BEGIN line; 1 in a file that is no text.' },
        block: { ...POSITION, description: 'Which of the certificates of its text it is.' },
        blocks: POSITION,
        usedBy: {
          type: 'array',
          description: 'The fields of the configuration that lead to it.',
          items: {
            type: 'object',
            required: ['field', 'file', 'line'],
            properties: { field: TEXT, file: FILE, line: POSITION },
            additionalProperties: true,
          },
        },
      },
      additionalProperties: true,
    },
  },
} as const;
