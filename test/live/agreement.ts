import type { Outcome, Situation } from './situation.ts';

/**
 * Whether what happened is what was foretold: the same end, and an error that holds the words foretold. What Prometheus
 * and crypto/tls put in front of them, and the time of the handshake in them, may differ.
 */
export function isForetold(outcome: Outcome, { answer }: Situation, foretold: Outcome): boolean {
  if (answer === null) return outcome.isScraped;
  if (answer !== undefined) return !outcome.isScraped && !outcome.isDropped && answer.test(outcome.error);
  if (outcome.isScraped || foretold.isScraped) return outcome.isScraped === foretold.isScraped;
  return outcome.isDropped === foretold.isDropped && timeless(outcome.error).includes(timeless(foretold.error));
}

function timeless(error: string): string {
  return error.replaceAll(/current time \S+/g, 'current time');
}
