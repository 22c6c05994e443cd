import { OBSERVED_RECIPES, RecipeBook } from '../trust/recipe-book.ts';
import { chainSketches, crowdSketches, nameSketches, oddSketches } from './chain-sketches.ts';
import { authorityFileSketches, clientPairSketches } from './file-sketches.ts';
import { LIVE_RECIPES } from './live-recipes.ts';
import { oddCertificateSketches } from './odd-certificates.ts';
import { protocolSketches } from './protocol-sketches.ts';
import type { Situation } from './situation.ts';
import { situationOf, type Sketch } from './sketch.ts';

/** Situations that the committed observations leave out, with all dates around `now`. */
export function moreSituations(now: Date): readonly Situation[] {
  const book = new RecipeBook(new Map([...OBSERVED_RECIPES, ...LIVE_RECIPES]), now);
  const sketches: Readonly<Record<string, Sketch>> = {
    ...chainSketches(),
    ...nameSketches(),
    ...crowdSketches(),
    ...oddSketches(),
    ...oddCertificateSketches(book),
    ...authorityFileSketches(book),
    ...clientPairSketches(book),
    ...protocolSketches(),
  };
  return Object.entries(sketches).map(([name, sketch]) => situationOf(name, sketch, book));
}
