import type { Problem } from '../findings/finding.ts';
import type { CertainHandshake } from '../model/model.ts';
import type { JudgedRefusal } from './handshake-judgement.ts';

/** What a refusal says, in Go's words, and of which versions of Prometheus: `(x509: ...)`. */
export function reasonOf({ text: whole, from, before }: JudgedRefusal): string {
  const text = shown(whole);
  if (from !== undefined) return `(${text}, from Prometheus ${from} on)`;
  return before === undefined ? `(${text})` : `(${text}, before Prometheus ${before})`;
}

const TEXT_UNITS = 300;

/** On one line and not endless, since it quotes what a certificate says; the moment of the run tells nothing. */
function shown(text: string): string {
  const line = text.replace(/: current time .*$/, '').replaceAll(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ');
  return line.length > TEXT_UNITS ? `${line.slice(0, TEXT_UNITS)}...` : line;
}

/** True for what some versions of Prometheus accept. */
export function isOfSomeVersions({ from, before }: JudgedRefusal): boolean {
  return from !== undefined || before !== undefined;
}

/** The place that says what the target serves, where there is one besides the target. */
export function relatedToTarget({ servedBy: { at } }: CertainHandshake): NonNullable<Problem['related']> {
  return at === undefined ? [] : [{ at, message: 'this configures the target' }];
}
