import { isSet } from '../../documents/schema/block.ts';
import type { Block, Complaint } from '../../documents/schema/complaint.ts';
import type { TypeFacts } from '../../documents/schema/facts.ts';
import { fieldFactsOf } from '../../documents/schema/field-facts.ts';
import type { Shape } from '../../documents/schema/shape.ts';

/** What the facts say of fields that go together in a block, apart from checks. */
export function complaintsOfFacts(block: Block, type: TypeFacts, program: Shape['program']): readonly Complaint[] {
  const complaints: Complaint[] = [];
  const held = new Set(Object.keys(block).filter(field => isHeld(field, block, type, program)));
  const holds = (field: string): boolean => held.has(field);
  for (const rule of type.required ?? []) {
    if (holds(rule.field) || rule.with?.some(holds) === false) continue;
    complaints.push({ kind: 'missing', places: [], field: rule.field, ...saidOf(rule) });
  }
  for (const rule of type.atLeastOne ?? []) {
    if (rule.with?.some(holds) === false || rule.fields.some(holds)) continue;
    complaints.push({ kind: 'missing', places: [], field: rule.fields[0] ?? '', ...saidOf(rule) });
  }
  for (const rule of held.size > 1 ? (type.atMostOne ?? []) : []) {
    const together = rule.fields.filter(holds);
    if (together.length < 2) continue;
    complaints.push({ kind: 'conflict', places: together.map(field => [field]), ...saidOf(rule) });
  }
  return complaints;
}

type Said = Pick<Complaint, 'text' | 'since' | 'until'>;

function saidOf({ text, since, until }: Said): Said {
  return { text, ...(since === undefined ? {} : { since }), ...(until === undefined ? {} : { until }) };
}

/** True where a field is set: where Go would not call it zero, and to the API server where it is there. */
function isHeld(field: string, block: Block, { fields }: TypeFacts, program: Shape['program']): boolean {
  const value = block[field];
  if (value === undefined || value === null) return false;
  if (program === 'operator') return true;
  if (typeof value === 'object') return isSet(value);
  const { is } = fieldFactsOf(fields[field] ?? 'any');
  // A pointer to an empty URL is one. Other texts are as they are written, numbers and booleans too.
  return is === 'url' || (NUMBERS_AND_BOOLEANS.has(is) ? isSet(value) : value !== '');
}

const NUMBERS_AND_BOOLEANS: ReadonlySet<string> = new Set(['bool', 'int', 'uint', 'float', 'any']);
