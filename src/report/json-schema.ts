import { SEVERITIES } from '../findings/finding.ts';

const POSITION = { type: 'integer', minimum: 1 } as const;
const COUNT = { type: 'integer', minimum: 0 } as const;

const PLACE_PROPERTIES = {
  file: { type: 'string', description: 'Relative to the git top level, else to the current folder, with /.' },
  line: { ...POSITION, description: 'Counted from 1.' },
  column: { ...POSITION, description: 'Counted from 1, in UTF-16 code units.' },
  endLine: { ...POSITION, description: 'The line the place ends on.' },
  endColumn: { ...POSITION, description: 'One past the last UTF-16 code unit.' },
  exact: {
    type: 'boolean',
    description:
      'False where the text is decoded from what stands there, base64 for one, so that nothing may be edited.',
  },
} as const;
const PLACE_KEYS = ['file', 'line', 'column', 'endLine', 'endColumn', 'exact'] as const;

/** The JSON Schema (draft-07) of what `--format json` prints. Later versions may add properties, and take none away. */
export const FINDINGS_SCHEMA = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: 'https://raw.githubusercontent.com/promsec/promsec/v1/docs/schema/findings.schema.json',
  title: 'promsec findings',
  description: 'What promsec prints with --format json. Properties may be added, none is taken away within a version.',
  type: 'object',
  required: ['version', 'tool', 'now', 'findings', 'ignored', 'unread', 'files', 'counts'],
  properties: {
    version: { const: 1 },
    tool: {
      type: 'object',
      required: ['name', 'version'],
      properties: { name: { type: 'string' }, version: { type: 'string' } },
      additionalProperties: true,
    },
    now: { type: 'string', format: 'date-time', description: 'The moment that dates were compared with.' },
    findings: { type: 'array', items: { $ref: '#/definitions/finding' } },
    ignored: {
      type: 'array',
      description: 'Findings that an ignore comment took out.',
      items: {
        type: 'object',
        required: ['finding', 'reason', 'at'],
        properties: {
          finding: { $ref: '#/definitions/finding' },
          reason: { type: 'string', description: 'The reason given in the comment.' },
          at: { $ref: '#/definitions/place', description: 'Where the comment stands.' },
        },
        additionalProperties: true,
      },
    },
    unread: {
      type: 'array',
      description: 'Files, or parts of them, that might matter and were not read.',
      items: {
        type: 'object',
        required: ['path', 'reason'],
        properties: { path: { type: 'string' }, reason: { type: 'string' } },
        additionalProperties: true,
      },
    },
    files: {
      type: 'object',
      required: ['seen', 'documents'],
      properties: {
        seen: { ...COUNT, description: 'All files, also those that cannot matter.' },
        documents: { type: 'object', description: 'Documents read, by dialect.', additionalProperties: COUNT },
      },
      additionalProperties: true,
    },
    counts: {
      type: 'object',
      description: 'Findings by severity.',
      required: SEVERITIES,
      properties: { error: COUNT, warning: COUNT, note: COUNT },
      additionalProperties: true,
    },
    comparison: {
      type: 'object',
      description: 'What the run is compared with. Then only findings whose state is new count.',
      required: ['scope', 'base', 'fixed', 'policyChanges', 'untouched'],
      properties: {
        scope: { enum: ['new', 'changed-lines'] },
        base: { type: 'string', description: 'For people.' },
        headCommit: { type: 'string', description: 'The commit that GitHub shows results on.' },
        fixed: { ...COUNT, description: 'How many findings of the base are gone.' },
        policyChanges: {
          type: 'array',
          items: { type: 'string' },
          description: 'What the change alters of what counts.',
        },
        untouched: {
          type: 'boolean',
          description: 'True where nothing that promsec reads is changed, and so nothing was judged.',
        },
      },
      additionalProperties: true,
    },
    withoutBase: { type: 'string', description: 'Why there is nothing to compare with, where there should be.' },
  },
  additionalProperties: true,
  definitions: {
    place: { type: 'object', required: PLACE_KEYS, properties: PLACE_PROPERTIES, additionalProperties: true },
    related: {
      type: 'object',
      required: ['message', ...PLACE_KEYS],
      properties: { message: { type: 'string' }, ...PLACE_PROPERTIES },
      additionalProperties: true,
    },
    fix: {
      type: 'object',
      description: 'What mends the finding. The edits belong together.',
      required: ['title', 'safe', 'edits'],
      properties: {
        title: { type: 'string' },
        safe: { type: 'boolean', description: 'True where nothing but the finding changes by it.' },
        edits: {
          type: 'array',
          items: {
            type: 'object',
            required: ['text', ...PLACE_KEYS],
            properties: { text: { type: 'string', description: 'What stands there then.' }, ...PLACE_PROPERTIES },
            additionalProperties: true,
          },
        },
      },
      additionalProperties: true,
    },
    finding: {
      type: 'object',
      required: ['rule', 'severity', 'message', ...PLACE_KEYS, 'subject', 'fingerprint', 'state', 'related'],
      properties: {
        rule: { type: 'string', description: 'The id of the rule.' },
        severity: { enum: SEVERITIES },
        message: { type: 'string' },
        ...PLACE_PROPERTIES,
        subject: {
          type: 'object',
          description: 'What it is about, without lines: the same after a reformat or a move.',
          required: ['path', 'kind'],
          properties: { path: { type: 'string' }, kind: { type: 'string' } },
          additionalProperties: true,
        },
        fingerprint: { type: 'string', description: 'Made of the rule and the subject, never of a line.' },
        state: { enum: ['new', 'existing'], description: 'existing: it stood in the base already.' },
        related: { type: 'array', items: { $ref: '#/definitions/related' } },
        fix: { $ref: '#/definitions/fix' },
      },
      additionalProperties: true,
    },
  },
} as const;
