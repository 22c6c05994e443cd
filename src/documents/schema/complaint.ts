/** A mapping as the program reads it: plain values by field, merged ones too; null where nothing is written. */
export type Block = Readonly<Record<string, unknown>>;

/** What is wrong with a block, in the words of the program. */
export interface Complaint {
  /** `version`: the field is one of other versions alone. */
  readonly kind: 'unknown' | 'invalid' | 'missing' | 'conflict' | 'version';
  /**
   * Where, from the block on, fields and indexes: the value that is invalid, the fields that exclude each other, each of
   * them a path. None for the block itself, as where a field is missing.
   */
  readonly places: readonly (readonly (string | number)[])[];
  /** What is missing, or which versions take the field: see `FieldFacts`. */
  readonly field?: string;
  readonly since?: string;
  readonly until?: string;
  /** What the program says, from the first word that is the same in all versions. Never holds a secret or a URL. */
  readonly text: string;
  /** What the program does where it does not refuse the file, its name being the subject: `loads the file and crashes`. */
  readonly consequence?: string;
  /** What to do, as an order, where it is more than removing or adding the field: `write true without quotes`. */
  readonly remedy?: string;
}

/** What is wrong with a block of the type that the check is named in. Takes anything: other faults are others' to find. */
export type Check = (block: Block) => Iterable<Complaint>;
