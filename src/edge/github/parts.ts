import { Refusal } from './refusal.ts';

/**
 * Sends items together. GitHub does not accept any of them where it does not accept one (422), nor does it say which:
 * they are then sent in halves, until only those are left out that it takes in no company. Gives how many those are.
 */
export async function inParts<T>(items: readonly T[], send: (part: readonly T[]) => Promise<void>): Promise<number> {
  if (items.length === 0) return 0;
  try {
    await send(items);
    return 0;
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind !== 'invalid') throw error;
    if (items.length === 1) return 1;
    const middle = items.length >> 1;
    return (await inParts(items.slice(0, middle), send)) + (await inParts(items.slice(middle), send));
  }
}
