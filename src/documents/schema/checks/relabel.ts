import { nearName } from '../../../text/near-name.ts';
import { conflict, invalid, isSet, missing, textOf } from '../block.ts';
import type { Block, Complaint } from '../complaint.ts';

const ACTIONS: ReadonlySet<string> = new Set([
  'replace',
  'keep',
  'drop',
  'keepequal',
  'dropequal',
  'hashmod',
  'labelmap',
  'labeldrop',
  'labelkeep',
  'lowercase',
  'uppercase',
]);
const WITH_TARGET: ReadonlySet<string> = new Set([
  'replace',
  'hashmod',
  'lowercase',
  'uppercase',
  'keepequal',
  'dropequal',
]);
const WITHOUT_REPLACEMENT: ReadonlySet<string> = new Set(['lowercase', 'uppercase', 'keepequal', 'dropequal']);
const LEGACY_NAME = /^[a-zA-Z_]\w*$/;
const LEGACY_TARGET = /^(?:[a-zA-Z_]|\$(?:\{\w+\}|\w))(?:\w|\$(?:\{\w+\}|\w))*$/;

function orderFor(action: string): string | undefined {
  const near = nearName(action, [...ACTIONS]);
  return near === undefined ? undefined : `write ${near}`;
}

/** What goes with the action of a relabeling. Prometheus' `model/relabel/relabel.go`, `Config.Validate`. */
export function* relabeling(block: Block): Iterable<Complaint> {
  const action = actionOf(block);
  if (block['action'] === null) return yield invalid(['action'], 'relabel action cannot be empty');
  if (!ACTIONS.has(action)) {
    if (typeof block['action'] === 'object') return; // of another kind altogether
    return yield invalid(
      ['action'],
      `unknown relabel action "${textOf(block['action'])}"`,
      orderFor(textOf(block['action'])),
    );
  }
  if (action === 'keepequal' || action === 'dropequal') {
    yield {
      kind: 'version',
      places: [['action']],
      field: `the action ${action}`,
      since: '2.41',
      text: 'unknown relabel action',
    };
  }
  if (action === 'hashmod' && !isSet(block['modulus'])) {
    yield missing([], 'modulus', 'relabel configuration for hashmod requires non-zero modulus');
  }
  if (WITH_TARGET.has(action) && textOf(block['target_label']) === '') {
    yield missing([], 'target_label', `relabel configuration for ${action} action requires 'target_label' value`);
  }
  if (action === 'labelmap' && isEmptied(block, 'replacement')) {
    yield invalid(['replacement'], `"" is invalid 'replacement' for labelmap action`);
  }
  yield* strayFields(block, action);
  for (const complaint of legacyNames(block)) yield { ...complaint, until: '3.0' };
}

/** Names of labels that only the old scheme refuses: all of them before 3.0, and later where a file asks for it. */
export function* legacyNames(block: Block): Iterable<Complaint> {
  const action = actionOf(block);
  const target = textOf(block['target_label']);
  const replacement = textOf(block['replacement'] ?? '$1');
  const pattern = action === 'replace' && target.includes('$') ? LEGACY_TARGET : LEGACY_NAME;
  if (WITH_TARGET.has(action) && target !== '' && !pattern.test(target)) {
    yield invalid(['target_label'], `"${target}" is invalid 'target_label' for ${action} action`);
  }
  if (action === 'labelmap' && replacement !== '' && !LEGACY_TARGET.test(replacement)) {
    yield invalid(['replacement'], `"${replacement}" is invalid 'replacement' for ${action} action`);
  }
}

function* strayFields(block: Block, action: string): Iterable<Complaint> {
  const isOfLabels = action === 'labeldrop' || action === 'labelkeep';
  const isOfEqual = action === 'keepequal' || action === 'dropequal';
  if (WITHOUT_REPLACEMENT.has(action) && isOther(block, 'replacement', '$1')) {
    yield conflict(
      [['action'], ['replacement']],
      `'replacement' can not be set for ${action} action`,
      'remove replacement',
    );
  }
  if (!isOfLabels && !isOfEqual) return;
  const strays = [
    ...(isOfEqual && 'regex' in block ? ['regex'] : []),
    ...(isOfLabels && (block['source_labels'] ?? null) !== null ? ['source_labels'] : []),
    ...(isOfLabels && textOf(block['target_label']) !== '' ? ['target_label'] : []),
    ...(isSet(block['modulus']) ? ['modulus'] : []),
    ...(isOther(block, 'separator', ';') ? ['separator'] : []),
    ...(isOfLabels && isOther(block, 'replacement', '$1') ? ['replacement'] : []),
  ];
  const needs = isOfLabels ? "'regex'" : "'source_labels' and `target_label`";
  const text = `${action} action requires only ${needs}, and no other fields`;
  for (const field of strays) yield conflict([['action'], [field]], text, `remove ${field}`);
}

function actionOf(block: Block): string {
  return textOf(block['action'] ?? 'replace').toLowerCase();
}

/** Null and the empty text take the default away. */
function isEmptied(block: Block, field: string): boolean {
  return block[field] === null || block[field] === '';
}

function isOther(block: Block, field: string, usual: string): boolean {
  return block[field] !== undefined && textOf(block[field]) !== usual;
}
