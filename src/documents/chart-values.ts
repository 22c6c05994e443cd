import { goExpression } from '../parse/template/go-expression.ts';
import { branchAt } from '../parse/template/template-place.ts';
import { TreePlace } from '../parse/template/tree-place.ts';
import { wholeAction } from '../parse/template/whole-action.ts';
import { isNull, spanOf, type YamlNode, type YamlPair, type YamlScalar } from '../parse/yaml-node.ts';
import type { SourceFile, SourceText, Span } from '../text/source.ts';
import type { ChartValues } from './chart.ts';
import { scopeOf, type TemplateScope } from './template-scope.ts';
import type { TemplateValue } from './template-value.ts';

/**
 * A restored tree of a Helm template with the chart's own defaults in the place of actions that only print them:
 * `{{ .Values.tls.insecure }}`, `{{- toYaml .Values.tlsConfig | nindent 8 }}`. What is empty there, and what is not
 * certain, stays templated, and beside the entries of a mapping users may have their own. The places of what is put in
 * are in values.yaml, with that of the action as `via`; a literal of the template itself is where it stands.
 */
export function withDefaults(root: YamlNode, chart: ChartValues): YamlNode {
  const place = TreePlace.of(root.source);
  return place?.masked.template.language === 'go' ? new Filling(place, chart).filled(root) : root;
}

// What a resource is called, and its labels: nothing there is judged.
const METADATA = 'metadata';
const STRING_TAG = 'tag:yaml.org,2002:str';

class Filling {
  readonly #place: TreePlace;
  readonly #scope: TemplateScope;
  readonly #filled = new Map<YamlNode, YamlNode>();

  constructor(place: TreePlace, chart: ChartValues) {
    this.#place = place;
    this.#scope = scopeOf(place.masked.template, chart);
  }

  /** The same node for the same node, so that aliases stay what they are. */
  filled(node: YamlNode): YamlNode {
    let filled = this.#filled.get(node);
    if (filled === undefined) {
      filled = this.#filledAnew(node);
      this.#filled.set(node, filled);
    }
    return filled;
  }

  #filledAnew(node: YamlNode): YamlNode {
    if (node.kind === 'scalar') return this.#defaultOf(node) ?? node;
    if (node.kind === 'list') {
      const items = node.items.flatMap(item => this.#items(item));
      return isSame(items, node.items) ? node : { ...node, items };
    }
    const pairs = node.pairs.flatMap(pair => this.#pairs(pair));
    return isSame(pairs, node.pairs) ? node : { ...node, pairs };
  }

  /** An action that stands for items has those of its default beside it. */
  #items(item: YamlNode): readonly YamlNode[] {
    const filled = this.filled(item);
    return item.kind === 'scalar' && filled.kind === 'list' ? [...filled.items, item] : [filled];
  }

  #pairs(pair: YamlPair): readonly YamlPair[] {
    const { key, value, under } = pair;
    if (key.text === METADATA) return [pair];
    if (value === undefined) {
      // An action that stands for entries is among those of its default.
      const filled = this.filled(key);
      if (filled.kind !== 'map') return [pair];
      return under === undefined ? filled.pairs : filled.pairs.map(entry => ({ ...entry, under }));
    }
    const filled = this.filled(value);
    return [filled === value ? pair : { ...pair, value: filled }];
  }

  /** What an action prints by default; `undefined` where it is no action, empty or not known. */
  #defaultOf(scalar: YamlScalar): YamlNode | undefined {
    const action = scalar.text.includes('{{') ? wholeAction(scalar.text) : undefined;
    if (action === undefined) return undefined;
    const { masked } = this.#place;
    // An action that stands alone is a node of the template itself.
    const { start } = scalar.source === masked.outer ? scalar : this.#place.outer(scalar);
    const value = this.#scope.valueOf(goExpression(action.code), branchAt(masked.template, start));
    const isText = action.isQuoted || scalar.style !== 'plain';
    return value === undefined ? undefined : this.#nodeOf(value, scalar, action.start, isText);
  }

  #nodeOf(value: TemplateValue, scalar: YamlScalar, codeStart: number, isText: boolean): YamlNode | undefined {
    const at = spanOf(scalar);
    if (value.kind === 'literal') {
      const written = at.file.text.slice(at.start, at.end).indexOf(scalar.text.trim());
      const isThere = value.start >= 0 && value.text !== '' && written !== -1;
      const start = at.start + written + codeStart + value.start;
      if (!isThere || at.file.text.slice(start, start + value.text.length) !== value.text) return undefined;
      const end = start + value.text.length;
      const source = new PlacedText(at.file, { isDefault: true });
      const node = { kind: 'scalar', source, start, end, style: 'plain', text: value.text } as const;
      return isText || value.isQuoted === true ? { ...node, tag: STRING_TAG } : node;
    }
    if (value.kind !== 'node' || isEmpty(value.node)) return undefined;
    const source = new PlacedText(spanOf(value.node).file, { via: at });
    const copy = this.#copy(value.node, source);
    if (copy === undefined) return undefined;
    if (copy.kind === 'scalar') return isText ? { ...copy, tag: STRING_TAG } : copy;
    // Users lay their own entries over those of a mapping.
    return copy.kind === 'map' ? { ...copy, pairs: [...copy.pairs, { key: scalar }] } : copy;
  }

  /** A value with its places seen through an action; `undefined` where there would be too much of it. */
  #copy(node: YamlNode, source: SourceText): YamlNode | undefined {
    if (!this.#scope.takesNode()) return undefined;
    if (node.kind === 'scalar') return { ...node, source };
    if (node.kind === 'list') {
      const items: YamlNode[] = [];
      for (const item of node.items) {
        const copy = this.#copy(item, source);
        if (copy === undefined) return undefined;
        items.push(copy);
      }
      return { ...node, source, items };
    }
    const pairs: YamlPair[] = [];
    for (const { key, value } of node.pairs) {
      const copy = value === undefined ? undefined : this.#copy(value, source);
      if (value !== undefined && copy === undefined) return undefined;
      pairs.push({ key: { ...key, source }, ...(copy === undefined ? {} : { value: copy }) });
    }
    return { ...node, source, pairs };
  }
}

/** A file whose spans say how their content comes into a template. */
class PlacedText implements SourceText {
  readonly file: SourceFile;
  readonly text: string;
  readonly #how: Pick<Span, 'via' | 'isDefault'>;

  constructor(file: SourceFile, how: Pick<Span, 'via' | 'isDefault'>) {
    this.file = file;
    this.text = file.text;
    this.#how = how;
  }

  span(start: number, end: number): Span {
    return { ...this.file.span(start, end), ...this.#how };
  }

  /** Each template that takes the value would get what is written there. */
  edit(): undefined {
    return undefined;
  }
}

function isEmpty(node: YamlNode): boolean {
  if (node.kind === 'map') return node.pairs.length === 0;
  return node.kind === 'list' ? node.items.length === 0 : isNull(node) || node.text === '';
}

function isSame<T>(some: readonly T[], others: readonly T[]): boolean {
  return some.length === others.length && some.every((one, index) => one === others[index]);
}
