/**
 * What a program takes for its configuration: names, types and what goes together, as data that says where it is from. One
 * file of `facts/` for each program. JSON Schemas are made of it, and validators of those.
 */
export interface Facts {
  /** Repositories, files, commits and versions that this was read from. */
  readonly source: string;
  /** The newest version that the facts are of, and the oldest that `since` and `until` tell from others. */
  readonly newest: string;
  readonly oldest: string;
  /** The types with which a document, or a part of one, may begin. */
  readonly roots: readonly string[];
  readonly types: Readonly<Record<string, TypeFacts>>;
}

/** A mapping with fields that are known. */
export interface TypeFacts {
  /** What errors of the program call it: `config.ScrapeConfig`. */
  readonly go?: string;
  /** By name. A text alone is the type of a field of which nothing else is known. */
  readonly fields: Readonly<Record<string, string | FieldFacts>>;
  /** Types whose fields and rules are those of this type too: see `inlined.ts`. */
  readonly inline?: readonly string[];
  /** True where other fields are taken too. */
  readonly isOpen?: true;
  /** Fields that have to be set, which for Go is: present and neither null, empty, zero nor false. */
  readonly required?: readonly Requirement[];
  /** Fields of which one may be set. */
  readonly atMostOne?: readonly Exclusion[];
  /** Fields of which one has to be set. */
  readonly atLeastOne?: readonly Choice[];
  /** Names of checks for what data cannot say: see `checks/`. */
  readonly checks?: readonly string[];
}

/** A field of a type. */
export interface FieldFacts {
  /**
   * `string bool int uint float any`, a format with a name (`duration`, `go-duration`, `url` ...: see `formats.ts`), the
   * name of a type, `[]` and one of these for a list, `map ` and one of these for a mapping with any keys.
   */
  readonly is: string;
  /** The only values that are taken; the empty text is then taken too, since for Go it is not set. */
  readonly values?: readonly string[];
  /** What the program says of another value, `%s` standing for it. */
  readonly text?: string;
  /** What it does at another value, where it does not refuse the file: see `Complaint`. */
  readonly consequence?: string;
  /** What it says where nothing or null stands, and of the empty text, though the field may be left out. */
  readonly nullText?: string;
  readonly emptyText?: string;
  /** What it says of an item of the list that is null. */
  readonly nullItemText?: string;
  /** True where what a `<<` merges into the field is gone once the field is set, since Go reads its value anew. */
  readonly isReadAnew?: true;
  readonly minimum?: number;
  readonly maximum?: number;
  /** A regular expression of JSON Schema. */
  readonly pattern?: string;
  /** The first version that takes the field, and the first that does not any more. */
  readonly since?: string;
  readonly until?: string;
  /** Since when, and what to write in its place. */
  readonly deprecated?: string;
}

interface Requirement {
  readonly field: string;
  /** Only where one of these is set. */
  readonly with?: readonly string[];
  /** What the program says. */
  readonly text: string;
  readonly since?: string;
  readonly until?: string;
}

interface Exclusion {
  readonly fields: readonly string[];
  /** What the program says. */
  readonly text: string;
  readonly since?: string;
  readonly until?: string;
}

interface Choice extends Exclusion {
  /** Only where one of these is set. */
  readonly with?: readonly string[];
}
