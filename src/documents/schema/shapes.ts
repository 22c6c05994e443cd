import type { Shape } from './shape.ts';
import { shape as alertmanager } from './validators/alertmanager.js';
import { shape as blackbox } from './validators/blackbox.js';
import { shape as operator } from './validators/operator.js';
import { shape as prometheus } from './validators/prometheus.js';
import { shape as web } from './validators/web.js';

/** What a program takes. In the bundle each is a file of its own, which is loaded when it is first asked for. */
export function shapeOf(program: Shape['program']): Shape {
  switch (program) {
    case 'alertmanager':
      return alertmanager;
    case 'blackbox':
      return blackbox;
    case 'operator':
      return operator;
    case 'prometheus':
      return prometheus;
    case 'web':
      return web;
  }
}
