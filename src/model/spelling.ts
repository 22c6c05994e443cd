import type { YamlDocument } from '../documents/document.ts';
import type { Place } from './walk.ts';

// Where charts take jobs of Prometheus as they are.
const SNAKE = /_|crapeConfigs$/;

/** True where fields are those of `prometheus.yml`, and not of a custom resource or of a chart's own making. */
export function isSnakeAt({ keys }: Place, key: string, { spelling }: YamlDocument): boolean {
  if (spelling !== 'either') return spelling === 'snake';
  return SNAKE.test(key) || keys.some(name => SNAKE.test(name));
}
