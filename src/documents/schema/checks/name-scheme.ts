import { blockOf, conflict, invalid, listOf, textOf } from '../block.ts';
import type { Block, Complaint } from '../complaint.ts';
import { legacyNames } from './relabel.ts';

const ESCAPINGS: ReadonlySet<string> = new Set(['allow-utf-8', 'underscores', 'dots', 'values']);
const LEGACY_NAME = /^[a-zA-Z_]\w*$/;
const UTF8_TEXT = 'utf8 metric names requested but validation scheme is not set to UTF8';
const SCHEMES_SINCE = '3.4';
/** Since then a job that asks for the old scheme has no escaping of others. */
const OWN_ESCAPING_SINCE = '3.7';
const RELABELING_SINCE = '3.7';

/**
 * How names are escaped goes with how they are checked, job by job; without a job nobody looks. Prometheus'
 * `config/config.go`, `ScrapeConfig.Validate`.
 */
export function* nameSchemes(block: Block): Iterable<Complaint> {
  const global = blockOf(block['global']);
  const jobs = listOf(block['scrape_configs']).map(blockOf);
  const globalEscaping = textOf(global['metric_name_escaping_scheme']);
  if (jobs.length > 0 && globalEscaping !== '' && !ESCAPINGS.has(globalEscaping)) {
    const text = `unknown global name escaping method specified, must be one of 'allow-utf-8', 'underscores', 'dots', or 'values', got "${globalEscaping}"`;
    yield invalid(['global', 'metric_name_escaping_scheme'], text);
  }
  const isLegacy = textOf(global['metric_name_validation_scheme']) === 'legacy';
  for (const [index, job] of jobs.entries()) {
    const place = ['scrape_configs', index];
    const scheme = textOf(job['metric_name_validation_scheme']);
    if (scheme === '' ? !isLegacy : scheme !== 'legacy') continue;
    const own = textOf(job['metric_name_escaping_scheme']);
    const ownEscaping = [...place, 'metric_name_escaping_scheme'];
    const usual = globalEscaping === '' && !isLegacy ? 'allow-utf-8' : globalEscaping;
    if (own === 'allow-utf-8') {
      yield { ...invalid(ownEscaping, UTF8_TEXT), since: SCHEMES_SINCE };
    } else if (own === '' && scheme === '' && globalEscaping === 'allow-utf-8') {
      yield { ...invalid(['global', 'metric_name_escaping_scheme'], UTF8_TEXT), since: SCHEMES_SINCE };
    } else if (own === '' && scheme !== '' && usual === 'allow-utf-8') {
      const complaint = invalid([...place, 'metric_name_validation_scheme'], UTF8_TEXT);
      yield { ...complaint, since: SCHEMES_SINCE, until: OWN_ESCAPING_SINCE };
    }
    for (const field of ['relabel_configs', 'metric_relabel_configs']) {
      yield* legacyNamesIn(job[field], [...place, field]);
    }
  }
  if (isLegacy) yield* legacyNamesElsewhere(block);
}

function* legacyNamesElsewhere(block: Block): Iterable<Complaint> {
  const alerting = blockOf(block['alerting']);
  yield* legacyNamesIn(alerting['alert_relabel_configs'], ['alerting', 'alert_relabel_configs']);
  for (const [index, item] of listOf(alerting['alertmanagers']).entries()) {
    for (const field of ['relabel_configs', 'alert_relabel_configs']) {
      yield* legacyNamesIn(blockOf(item)[field], ['alerting', 'alertmanagers', index, field]);
    }
  }
  for (const [index, item] of listOf(block['remote_write']).entries()) {
    const field = 'write_relabel_configs';
    yield* legacyNamesIn(blockOf(item)[field], ['remote_write', index, field]);
  }
}

function* legacyNamesIn(rules: unknown, place: readonly (string | number)[]): Iterable<Complaint> {
  for (const [index, rule] of listOf(rules).entries()) {
    for (const complaint of legacyNames(blockOf(rule))) {
      const places = complaint.places.map(inner => [...place, index, ...inner]);
      yield { ...complaint, places, since: RELABELING_SINCE };
    }
  }
}

/** What OTLP makes of names goes with how they are checked. `config/config.go`, `Load`. */
export function* otlpTranslation(block: Block): Iterable<Complaint> {
  const strategy = textOf(blockOf(block['otlp'])['translation_strategy']);
  const isOfUtf8 = strategy === 'NoTranslation' || strategy === 'NoUTF8EscapingWithSuffixes';
  if (!isOfUtf8 || textOf(blockOf(block['global'])['metric_name_validation_scheme']) !== 'legacy') return;
  yield conflict(
    [
      ['otlp', 'translation_strategy'],
      ['global', 'metric_name_validation_scheme'],
    ],
    `OTLP translation strategy "${strategy}" is not allowed when UTF8 is disabled`,
  );
}

/** Names of labels are not empty, and before 3.0 or with the old scheme of the old form. `GlobalConfig.UnmarshalYAML`. */
export function* externalLabels(block: Block): Iterable<Complaint> {
  const isLegacy = textOf(block['metric_name_validation_scheme']) === 'legacy';
  yield* labelNames(block, 'external_labels', isLegacy);
}

/** The names of `labels` of a target group. prometheus/common's `model/labels.go`, `LabelName.UnmarshalYAML`. */
export function* targetLabels(block: Block): Iterable<Complaint> {
  yield* labelNames(block, 'labels', false);
}

/** The names of `required_matchers`. prometheus/common's `model/labels.go`, `LabelName.UnmarshalYAML`. */
export function* requiredMatchers(block: Block): Iterable<Complaint> {
  yield* labelNames(block, 'required_matchers', false);
}

/** The names of `source_labels`, before 3.0. prometheus/common's `model/labels.go`, `LabelName.UnmarshalYAML`. */
export function* sourceLabels(block: Block): Iterable<Complaint> {
  for (const [index, item] of listOf(block['source_labels']).entries()) {
    const name = textOf(item);
    if (name === '' || LEGACY_NAME.test(name)) continue;
    yield { ...invalid(['source_labels', index], `"${name}" is not a valid label name`), until: '3.0' };
  }
}

function* labelNames(block: Block, field: string, isLegacy: boolean): Iterable<Complaint> {
  for (const name of Object.keys(blockOf(block[field]))) {
    if (LEGACY_NAME.test(name)) continue;
    const complaint = invalid([field, name], `"${name}" is not a valid label name`);
    yield name === '' || isLegacy ? complaint : { ...complaint, until: '3.0' };
  }
}
