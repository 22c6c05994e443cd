import type { Report } from '../../../src/findings/report.ts';
import type { Texts } from '../texts.ts';
import { SECRET } from '../dialect-fixtures.ts';
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
  return (
    isKnown(secret, report, texts) ||
    Object.entries(texts).some(([path, text]) => {
      const start = text.indexOf(secret);
      return start !== -1 && READ_WHOLE.test(path) && SECRET_FIELD.test(text.slice(Math.max(0, start - 100), start));
    })
  );
}

function isKnown(secret: string, report: Report, texts: Texts): boolean {
  return Object.entries(texts).some(([path, text]) => {
    const start = text.indexOf(secret);
    const hidden = report.secrets.filter(({ file }) => file.path === path);
    return start !== -1 && hidden.some(span => span.start <= start && start + secret.length <= span.end);
  });
}
