import type { YamlFault } from '../parse/yaml.ts';
import type { Span } from '../text/source.ts';
import type { Fault } from './document.ts';

// Another tool writes the real file from one with such actions.
const TEMPLATE_ACTION = /\{\{|\{%|<%/;

/** True for text with what looks like an action of a template. */
function holdsActions(text: string): boolean {
  return TEMPLATE_ACTION.test(text);
}

/**
 * The fault for YAML that cannot be parsed. Where it is a template, that is the reason.
 *
 * @param hidden all of it.
 */
export function faultOf(text: string, { reason, at }: YamlFault, hidden: Span, isOursByName: boolean): Fault {
  const isTemplate = holdsActions(text);
  return {
    at,
    hidden,
    reason: isTemplate ? 'it is a template that makes no YAML as it stands' : reason,
    isOursByName: isOursByName && !isTemplate,
  };
}
