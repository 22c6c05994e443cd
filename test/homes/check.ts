/** Something that has to be so. */
export interface Check {
  /** A sentence. */
  readonly name: string;
  /** What is otherwise; empty where all is well. */
  readonly faults: () => readonly string[];
}
