import type { Block, Complaint } from './complaint.ts';

/** From a block on, fields and indexes. */
export type Place = readonly (string | number)[];

/** The value as a mapping; an empty one where it is none. */
export function blockOf(value: unknown): Block {
  const isBlock = typeof value === 'object' && value !== null && !Array.isArray(value);
  // Any object that is no list is a mapping by field: plain values hold nothing else.
  return isBlock ? (value as Block) : {};
}

/** The value as a list; an empty one where it is none. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A scalar as the text that Go reads; the empty one of null and of what is no scalar. */
export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** Whether Go would not call it zero: neither null, empty, zero nor false. A mapping is set even if it is empty. */
export function isSet(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return value !== undefined && value !== null && value !== '' && value !== 0 && value !== false;
}

/** Whether one of the fields of a block is set. */
export function hasOneOf(block: Block, fields: readonly string[]): boolean {
  return fields.some(field => isSet(block[field]));
}

/** A value that is not as the program wants, and what to do where that is more than to write another. */
export function invalid(place: Place, text: string, remedy?: string): Complaint {
  return { kind: 'invalid', places: [place], text, ...(remedy === undefined ? {} : { remedy }) };
}

/** A field that is missing in the block at a place. */
export function missing(place: Place, field: string, text: string): Complaint {
  return { kind: 'missing', places: place.length === 0 ? [] : [place], field, text };
}

/** Fields that do not go together, and what to do where that is more than to keep one. */
export function conflict(places: readonly Place[], text: string, remedy?: string): Complaint {
  return { kind: 'conflict', places, text, ...(remedy === undefined ? {} : { remedy }) };
}
