import { identityOf, type Document } from '../../documents/document.ts';
import { blockOf } from '../../documents/schema/block.ts';
import type { TypeFacts } from '../../documents/schema/facts.ts';
import type { Complaint } from '../../documents/schema/complaint.ts';
import { keysOfPointer } from '../../documents/schema/json-pointer.ts';
import type { Shape, Validator, Witness } from '../../documents/schema/shape.ts';
import { spanOf, type YamlPair, type YamlScalar } from '../../parse/yaml-node.ts';
import type { Span } from '../../text/source.ts';
import type { Mending } from '../mending.ts';
import { pathBelow } from '../walk.ts';
import { holdsTemplate } from '../secrets/secret.ts';
import { complaintsOfFacts } from './block-rules.ts';
import { areTogether, Certainty } from './certainty.ts';
import type { Departure } from './departure.ts';
import { hiddenInUnknown, hiddenInValue } from './hidden-value.ts';
import { kindAt, typeNamed } from './field-kind.ts';
import { fieldMeantBy, isFieldElsewhere } from './meant-field.ts';
import { rewritingOf } from './rewriting.ts';
import { renamingOf } from './renaming.ts';
import { refusalWords } from './refusal-words.ts';
import { repeatedKeysIn } from './repeated-key.ts';
import type { ShapeRoot } from './shape-root.ts';
import { isOfSecurity } from './security-field.ts';
import { placeAt, spanOfBlock, spanOfValue, type ShapePlace } from './shape-place.ts';
import { repeatedKeyText, shownKey, unknownFieldText } from './field-words.ts';

type Pieces = readonly (string | number)[];

/** Makes departures of what validators tell, and leaves out what is not sure. */
export class ShapeWitness implements Witness {
  /** The reading that validators are asked about: see `plainReadingOf`. */
  number = 0;
  readonly #root: ShapeRoot;
  readonly #document: Document;
  readonly #shape: Shape;
  readonly #certainty: Certainty;
  readonly #departures = new Map<string, Departure>();

  /** @param isTemplate true of a scalar into which another tool puts something. */
  constructor(root: ShapeRoot, document: Document, shape: Shape, isTemplate: (scalar: YamlScalar) => boolean) {
    this.#root = root;
    this.#document = identityOf(document);
    this.#shape = shape;
    this.#certainty = new Certainty(isTemplate);
  }

  /** In the order of the text. A field that is missing since another was written for it is said once. */
  get departures(): readonly Departure[] {
    const departures = [...this.#departures.values()];
    const meant = new Set(
      departures.flatMap(({ path, field, nearest }) =>
        nearest === undefined ? [] : [path.slice(0, path.length - field.length) + nearest],
      ),
    );
    return departures
      .filter(({ kind, path }) => kind !== 'missing' || !meant.has(path))
      .sort((a, b) => a.at.start - b.at.start);
  }

  refused(validator: Validator): void {
    const seen = new Set<string>();
    for (const { keyword, instancePath } of validator.errors ?? []) {
      if (!seen.has(instancePath)) this.#refusedAt(keysOfPointer(instancePath), keyword);
      seen.add(instancePath);
    }
  }

  #refusedAt(pieces: readonly string[], keyword: string): void {
    const kind = kindAt(pieces, this.#root.type, this.#shape.facts);
    if (kind === undefined) throw new Error('a validator refuses what its facts do not know');
    const place = this.#placeAt(pieces);
    if (!this.#certainty.isLiteral(place.node) || isTemplateText(place.node)) return;
    const { rewriting, ...words } = refusalWords({ keyword, node: place.node, kind }, this.#shape);
    this.#add('invalid', spanOfValue(place), place, {
      ...words,
      ...mendedBy(rewriting && rewritingOf(place, rewriting)),
      ...hiddenAt(hiddenInValue(place.node, kind.is)),
    });
  }

  unknownField(pointer: string, field: string): void {
    const { program, facts } = this.#shape;
    const pieces = keysOfPointer(pointer);
    const place = this.#placeAt([...pieces, field]);
    const type = typeNamed(kindAt(pieces, this.#root.type, facts)?.is ?? '', facts);
    if (type === undefined || place.pair === undefined || holdsTemplate(field)) return;
    if (!this.#certainty.isLiteralAsWritten(place.node)) return;
    const nearest = fieldMeantBy(field, type);
    const isPruned = program === 'operator' && isFieldElsewhere(field, type, facts);
    this.#add(isPruned ? 'pruned' : 'unknown', spanOf(place.pair.key), place, {
      text: unknownFieldText(field, type, this.#root, pieces),
      ...(nearest === undefined ? {} : { nearest }),
      ...mendedBy(this.#renamingOf(place.pair, nearest, pieces, type)),
      ...hiddenAt(hiddenInUnknown(place.pair)),
    });
  }

  #renamingOf(pair: YamlPair, field: string | undefined, pieces: Pieces, type: TypeFacts): Mending | undefined {
    const block = this.#placeAt(pieces).node;
    return field === undefined || block?.kind !== 'map'
      ? undefined
      : renamingOf(pair, field, block, type, this.#shape.facts);
  }

  versionedField(pointer: string): void {
    const pieces = keysOfPointer(pointer);
    const { facts } = this.#shape;
    const place = this.#placeAt(pieces);
    const { since, until } = kindAt(pieces, this.#root.type, facts)?.field ?? {};
    const type = typeNamed(kindAt(pieces.slice(0, -1), this.#root.type, facts)?.is ?? '', facts);
    if (type === undefined || place.pair === undefined || !this.#certainty.isLiteral(place.node)) return;
    this.#add('version', spanOf(place.pair.key), place, {
      text: unknownFieldText(place.pair.key.text, type, this.#root, pieces.slice(0, -1)),
      ...(since === undefined ? {} : { since }),
      ...(until === undefined ? {} : { until }),
    });
  }

  blockWithRules(pointer: string, typeName: string, value: object): void {
    const { facts, checks, program } = this.#shape;
    const type = typeNamed(typeName, facts);
    if (type === undefined) throw new Error(`the facts have no type ${typeName}`);
    const block = blockOf(value);
    for (const complaint of complaintsOfFacts(block, type, program)) {
      this.#complain(keysOfPointer(pointer), complaint, this.#isSureByFacts);
    }
    for (const name of type.checks ?? []) {
      const check = checks[name];
      if (check === undefined) throw new Error(`there is no check ${name}`);
      for (const complaint of check(block)) this.#complain(keysOfPointer(pointer), complaint, this.#isSureByCheck);
    }
  }

  /** What is missing is, where no other entries can be there; what is in conflict is, where it is there together. */
  readonly #isSureByFacts = ({ node }: ShapePlace, { kind }: Complaint, places: readonly ShapePlace[]): boolean => {
    if (kind === 'missing') return node?.kind === 'map' && this.#certainty.hasKnownEntries(node);
    const [first, ...others] = places.flatMap(({ pair }) => pair ?? []);
    return (
      first !== undefined &&
      others.every(other => areTogether(first, other)) &&
      places.every(place => this.#certainty.isLiteral(place.node))
    );
  };

  /** A check may look at anything in its block. */
  readonly #isSureByCheck = ({ node }: ShapePlace): boolean => this.#certainty.isWhole(node);

  #complain(
    pieces: Pieces,
    complaint: Complaint,
    isSure: (block: ShapePlace, complaint: Complaint, places: readonly ShapePlace[]) => boolean,
  ): void {
    const block = this.#placeAt(pieces);
    const places = complaint.places.map(below => this.#placeAt([...pieces, ...below]));
    if (!isSure(block, complaint, places)) return;
    const { kind, field, places: _, ...said } = complaint;
    const [first = block] = places;
    switch (kind) {
      case 'missing':
        return this.#add(kind, spanOfBlock(first), missingIn(first, field ?? ''), said);
      case 'conflict':
        return this.#addConflict(places, said);
      case 'invalid': {
        const { is } =
          kindAt([...pieces, ...(complaint.places[0] ?? [])].map(String), this.#root.type, this.#shape.facts) ?? {};
        return this.#add(kind, spanOfValue(first), first, { ...said, ...hiddenAt(hiddenInValue(first.node, is)) });
      }
      case 'version':
        return this.#add(kind, spanOfValue(first), first, { ...said, ...(field === undefined ? {} : { field }) });
      case 'unknown':
        return this.#add(kind, spanOfBlock(first), first, said);
    }
  }

  #addConflict(places: readonly ShapePlace[], said: Words): void {
    const inOrder = places
      .flatMap(place => {
        const at = spanOfBlock(place);
        return at === undefined ? [] : [{ place, at, field: place.keys.at(-1) ?? '' }];
      })
      .sort((a, b) => a.at.start - b.at.start);
    const last = inOrder.pop();
    if (last === undefined) return;
    this.#add('conflict', last.at, last.place, { ...said, others: inOrder.map(({ field, at }) => ({ field, at })) });
  }

  /** Keys that come twice are nothing that validators see. */
  lookForRepeatedKeys(): void {
    const { facts } = this.#shape;
    for (const { place, first, pieces } of repeatedKeysIn(this.#root, facts)) {
      const { pair, node } = place;
      const isSure = [first.key, first.value, pair?.key, node].every(part => this.#certainty.isLiteral(part));
      if (pair === undefined || !isSure || holdsTemplate(pair.key.text)) continue;
      const type = typeNamed(kindAt(pieces, this.#root.type, facts)?.is ?? '', facts);
      this.#add('duplicate', spanOf(pair.key), place, {
        text: repeatedKeyText(pair.key.text, type, this.#shape.program),
        others: [{ field: shownKey(first.key.text), at: spanOf(first.key) }],
      });
    }
  }

  #placeAt(pieces: Pieces): ShapePlace {
    return placeAt(this.#root, pieces, this.number);
  }

  #add(kind: Departure['kind'], at: Span | undefined, { path, keys }: Where, words: Words): void {
    if (at === undefined) return;
    const field = keys.at(-1) ?? '';
    const identity = [at.file.path, at.start, at.end, kind, words.text, words.since, words.until].join('\n');
    if (this.#departures.has(identity)) return;
    this.#departures.set(identity, {
      document: this.#document,
      program: this.#shape.program,
      kind,
      at,
      path,
      field: shownKey(field),
      others: [],
      isOfSecurity: isOfSecurity([...keys, ...(words.nearest === undefined ? [] : [words.nearest])]),
      ...words,
    });
  }
}

type Where = Pick<ShapePlace, 'path' | 'keys'>;
type Words = Pick<Departure, 'text' | 'consequence' | 'remedy' | 'nearest' | 'mending' | 'since' | 'until' | 'hidden'> &
  Partial<Pick<Departure, 'others' | 'field'>>;

function hiddenAt(hidden: Span | undefined): Pick<Departure, 'hidden'> {
  return hidden === undefined ? {} : { hidden };
}

function mendedBy(mending: Mending | undefined): Pick<Departure, 'mending'> {
  return mending === undefined ? {} : { mending };
}

function missingIn({ path, keys }: ShapePlace, field: string): Where {
  return { path: pathBelow(path, field), keys: [...keys, field] };
}

/** True of a text that the program fills in itself: what becomes of it is not known either. */
function isTemplateText(node: ShapePlace['node']): boolean {
  return node?.kind === 'scalar' && holdsTemplate(node.text);
}
