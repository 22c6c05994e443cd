import type { YamlFault } from '../parse/yaml.ts';
import type { Span } from '../text/source.ts';
import type { Fault } from './document.ts';

// Another tool writes the real file from one with such actions.
const TEMPLATE_ACTION = /\{\{|\{%|<%/;

/**
 * The fault for YAML that cannot be parsed. Where it is a template, that is the reason.
 *
 * @param hidden all of it.
 */
export function faultOf(text: string, { reason, at }: YamlFault, hidden: Span, isOursByName: boolean): Fault {
  const isTemplate = TEMPLATE_ACTION.test(text);
  return {
    at,
    hidden,
    reason: isTemplate ? 'it holds template actions, which are not read yet' : reason,
    isOursByName: isOursByName && !isTemplate,
  };
}
