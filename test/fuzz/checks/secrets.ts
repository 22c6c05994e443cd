import type { Report } from '../../../src/findings/report.ts';
import type { Texts } from '../texts.ts';
import { SECRET } from '../dialect-fixtures.ts';
import { yamlTreeOf } from '../yaml-tree.ts';
import type { Outputs } from './outputs.ts';

const PLANTED = new RegExp(`${SECRET}\\d+x`, 'g');
// What begins with other bytes than those of the secret is cut off, so that it is the same wherever it stands.
const ENCODED = [0, 1, 2].map(shift =>
  Buffer.from(`${'.'.repeat(shift)}${SECRET}`)
    .subarray(0, shift + SECRET.length - ((shift + SECRET.length) % 3))
    .toString('base64')
    .slice(shift === 0 ? 0 : 4),
);
/** What stands before a secret that is written out. */
const SECRET_FIELD =
  /(?:\b(?:password|credentials|bearer_?token|client_?secret|smtp_auth_password)["']?\s*:\s*|:\/\/\w+:)["']?(?:Bearer )?$/i;

// All of these is read, and of others a part.
const READ_WHOLE = /(?:^|\/)(?:prometheus|alertmanager|blackbox|web)\.yml$/;

/**
 * What shows a secret that was planted, each in a sentence.
 *
 * @param texts the files that are text, by path.
 */
export function secretFaults(report: Report, texts: Texts, outputs: Outputs): readonly string[] {
  return Object.entries(outputs).flatMap(([name, output]) =>
    [
      ...new Set(output.match(PLANTED)?.filter(secret => isSecret(secret, report, texts))),
      ...ENCODED.filter(encoded => output.includes(encoded) && isKnown(encoded, report, texts)),
    ].map(secret => `${name} shows ${secret}`),
  );
}

/** True for what the report knows as a secret, and for what stands where a secret does, known or not. */
function isSecret(secret: string, report: Report, texts: Texts): boolean {
  if (isKnown(secret, report, texts)) return true;
  return Object.entries(texts).some(([path, text]) => {
    const start = text.indexOf(secret);
    return start !== -1 && READ_WHOLE.test(path) && standsAsSecret(secret, start, text);
  });
}

/** A value behind the name of a secret; what stands in a mapping that is itself a key is a value of nothing. */
function standsAsSecret(secret: string, start: number, text: string): boolean {
  const { values } = yamlTreeOf(text);
  const isValue = values.length === 0 || values.some(value => value.kind === 'scalar' && value.text.includes(secret));
  return isValue && SECRET_FIELD.test(text.slice(Math.max(0, start - 100), start));
}

// What something is called is shown, wherever else it is hidden.
const NAME_FIELD = /\b(?:job_name|name|role|port|path)["']?\s*:\s*["']?$/;

/** True where each place is known at which it stands, and none is a name. */
function isKnown(secret: string, report: Report, texts: Texts): boolean {
  const places = Object.entries(texts).flatMap(([path, text]) =>
    placesIn(text, secret).map(start => ({ path, start, before: text.slice(Math.max(0, start - 50), start) })),
  );
  const end = secret.length;
  return (
    places.length > 0 &&
    places.every(
      ({ path, start, before }) =>
        !NAME_FIELD.test(before) &&
        report.secrets.some(span => span.file.path === path && span.start <= start && start + end <= span.end),
    )
  );
}

function placesIn(text: string, part: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + 1)) places.push(at);
  return places;
}
