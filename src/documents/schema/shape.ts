import type { Check } from './complaint.ts';
import type { Facts } from './facts.ts';

/** What a program takes, ready to be asked: made by `scripts/compile-validators.ts` of the facts. */
export interface Shape {
  readonly program: 'prometheus' | 'web' | 'alertmanager' | 'blackbox' | 'operator';
  /** With the fields of inlined types in those that inline them. */
  readonly facts: Facts;
  /** By the type with which a value begins. */
  readonly validators: Readonly<Record<string, Validator>>;
  /** By the names in the facts. */
  readonly checks: Readonly<Record<string, Check>>;
}

/** Looks a plain value over, and tells `this` what it meets; the answer is of the value alone, not of what is in it. */
export interface Validator {
  (this: Witness, value: unknown, place: { readonly instancePath: string }): boolean;
  errors?: readonly Refusal[] | null;
}

/** Why a value is refused: the keyword of JSON Schema, and where, as a JSON pointer. */
interface Refusal {
  readonly keyword: string;
  readonly instancePath: string;
}

/** Who is told by validators what they meet. Places are JSON pointers. */
export interface Witness {
  /** A validator that has just refused a value, with its errors. */
  refused(validator: Validator): void;
  unknownField(place: string, field: string): void;
  /** A field that some versions do not take. */
  versionedField(place: string): void;
  /** A block of a type that has rules for what goes together. */
  blockWithRules(place: string, type: string, block: object): void;
}
