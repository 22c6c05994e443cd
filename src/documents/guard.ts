import type { MaskedText } from '../parse/template/masked-text.ts';
import { firstAt } from '../parse/template/template-place.ts';
import type { Branch, TemplateLanguage } from '../parse/template/template.ts';
import { TreePlace } from '../parse/template/tree-place.ts';
import type { YamlNode } from '../parse/yaml-node.ts';
import { printable } from '../text/printable.ts';
import type { Span } from '../text/source.ts';
import type { ChartValues } from './chart.ts';
import { scopeOf, type ByDefault } from './template-scope.ts';

/** A branch of a template around a part of a document, and whether that part is there for who sets nothing. */
export interface Guard {
  /** What stands under it, in the committed file. */
  readonly span: Span;
  /** How messages call it: `{{ if .Values.tls }}`, `{{ else }} of {{ if .Values.tls }}`. Holds no secret. */
  readonly words: string;
  /** Whether it holds with the defaults of the chart. */
  readonly byDefault: ByDefault;
}

/**
 * The branches of templates that stand within a document and not around the whole of it, in the order of the text.
 *
 * @param roots of documents that were read from templates. @param chart that the template belongs to.
 */
export function guardsOf(roots: readonly YamlNode[], chart: ChartValues | undefined): readonly Guard[] {
  return roots.flatMap(root => {
    const place = TreePlace.of(root.source);
    return place === undefined ? [] : guardsWithin(place.masked, extentOf(root, place), chart);
  });
}

interface Extent {
  readonly start: number;
  readonly end: number;
}

/**
 * Where a document stands in its template: from its first entry to the end of its last, without those that were put in
 * from elsewhere.
 */
function extentOf({ source, start, end, ...root }: YamlNode, place: TreePlace): Extent {
  const pairs = root.kind === 'map' ? root.pairs.filter(({ key }) => key.source === source) : [];
  const last = pairs.at(-1)?.value;
  const lastEnd = last?.source === source ? last.end : end;
  return place.outer({ start: pairs[0]?.key.start ?? start, end: lastEnd });
}

function guardsWithin(masked: MaskedText, { start, end }: Extent, chart: ChartValues | undefined): readonly Guard[] {
  const { branches, language } = masked.template;
  const scope = chart === undefined || language !== 'go' ? undefined : scopeOf(masked.template, chart);
  const guards: Guard[] = [];
  for (let index = firstAt(branches, start); index < branches.length; index += 1) {
    const branch = branches[index];
    if (branch === undefined || branch.start >= end) break;
    if (branch.block.keyword === 'define') continue;
    guards.push({
      span: masked.outer.span(branch.start, branch.end),
      words: wordsOf(branch, language),
      byDefault: scope?.byDefault(branch) ?? 'unknown',
    });
  }
  return guards;
}

const DELIMITERS: Readonly<Record<TemplateLanguage, readonly [open: string, close: string]>> = {
  go: ['{{', '}}'],
  jinja: ['{%', '%}'],
  terraform: ['%{', '}'],
};
const MOST_UNITS = 60;
const LITERAL = /"(?:[^"\\]|\\.)*(?:"|$)|`[^`]*(?:`|$)|'(?:[^'\\]|\\.)*(?:'|$)/g;

/** Without what stands in quotes, which may be a secret. */
function wordsOf(branch: Branch, language: TemplateLanguage): string {
  const [open, close] = DELIMITERS[language];
  const shown = (code: string): string => {
    const words = code.slice(0, 1000).replace(LITERAL, '"..."').replace(/\s+/g, ' ');
    return `${open} ${printable(words.length > MOST_UNITS ? `${words.slice(0, MOST_UNITS - 3)}...` : words)} ${close}`;
  };
  const [first] = branch.block.branches;
  const own = shown(branch.opening.code);
  return branch.condition !== undefined || first === undefined ? own : `${own} of ${shown(first.opening.code)}`;
}
