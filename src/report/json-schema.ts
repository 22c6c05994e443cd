import { SEVERITIES } from '../findings/finding.ts';
import { REPOSITORY_NAME } from '../findings/repository-name.ts';
import {
  CERTIFICATE_SCHEMA,
  COMPARISON_SCHEMA,
  COUNT,
  EXCERPT_SCHEMA,
  MOMENT,
  PLACE_KEYS,
  PLACE_PROPERTIES,
  POSITION,
  TEXT,
} from './json-schema-parts.ts';

/** The JSON Schema (draft-07) of what `--format json` prints. Later versions may add properties, and take none away. */
export const FINDINGS_SCHEMA = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: 'https://raw.githubusercontent.com/promsec/promsec/v1/docs/schema/findings.schema.json',
  title: 'promsec findings',
  description: 'What promsec prints with --format json. Properties may be added, none is taken away within a version.',
  type: 'object',
  required: [
    'version',
    'tool',
    'now',
    'findings',
    'ignored',
    'unread',
    'files',
    'counts',
    'rules',
    'certificates',
    'excerpts',
  ],
  properties: {
    version: { const: 1 },
    tool: {
      type: 'object',
      required: ['name', 'version'],
      properties: { name: { type: 'string' }, version: { type: 'string' } },
      additionalProperties: true,
    },
    now: { ...MOMENT, description: 'The moment that dates were compared with.' },
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
    comparison: COMPARISON_SCHEMA,
    withoutBase: { type: 'string', description: 'Why there is nothing to compare with, where there should be.' },
    repository: {
      ...TEXT,
      pattern: REPOSITORY_NAME.source,
      description: 'What the repository is called, owner/name, where that was said.',
    },
    shard: {
      type: 'object',
      description: 'Set where the report is one of several parts, each with what stands in some of the files.',
      required: ['index', 'count'],
      properties: { index: { ...POSITION, description: 'Counted from 1.' }, count: POSITION },
      additionalProperties: true,
    },
    configuration: {
      type: 'object',
      description: 'What it was judged by, as far as who puts reports together has to know.',
      required: ['failOn', 'noFiles', 'fingerprint'],
      properties: {
        failOn: { enum: [...SEVERITIES, 'never'] },
        noFiles: { enum: ['pass', 'warn', 'fail'] },
        fingerprint: { ...TEXT, description: 'The same for the same configuration.' },
      },
      additionalProperties: true,
    },
    rules: { type: 'array', items: TEXT, description: 'The ids of the rules that ran.' },
    certificates: {
      type: 'array',
      items: CERTIFICATE_SCHEMA,
      description: 'Every certificate that is committed, the first to end first.',
    },
    excerpts: {
      type: 'array',
      items: EXCERPT_SCHEMA,
      description: 'The lines that the report speaks of, without their secrets, so that it can be shown in other ways.',
    },
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
