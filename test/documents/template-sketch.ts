import { chartOf, type ChartValues } from '../../src/documents/chart.ts';
import { withDefaults } from '../../src/documents/chart-values.ts';
import { guardsOf, type Guard } from '../../src/documents/guard.ts';
import { unitsOf } from '../../src/parse/template/units.ts';
import type { YamlNode } from '../../src/parse/yaml-node.ts';
import { SourceFile } from '../../src/text/source.ts';
import { treeOf } from '../tree.ts';

const PATH = 'chart/templates/monitor.yaml';

/** The chart with such values, as a template of it sees it. */
function chartWith(values: string): ChartValues {
  const files = { 'chart/Chart.yaml': 'name: chart\n', 'chart/values.yaml': values, [PATH]: '' };
  const chart = chartOf(PATH, treeOf(files));
  if (chart === undefined) throw new Error('the template belongs to no chart');
  return chart;
}

/** The restored documents of a template. */
function templateRoots(template: string): readonly YamlNode[] {
  return [...unitsOf(new SourceFile(PATH, template), 'go')].flatMap(unit => {
    const reading = unit.read();
    if ('fault' in reading) throw new Error(reading.fault.reason);
    return reading.roots;
  });
}

/** The same, with the defaults of a chart put in. */
export function filledRoots(template: string, values: string): readonly YamlNode[] {
  const chart = chartWith(values);
  return templateRoots(template).map(root => withDefaults(root, chart));
}

export function guardsIn(template: string, values: string): readonly Guard[] {
  return guardsOf(templateRoots(template), chartWith(values));
}
