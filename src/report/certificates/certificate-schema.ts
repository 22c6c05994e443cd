import { CERTIFICATE_SCHEMA, MOMENT, TEXT } from '../json-schema-parts.ts';

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
    now: { ...MOMENT, description: 'The moment that dates were compared with.' },
    certificates: { type: 'array', items: { $ref: '#/definitions/certificate' } },
  },
  additionalProperties: true,
  definitions: {
    certificate: {
      ...CERTIFICATE_SCHEMA,
      required: [...CERTIFICATE_SCHEMA.required, 'days'],
      properties: {
        ...CERTIFICATE_SCHEMA.properties,
        days: { type: 'integer', description: 'Whole days from now to its end; negative where it is past.' },
      },
    },
  },
} as const;
