import * as fc from 'fast-check';
import { RecipeBook } from '../trust/recipe-book.ts';
import { LIVE_RECIPES } from './live-recipes.ts';
import type { Situation } from './situation.ts';
import { situationOf, type Sketch } from './sketch.ts';

/** What means something to PEM, with `·` for a blank, `→` for a tab, `¶` for a line end and `↵` for a carriage return. */
const TOKENS = [
  '¶ ¶¶ ↵ ↵¶ · → - -- ----- = == A ! : \\n # \uFEFF \0 é -----BEGIN· -----END· -----BEGIN·CERTIFICATE-----',
  '-----BEGIN·CERTIFICATE-----¶ -----END·CERTIFICATE----- -----END·CERTIFICATE-----¶ Key:·value¶ Key:·value¶¶ Key:¶',
  'Proc-Type:·4,ENCRYPTED¶ TRUSTED· X509· -----BEGIN·EC·PARAMETERS-----¶BggqhkjOPQMBBw==¶-----END·EC·PARAMETERS-----¶',
]
  .flatMap(line => line.split(' '))
  .map(token => token.replaceAll('·', ' ').replaceAll('→', '\t').replaceAll('¶', '\n').replaceAll('↵', '\r'));

/** Puts a token in the place of some characters at the start, the end or within a line. */
interface Edit {
  readonly line: number;
  readonly column: 'start' | 'end' | number;
  readonly length: number;
  readonly token: string;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  line: fc.nat(),
  column: fc.oneof(fc.constantFrom('start' as const, 'end' as const), fc.nat({ max: 64 })),
  length: fc.constantFrom(0, 0, 0, 1, 2, 30),
  token: fc.constantFrom('', ...TOKENS),
});

const mutation = fc.record({
  file: fc.constantFrom('ca', 'ca', 'certificate', 'key'),
  edits: fc.array(edit, { minLength: 1, maxLength: 3 }),
});

/** So many situations in which the text of a ca_file or of a client pair was edited, the same ones for the same seed. */
export function mutatedFiles(seed: number, count: number, now: Date): readonly Situation[] {
  const book = new RecipeBook(LIVE_RECIPES, now);
  const [root, other, client] = [book.certificate('root'), book.certificate('root-2'), book.certificate('client-rsa')];
  const pair = { certificate: client.pem, key: client.keyPem };
  return fc.sample(mutation, { seed, numRuns: count }).map(({ file, edits }, at) => {
    const edited = (text: string): string => edits.reduce(textAfter, text);
    const sketch: Sketch =
      file === 'ca' ? { ca: edited(other.pem + root.pem) } : { pair: { ...pair, [file]: edited(pair[file]) } };
    return situationOf(`edits ${at} of seed ${seed}: ${file} ${JSON.stringify(edits)}`, sketch, book);
  });
}

function textAfter(text: string, { line, column, length, token }: Edit): string {
  const lines = text.split('\n');
  const chosen = line % lines.length;
  const start = lines.slice(0, chosen).reduce((sum, { length: size }) => sum + size + 1, 0);
  const size = lines[chosen]?.length ?? 0;
  const at = start + (column === 'start' ? 0 : column === 'end' ? size : Math.min(column, size));
  return text.slice(0, at) + token + text.slice(at + length);
}
