import type { Case } from './cases.ts';
import type { Exception } from './exceptions.ts';
import type { Verdict } from './peer.ts';

/** A document that one side refuses and the other takes. */
export interface Difference {
  readonly case: Case;
  readonly peer: Verdict;
  readonly promsec: Verdict;
}

/** One that there is an exception for. */
export interface ExceptedDifference extends Difference {
  readonly exception: Exception;
}

/** Exceptions, and which of them have been needed. */
export class Excepted {
  readonly #exceptions: readonly Exception[];
  readonly #needed = new Set<string>();

  constructor(exceptions: readonly Exception[]) {
    this.#exceptions = exceptions;
  }

  /** The one that is for this difference. */
  for(difference: Difference): Exception | undefined {
    for (const [index, exception] of this.#exceptions.entries()) {
      const place = exception.at.find(one => isFor(exception, one, difference));
      if (place === undefined) continue;
      this.#needed.add(`${index} ${place}`);
      return exception;
    }
    return undefined;
  }

  /** The places that no difference needed, with the reason that was given for them. */
  notNeeded(): readonly string[] {
    return this.#exceptions.flatMap(({ at, reason }, index) =>
      at.filter(place => !this.#needed.has(`${index} ${place}`)).map(place => `${place}: ${reason}`),
    );
  }
}

function isFor(exception: Exception, place: string, { case: { meets, fault }, peer, promsec }: Difference): boolean {
  const isBelow = exception.below?.some(field => meets.includes(field)) ?? true;
  if (!meets.includes(place) || !isBelow || exception.faults?.test(fault) === false) return false;
  if (exception.peer === 'takes it') return !peer.isRefused && exception.promsec?.test(promsec.said) !== false;
  if (exception.peer === 'knows no field') return peer.said.includes(`field ${place.split('.')[1]} not found`);
  return peer.isRefused && exception.peer.test(peer.said);
}
