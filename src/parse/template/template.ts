/** The languages of templates that other tools render: Go templates and Helm, Jinja and Ansible, Terraform and envsubst. */
export type TemplateLanguage = 'go' | 'jinja' | 'terraform';

/** Something in a template that is no text: it puts text in, or decides about text. Offsets in the template's text. */
export interface Action {
  /** With its delimiters and trim markers. */
  readonly start: number;
  readonly end: number;
  /** `output` puts text in, `branch` opens, parts or closes a block, `quiet` does neither: a comment, an assignment. */
  readonly kind: 'output' | 'branch' | 'quiet';
  /**
   * What stands between the delimiters, trimmed: `if .Values.tls`, `toYaml . | nindent 8`. Empty for a comment.
   */
  readonly code: string;
}

/** A conditional, a loop or a named template. */
export interface Block {
  /** Jinja's `for` is a `range`, its `macro` and `block` a `define`. */
  readonly keyword: 'if' | 'with' | 'range' | 'define';
  /** In the order of the text; at least one. */
  readonly branches: readonly Branch[];
  /** True when one of its branches is rendered whatever the values are: it has an `else`. */
  readonly isExhaustive: boolean;
}

/** One way through a block. Offsets in the template's text. */
export interface Branch {
  readonly block: Block;
  /** Its place among the branches of the block. */
  readonly index: number;
  /** `.Values.tls` of `if .Values.tls` and of `else if .Values.tls`; absent for `else`. Of a `define` its name. */
  readonly condition?: string;
  /** The action that opens it. */
  readonly opening: Action;
  /** From the end of that action to the start of the one that ends the branch. */
  readonly start: number;
  readonly end: number;
  /** The branch that the block stands in. */
  readonly parent?: Branch;
}

/** The actions of a template and what they make of it, in the order of the text. */
export interface Template {
  readonly language: TemplateLanguage;
  readonly actions: readonly Action[];
  /** By where they begin, outer ones before those in them. */
  readonly branches: readonly Branch[];
}
