import { nodePlatform } from './node-platform.ts';
import type { Platform } from './platform.ts';

let brought: Platform | undefined;

/** What computes here. */
export function platform(): Platform {
  return brought ?? nodePlatform;
}

/** Makes something else than Node compute, for all that follows. */
export function bringPlatform(other: Platform): void {
  brought = other;
}
