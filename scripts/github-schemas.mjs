// Takes out of GitHub's OpenAPI description what the fake GitHub of test/github/ judges requests and answers by:
// `npm pack @octokit/openapi`, unpack it, `node scripts/github-schemas.mjs FOLDER/package`.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';

const TARGET = join(import.meta.dirname, '../test/github/fixtures/github-schemas.json');

/**
 * The operations, with the fields of their answers that are read; the fields of lists are those of their items, and a dot
 * leads into one. A question mark is behind those that are null at times, though the description does not say so.
 */
const OPERATIONS = [
  ['get', '/repos/{owner}/{repo}/pulls/{pull_number}/files', ['filename', 'status', 'patch']],
  [
    'get',
    '/repos/{owner}/{repo}/pulls/{pull_number}/comments',
    ['id', 'path', 'line?', 'start_line', 'body', 'user.login', 'user.type', 'in_reply_to_id'],
  ],
  ['post', '/repos/{owner}/{repo}/pulls/{pull_number}/reviews', ['id']],
  ['patch', '/repos/{owner}/{repo}/pulls/comments/{comment_id}', ['id']],
  ['delete', '/repos/{owner}/{repo}/pulls/comments/{comment_id}', []],
  ['get', '/repos/{owner}/{repo}/issues/{issue_number}/comments', ['id', 'body', 'user.login', 'user.type']],
  ['post', '/repos/{owner}/{repo}/issues/{issue_number}/comments', ['id']],
  ['patch', '/repos/{owner}/{repo}/issues/comments/{comment_id}', ['id']],
  ['get', '/repos/{owner}/{repo}/issues', ['number', 'state', 'body', 'user.login', 'user.type', 'pull_request.url']],
  ['post', '/repos/{owner}/{repo}/issues', ['number']],
  ['patch', '/repos/{owner}/{repo}/issues/{issue_number}', ['number']],
  ['post', '/repos/{owner}/{repo}/check-runs', ['id']],
  ['patch', '/repos/{owner}/{repo}/check-runs/{check_run_id}', ['id']],
  [
    'get',
    '/repos/{owner}/{repo}/compare/{basehead}',
    ['merge_base_commit.sha', 'files.filename', 'files.previous_filename', 'files.status', 'files.patch'],
  ],
  [
    'get',
    '/repos/{owner}/{repo}/git/trees/{tree_sha}',
    ['tree.path', 'tree.mode', 'tree.type', 'tree.sha', 'tree.size', 'truncated'],
  ],
  ['get', '/repos/{owner}/{repo}/git/blobs/{file_sha}', ['content', 'encoding']],
];

/** What only people read, and what JSON Schema has no word for. */
const UNNEEDED = new Set([
  'description',
  'example',
  'examples',
  'title',
  'default',
  'deprecated',
  'format',
  'nullable',
]);

const [folder] = process.argv.slice(2);
const description = JSON.parse(readFileSync(join(folder, 'generated/api.github.com.json'), 'utf8'));
const described = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
const made = {
  source: `${described.name} ${described.version}, generated/api.github.com.json (MIT licence), by scripts/github-schemas.mjs`,
  operations: OPERATIONS.map(([method, path, fields]) => ({ method, path, ...operationOf(method, path, fields) })),
};
writeFileSync(TARGET, await format(JSON.stringify(made), { ...(await resolveConfig(TARGET)), parser: 'json' }));

function operationOf(method, path, fields) {
  const { parameters = [], requestBody, responses } = description.paths[path][method];
  const query = parameters.map(resolved).filter(parameter => parameter.in === 'query');
  const [status] = Object.keys(responses);
  const answer = responses[status] && resolved(responses[status]).content?.['application/json']?.schema;
  return {
    query: Object.fromEntries(query.map(parameter => [parameter.name, plain(parameter.schema)])),
    ...(requestBody === undefined ? {} : { body: closed(plain(requestBody.content['application/json'].schema)) }),
    status: Number(status),
    ...(answer === undefined ? {} : { answer: narrowed(plain(answer), fields) }),
  };
}

function resolved(node) {
  if (node.$ref === undefined) return node;
  return node.$ref
    .slice(2)
    .split('/')
    .reduce((found, step) => found[step], description);
}

/** A schema as JSON Schema has it, with everything in place of references to it. */
function plain(node) {
  if (Array.isArray(node)) return node.map(plain);
  if (typeof node !== 'object' || node === null) return node;
  const found = resolved(node);
  const entries = Object.entries(found).filter(([key, value]) => !(UNNEEDED.has(key) && typeof value !== 'object'));
  const schema = Object.fromEntries(
    entries.filter(([key]) => !/^examples?$/.test(key)).map(([key, value]) => [key, plain(value)]),
  );
  return found.nullable === true ? { anyOf: [schema, { type: 'null' }] } : schema;
}

/** GitHub passes over a field that it does not know, and so over a misspelt one; here it is a fault. */
function closed(schema) {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  return inner.type === 'object' && inner.properties !== undefined ? { ...inner, additionalProperties: false } : inner;
}

/** Only those fields of an answer, or of the items of a list; a dot leads into one. */
function narrowed(schema, fields) {
  if (schema.anyOf !== undefined) return { anyOf: schema.anyOf.map(choice => narrowed(choice, fields)) };
  if (schema.allOf !== undefined) return narrowed(joined(schema.allOf), fields);
  if (schema.type === 'array') return { type: 'array', items: narrowed(schema.items, fields) };
  if (schema.properties === undefined) return schema;
  const { required = [], properties } = schema;
  const names = [...new Set(fields.map(field => field.split(/[.?]/)[0]))];
  return {
    type: 'object',
    required: required.filter(name => names.includes(name)),
    properties: Object.fromEntries(names.map(name => [name, fieldOf(properties[name], name, fields)])),
  };
}

/** One object that is all of these. */
function joined(schemas) {
  return {
    type: 'object',
    required: schemas.flatMap(({ required = [] }) => required),
    properties: Object.assign({}, ...schemas.map(({ properties }) => properties)),
  };
}

function fieldOf(schema, name, fields) {
  const inner = fields.filter(field => field.startsWith(`${name}.`)).map(field => field.slice(name.length + 1));
  const value = inner.length === 0 ? schema : narrowed(schema, inner);
  return fields.includes(`${name}?`) ? { anyOf: [value, { type: 'null' }] } : value;
}
