import type { Shape } from '../shape.ts';

/** Made by `scripts/compile-validators.ts`. */
export declare const shape: Shape;
