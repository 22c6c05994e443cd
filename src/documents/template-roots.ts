import { MaskedText } from '../parse/template/masked-text.ts';
import { restored } from '../parse/template/restored.ts';
import type { YamlNode } from '../parse/yaml-node.ts';
import type { ChartValues } from './chart.ts';
import { withDefaults } from './chart-values.ts';
import { guardsOf, type Guard } from './guard.ts';

/** What is read from templates: roots as if YAML knew templates, and what the documents among them stand under. */
export class TemplateRoots {
  readonly #chart: ChartValues | undefined;
  readonly #roots: YamlNode[] = [];

  /** @param chart the one that the templates are of. */
  constructor(chart: ChartValues | undefined) {
    this.#chart = chart;
  }

  /** A root with the actions of the template that it stands in, and the defaults of the chart; any other as it is. */
  rootOf(root: YamlNode): YamlNode {
    const whole = root.source instanceof MaskedText ? root : restored(root);
    return this.#chart === undefined ? whole : withDefaults(whole, this.#chart);
  }

  /** Takes note that there is a document of ours. */
  addDocument(root: YamlNode): void {
    this.#roots.push(root);
  }

  /** The branches that parts of those documents stand under. */
  guards(): readonly Guard[] {
    return guardsOf(this.#roots, this.#chart);
  }
}
