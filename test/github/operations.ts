import { Ajv } from 'ajv';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** An operation of GitHub's API, as its description has it. */
interface DescribedOperation {
  readonly method: string;
  /** With parameters in braces. */
  readonly path: string;
  readonly query: Readonly<Record<string, object>>;
  readonly body?: object;
  readonly status: number;
  readonly answer?: object;
}

const DESCRIPTION = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../test/github/fixtures/github-schemas.json'), 'utf8'),
  // Made by scripts/github-schemas.mjs.
) as { readonly operations: readonly DescribedOperation[] };

const ajv = new Ajv({ allErrors: true, strict: false, coerceTypes: false });

/** An operation that judges what it is asked with and what it answers. */
interface Operation {
  /** `POST /repos/{owner}/{repo}/check-runs`. */
  readonly name: string;
  readonly status: number;
  readonly pattern: RegExp;
  /** What a request does that the description does not have. */
  faultsOf(query: URLSearchParams, body: unknown): readonly string[];
  /** The same of an answer of the fake. */
  answerFaultsOf(answer: unknown): readonly string[];
}

/** The operations that the fake GitHub knows. */
export const OPERATIONS: readonly Operation[] = DESCRIPTION.operations.map(operation => {
  const { method, path, query, body, status, answer } = operation;
  const name = `${method.toUpperCase()} ${path}`;
  const judgesBody = ajv.compile(body ?? {});
  const judgesAnswer = ajv.compile(answer ?? {});
  const judgesQuery = ajv.compile({ type: 'object', properties: query, additionalProperties: false });
  return {
    name,
    status,
    pattern: new RegExp(`^${method.toUpperCase()} ${path.replace(/\{\w+\}/g, '([^/]+)')}$`),
    faultsOf(parameters, sent) {
      const asked = Object.fromEntries([...parameters].map(([key, value]) => [key, valueOf(value, query[key])]));
      const isSilent = sent === undefined;
      return [
        ...(judgesQuery(asked) ? [] : [`${name}: query ${ajv.errorsText(judgesQuery.errors)}`]),
        ...(isSilent === (body === undefined) ? [] : [`${name}: a body ${isSilent ? 'is missing' : 'is not wanted'}`]),
        ...(isSilent || judgesBody(sent) ? [] : [`${name}: ${ajv.errorsText(judgesBody.errors)}`]),
      ];
    },
    answerFaultsOf: given =>
      judgesAnswer(given) ? [] : [`the answer to ${name}: ${ajv.errorsText(judgesAnswer.errors)}`],
  };
});

function valueOf(text: string, schema: object | undefined): unknown {
  return schema !== undefined && 'type' in schema && schema.type === 'integer' ? Number(text) : text;
}
