import type { Found, ResolvedReference, Use } from '../model.ts';

const USES: ReadonlyMap<string, Use['as']> = new Map<string, Use['as']>([
  ['CA certificate', 'ca'],
  ['certificate', 'certificate'],
  ['private key', 'key'],
]);

/** The fields that lead to committed certificates and keys, by the identity of the text that holds those. */
export function usesOf(references: readonly ResolvedReference[]): ReadonlyMap<string, readonly Use[]> {
  const uses = new Map<string, Map<string, Use>>();
  for (const { kind, field, at, found } of references) {
    const as = USES.get(kind);
    const textId = textIdIn(found);
    if (as === undefined || textId === undefined) continue;
    const same = uses.get(textId) ?? new Map<string, Use>();
    // An anchored block is read once for each key that it stands under.
    const place = `${at.file.path} ${at.start} ${at.end}`;
    if (!same.has(place)) same.set(place, { field, as, at });
    uses.set(textId, same);
  }
  return new Map([...uses].map(([textId, byPlace]) => [textId, [...byPlace.values()]]));
}

function textIdIn(found: Found): string | undefined {
  if (found.kind === 'file') return found.path;
  return found.kind === 'entry' || found.kind === 'document' ? found.textId : undefined;
}
