import { mutated } from './mutation.ts';
import { Random } from './random.ts';
import { fuzzSeeds } from './seeds.ts';
import { judged } from './target.ts';

/** What a run of mutated inputs came to. */
export interface FuzzRun {
  readonly count: number;
  /** What went wrong, with the input in base64, so that it can be looked at. */
  readonly failures: readonly { readonly turn: number; readonly error: unknown; readonly input: string }[];
  /** The longest that an input took, in milliseconds, and which it was. */
  readonly slowest: { readonly turn: number; readonly milliseconds: number };
}

const MOST_FAILURES = 20;

/** Judges so many mutated inputs, the same for the same seed. Ends at 20 failures. */
export function fuzzed(count: number, seed: number, onTurn: (turn: number) => void = () => {}): FuzzRun {
  const random = new Random(seed);
  const seeds = fuzzSeeds();
  const failures: { turn: number; error: unknown; input: string }[] = [];
  let slowest = { turn: -1, milliseconds: 0 };
  for (let turn = 0; turn < count && failures.length < MOST_FAILURES; turn += 1) {
    const input = mutated(random, seeds);
    const start = performance.now();
    try {
      judged(input, turn);
    } catch (error) {
      failures.push({ turn, error, input: input.toString('base64') });
    }
    const milliseconds = performance.now() - start;
    if (milliseconds > slowest.milliseconds) slowest = { turn, milliseconds };
    onTurn(turn);
  }
  return { count, failures, slowest };
}
