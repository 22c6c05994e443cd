import type { KeyObject } from 'node:crypto';
import { authorityFileOf } from './authority-file.ts';
import type { CaseRecipe, StagedFile } from './case-recipe.ts';
import { pairFilesOf } from './pair-files.ts';
import { OBSERVED_RECIPES, RecipeBook } from './recipe-book.ts';

/** A case with its certificates made. */
export interface StagedCase {
  /** DER in the order served. */
  readonly served: readonly Buffer[];
  /** The private key of the first one served. */
  readonly key?: KeyObject;
  /** What lies beside the configuration, by the names that it uses; a name without an entry is missing. */
  readonly files: ReadonlyMap<string, StagedFile>;
}

const books = new Map<number, RecipeBook>();

/**
 * The certificates and files of an observed case, with all dates around `now`; an error where its recipes are not known.
 * What was made for one `now` is kept.
 */
export function stagedCase(row: CaseRecipe, now: Date): StagedCase {
  const book = bookOf(now);
  const served = (row.served_chain ?? []).map(name => book.certificate(name));
  const key = served[0]?.key.privateKey;
  const files = new Map([...authorityFileOf(row, book), ...pairFilesOf(row, book)]);
  return { served: served.map(({ der }) => der), ...(key === undefined ? {} : { key }), files };
}

/** The book of the observed recipes with all dates around `now`: the same one for the same date. */
export function bookOf(now: Date): RecipeBook {
  const book = books.get(now.getTime()) ?? new RecipeBook(OBSERVED_RECIPES, now);
  books.set(now.getTime(), book);
  return book;
}
