import { nearName } from '../../../text/near-name.ts';
import { printable } from '../../../text/printable.ts';
import { blockOf, invalid, isSet, listOf, missing, textOf } from '../block.ts';
import type { Place } from '../block.ts';
import type { Block, Complaint } from '../complaint.ts';

const CLASSIC_LABEL_NAME = /^[a-zA-Z_][a-zA-Z0-9_]*$/;

/**
 * The root of the routing tree, and that what it names is defined: receivers, time intervals. Alertmanager's
 * `config/config.go`, `Config.UnmarshalYAML`, `Load`, `checkReceiver` and `checkTimeInterval`.
 */
export function* routing(block: Block): Iterable<Complaint> {
  if (!isSet(block['route'])) return;
  const root = blockOf(block['route']);
  if (!isSet(root['receiver'])) yield missing(['route'], 'receiver', 'root route must specify a default receiver');
  yield* forbiddenInRoot(root);
  const receivers = new Set(listOf(block['receivers']).map(nameOf));
  const intervals = new Set([...listOf(block['mute_time_intervals']), ...listOf(block['time_intervals'])].map(nameOf));
  yield* undefinedIn(root, ['route'], receivers, intervals);
}

function* forbiddenInRoot(root: Block): Iterable<Complaint> {
  for (const field of ['match', 'match_re', 'matchers']) {
    const matchers = [...Object.keys(blockOf(root[field])), ...listOf(root[field]).map(textOf)];
    // A text without a name, such as that of null, is a list of no matchers.
    if (matchers.some(text => /[^\s{},]/.test(text)))
      yield invalid(
        ['route', field],
        'root route must not have any matchers',
        'remove it, or move it to a child route',
      );
  }
  if (isSet(root['mute_time_intervals'])) {
    yield invalid(
      ['route', 'mute_time_intervals'],
      'root route must not have any mute time intervals',
      'move them to a child route',
    );
  }
  if (isSet(root['active_time_intervals'])) {
    yield invalid(
      ['route', 'active_time_intervals'],
      'root route must not have any active time intervals',
      'move them to a child route',
    );
  }
  if (root['continue'] === true)
    yield invalid(['route', 'continue'], 'cannot have continue in root route', 'remove it');
}

function* undefinedIn(
  node: Block,
  place: Place,
  receivers: ReadonlySet<string>,
  intervals: ReadonlySet<string>,
): Iterable<Complaint> {
  const receiver = textOf(node['receiver']);
  if (receiver !== '' && !receivers.has(receiver)) {
    yield invalid(
      [...place, 'receiver'],
      `undefined receiver "${receiver}" used in route`,
      definedOr(receiver, receivers),
    );
  }
  for (const field of ['active_time_intervals', 'mute_time_intervals']) {
    for (const [index, name] of listOf(node[field]).entries()) {
      if (intervals.has(textOf(name))) continue;
      yield invalid(
        [...place, field, index],
        `undefined time interval "${textOf(name)}" used in route`,
        definedOr(textOf(name), intervals),
      );
    }
  }
  for (const [index, child] of listOf(node['routes']).entries()) {
    yield* undefinedIn(blockOf(child), [...place, 'routes', index], receivers, intervals);
  }
}

function definedOr(name: string, defined: ReadonlySet<string>): string {
  const near = nearName(name, [...defined]);
  return near === undefined ? 'define it, or name one that is defined' : `write ${printable(near)}, or define it`;
}

/** Names that may be given once: of time intervals, of both kinds together. */
export function* timeIntervals(block: Block): Iterable<Complaint> {
  const names = new Set<string>();
  for (const [field, what] of [
    ['mute_time_intervals', 'mute time interval'],
    ['time_intervals', 'time interval'],
  ] as const) {
    for (const [index, interval] of listOf(block[field]).entries()) {
      const name = nameOf(interval);
      if (names.has(name))
        yield invalid([field, index, 'name'], `${what} "${name}" is not unique`, 'give each a name of its own');
      names.add(name);
    }
  }
}

/** One node of the routing tree: names of labels, `group_by` and intervals that are zero. `Route.UnmarshalYAML`. */
export function* route(block: Block): Iterable<Complaint> {
  yield* labelNames(block, ['match', 'match_re']);
  yield* nullRegexps(block, 'match_re');
  if ('' in blockOf(block['labels'])) yield invalid(['labels', ''], 'invalid label name "" in route labels');
  yield* groupBy(listOf(block['group_by']).map(textOf));
  for (const field of ['group_interval', 'repeat_interval']) {
    const text = textOf(block[field]);
    if (/^0+$|^(?:0+(?:ms|[smhdwy]))+$/.test(text)) yield invalid([field], `${field} cannot be zero`);
  }
}

function* groupBy(labels: readonly string[]): Iterable<Complaint> {
  const seen = new Set<string>();
  for (const [index, label] of labels.entries()) {
    if (label === '...') continue;
    if (label === '') yield invalid(['group_by', index], 'invalid label name "" in group_by list');
    else if (seen.has(label)) yield invalid(['group_by', index], `duplicated label "${label}" in group_by`);
    seen.add(label);
  }
  if (seen.size === 0 || !labels.includes('...')) return;
  yield invalid(['group_by'], 'cannot have wildcard group_by (`...`) and other labels at the same time');
}

/** Names of labels in an inhibition rule. `InhibitRule.UnmarshalYAML`. */
export function* inhibitRule(block: Block): Iterable<Complaint> {
  yield* labelNames(block, ['source_match', 'source_match_re', 'target_match', 'target_match_re']);
  yield* nullRegexps(block, 'source_match_re');
  yield* nullRegexps(block, 'target_match_re');
  for (const [index, label] of listOf(block['equal']).entries()) {
    if (textOf(label) !== '') continue;
    const complaint = invalid(['equal', index], 'invalid label name "" in equal list');
    yield label === null ? { ...complaint, since: '0.28' } : complaint;
  }
}

/** The end of a range of times comes after its start. `TimeRange.UnmarshalYAML`. */
export function* timeRange(block: Block): Iterable<Complaint> {
  const [start, end] = [textOf(block['start_time']), textOf(block['end_time'])];
  // Both are HH:MM, so that their order as texts is that of the times.
  if (start === '' || end === '' || start < end) return;
  yield invalid(['end_time'], 'start time cannot be equal or greater than end time');
}

function* labelNames(block: Block, fields: readonly string[]): Iterable<Complaint> {
  for (const field of fields) {
    for (const name of Object.keys(blockOf(block[field]))) {
      if (!CLASSIC_LABEL_NAME.test(name)) yield invalid([field, name], `invalid label name "${name}"`);
    }
  }
}

function* nullRegexps(block: Block, field: string): Iterable<Complaint> {
  for (const [name, value] of Object.entries(blockOf(block[field]))) {
    if (value === null) yield invalid([field, name], `invalid regexp value for "${name}"`);
  }
}

function nameOf(value: unknown): string {
  return textOf(blockOf(value)['name']);
}
