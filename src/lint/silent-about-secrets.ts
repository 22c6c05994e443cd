import type { Finding } from '../findings/finding.ts';
import { MASK } from '../report/frame.ts';
import { Secrets } from '../report/secrets.ts';
import type { Span } from '../text/source.ts';

/** Shorter ones stand in every sentence by chance. */
const LEAST_LENGTH = 4;

/**
 * What makes a finding say nothing of a secret that stands where it does: with an alias the value of any field may be one
 * that only another field makes secret.
 */
export function silentAbout(secrets: readonly Span[]): (finding: Finding) => Finding {
  const places = new Secrets(secrets);
  return finding => {
    const { file, start, end } = finding.at;
    const words = places
      .within(file.path, start, end)
      .map(secret => file.text.slice(secret.start, secret.end))
      .filter(word => word.length >= LEAST_LENGTH && finding.message.includes(word));
    return words.length === 0
      ? finding
      : { ...finding, message: words.reduce((message, word) => message.replaceAll(word, MASK), finding.message) };
  };
}
