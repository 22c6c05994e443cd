import { conflict, invalid, listOf, missing, textOf } from '../block.ts';
import type { Block, Complaint } from '../complaint.ts';

const STRATEGIES_SINCE: Readonly<Record<string, string>> = {
  NoTranslation: '3.4',
  UnderscoreEscapingWithoutSuffixes: '3.6',
};

/** Which attributes become labels. Prometheus' `config/config.go`, `OTLPConfig.UnmarshalYAML`. */
export function* otlpAttributes(block: Block): Iterable<Complaint> {
  const promoted = listOf(block['promote_resource_attributes']);
  const ignored = listOf(block['ignore_resource_attributes']);
  if (block['promote_all_resource_attributes'] === true) {
    if (promoted.length > 0) {
      yield conflict(
        [['promote_all_resource_attributes'], ['promote_resource_attributes']],
        "'promote_all_resource_attributes' and 'promote_resource_attributes' cannot be configured simultaneously",
      );
    }
    yield* attributes(ignored, 'ignore_resource_attributes', 'ignored');
    return;
  }
  if (ignored.length > 0) {
    yield missing(
      [],
      'promote_all_resource_attributes',
      "'ignore_resource_attributes' cannot be configured unless 'promote_all_resource_attributes' is true",
    );
  }
  yield* attributes(promoted, 'promote_resource_attributes', 'promoted');
}

function* attributes(list: readonly unknown[], field: string, adjective: string): Iterable<Complaint> {
  const seen = new Set<string>();
  for (const [index, item] of list.entries()) {
    if (typeof item === 'object' && item !== null) continue;
    const attribute = textOf(item).trim();
    const words = `invalid '${field}': `;
    if (attribute === '') {
      yield invalid([field, index], `${words}empty ${adjective} OTel resource attribute`);
    } else if (seen.has(attribute)) {
      yield invalid([field, index], `${words}duplicated ${adjective} OTel resource attribute "${attribute}"`);
    }
    seen.add(attribute);
  }
}

/** Strategies that came later. prometheus/otlptranslator, and Prometheus' `config/config.go` before it. */
export function* laterStrategy(block: Block): Iterable<Complaint> {
  const strategy = textOf(block['translation_strategy']);
  const since = STRATEGIES_SINCE[strategy];
  if (since === undefined) return;
  const text = `unsupported OTLP translation strategy "${strategy}"`;
  yield { kind: 'version', places: [['translation_strategy']], field: `the strategy ${strategy}`, since, text };
}
