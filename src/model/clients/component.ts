import { componentTypeOf } from '../../documents/opentelemetry.ts';
import type { YamlDocument } from '../../documents/document.ts';
import type { Place } from '../walk.ts';

/** A component of an OpenTelemetry Collector that a mapping stands in. */
export interface Component {
  /** `prometheusremotewrite`, `basicauth`. */
  readonly type: string;
  /** What stands behind the slash of its key; empty where nothing does. */
  readonly name: string;
  /** True for the mapping of the component itself, and not for one below it. */
  readonly isWhole: boolean;
}

const SECTIONS = new Set(['exporters', 'extensions']);

/** The exporter or extension that a mapping belongs to; what a receiver has is a configuration of Prometheus. */
export function componentAt({ keys }: Place, { dialect }: YamlDocument): Component | undefined {
  if (dialect !== 'opentelemetry') return undefined;
  const at = keys.findIndex(key => SECTIONS.has(key));
  const key = at === -1 ? undefined : keys[at + 1];
  if (key === undefined) return undefined;
  const type = componentTypeOf(key);
  return { type, name: key.slice(type.length + 1), isWhole: keys.length === at + 2 };
}
