import { SEVERITIES } from '../findings/finding.ts';

/** Far beyond any file, and a number that JavaScript counts with. */
const MOST = 2 ** 31 - 1;

export const POSITION = { type: 'integer', minimum: 1, maximum: MOST } as const;
export const COUNT = { type: 'integer', minimum: 0, maximum: MOST } as const;
export const TEXT = { type: 'string' } as const;
export const MOMENT = { type: 'string', format: 'date-time' } as const;

const FILE = {
  ...TEXT,
  description: 'Relative to the git top level, else to the current folder, with /.',
} as const;

export const PLACE_PROPERTIES = {
  file: FILE,
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

export const PLACE_KEYS = ['file', 'line', 'column', 'endLine', 'endColumn', 'exact'] as const;

const LINE_TEXT = { ...TEXT, pattern: '^[^\\n]*$' } as const;

/** What is shown of a file, in the JSON Schema of a report. */
export const EXCERPT_SCHEMA = {
  type: 'object',
  required: ['file', 'lines', 'shown'],
  properties: {
    file: FILE,
    lines: { ...POSITION, description: 'How many lines it has, counted no further than one behind the last of shown.' },
    byteOrderMark: { type: 'boolean', description: 'Whether the file begins with one, which no line has.' },
    shown: {
      type: 'array',
      items: {
        type: 'object',
        required: ['line', 'length', 'parts', 'masked'],
        properties: {
          line: POSITION,
          length: { ...COUNT, description: 'Its UTF-16 code units without the line feed.' },
          parts: {
            type: 'array',
            description: 'What frames show of it, without its secrets.',
            items: {
              type: 'object',
              required: ['column', 'text'],
              properties: { column: POSITION, text: LINE_TEXT },
              additionalProperties: true,
            },
          },
          masked: {
            type: 'array',
            description: 'Where the secrets are that frames mask.',
            items: {
              type: 'object',
              required: ['column', 'endColumn'],
              properties: { column: POSITION, endColumn: POSITION },
              additionalProperties: true,
            },
          },
          hash: {
            ...TEXT,
            pattern: '^[0-9a-f]{1,16}:[0-9]{1,9}$',
            description: 'The primaryLocationLineHash of SARIF, where a finding stands on the line.',
          },
        },
        additionalProperties: true,
      },
    },
  },
  additionalProperties: true,
} as const;

/** A certificate of the repository, in the JSON Schema of a report. */
export const CERTIFICATE_SCHEMA = {
  type: 'object',
  required: [
    'subject',
    'issuer',
    'kind',
    'names',
    'notBefore',
    'notAfter',
    'key',
    'fingerprint256',
    ...PLACE_KEYS,
    'block',
    'blocks',
    'usedBy',
  ],
  properties: {
    subject: { ...TEXT, description: 'The common name, else the first organization, else the serial number.' },
    issuer: TEXT,
    kind: { enum: ['root', 'intermediate', 'leaf'] },
    names: { type: 'array', items: TEXT, description: 'The host names and addresses it holds for.' },
    notBefore: MOMENT,
    notAfter: MOMENT,
    key: { ...TEXT, description: 'RSA 2048, ECDSA P-256 ...' },
    fingerprint256: { ...TEXT, pattern: '^[0-9A-F]{2}(:[0-9A-F]{2}){31}$' },
    ...PLACE_PROPERTIES,
    block: { ...POSITION, description: 'Which of the certificates of its text it is.' },
    blocks: POSITION,
    usedBy: {
      type: 'array',
      description: 'The fields of the configuration that lead to it.',
      items: {
        type: 'object',
        required: ['field', ...PLACE_KEYS],
        properties: { field: TEXT, ...PLACE_PROPERTIES },
        additionalProperties: true,
      },
    },
  },
  additionalProperties: true,
} as const;

/** What a baseline took out of the count, in the JSON Schema of a report. */
export const BASELINE_SCHEMA = {
  type: 'object',
  description: 'The baseline that the run was judged with. What it has does not count: its state is existing.',
  required: ['file', 'fingerprint', 'stale'],
  properties: {
    file: { ...TEXT, description: 'For people.' },
    fingerprint: { ...TEXT, description: 'The same for the same content.' },
    stale: {
      type: 'array',
      description: 'What the baseline has and was not found.',
      items: {
        type: 'object',
        required: ['file', 'rule', 'severity', 'fingerprint', 'count'],
        properties: {
          file: FILE,
          rule: { ...TEXT, description: 'The id of the rule.' },
          severity: { enum: SEVERITIES },
          fingerprint: TEXT,
          count: POSITION,
        },
        additionalProperties: true,
      },
    },
  },
  additionalProperties: true,
} as const;

/** What a run is compared with, in the JSON Schema of a report. */
export const COMPARISON_SCHEMA = {
  type: 'object',
  description: 'What the run is compared with. Then only findings whose state is new count.',
  required: ['scope', 'base', 'fixed', 'policyChanges', 'untouched', 'changes', 'shifts'],
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
    changes: {
      type: 'array',
      description: 'What changed in the files that the report speaks of.',
      items: {
        type: 'object',
        required: ['file', 'lines', 'deletedAfter', 'whole'],
        properties: {
          file: FILE,
          previousFile: { ...TEXT, description: 'What it was called, where that is something else.' },
          lines: {
            type: 'array',
            description: 'The lines that are new or other than before.',
            items: {
              type: 'object',
              required: ['start', 'end'],
              properties: { start: POSITION, end: POSITION },
              additionalProperties: true,
            },
          },
          deletedAfter: {
            type: 'array',
            description: 'The lines behind which others were taken out; 0 at the begin of the file.',
            items: COUNT,
          },
          whole: { type: 'boolean', description: 'True where each line counts as changed.' },
        },
        additionalProperties: true,
      },
    },
    shifts: {
      type: 'array',
      description: 'How far lines have moved in headCommit, by file: those from start on by offset.',
      items: {
        type: 'object',
        required: ['file', 'lines'],
        properties: {
          file: FILE,
          lines: {
            type: 'array',
            items: {
              type: 'object',
              required: ['start', 'offset'],
              properties: { start: POSITION, offset: { type: 'integer', minimum: -MOST, maximum: MOST } },
              additionalProperties: true,
            },
          },
        },
        additionalProperties: true,
      },
    },
  },
  additionalProperties: true,
} as const;
