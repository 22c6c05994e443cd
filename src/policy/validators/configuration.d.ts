import type { ValidateFunction } from 'ajv';
import type { WrittenConfiguration } from '../written-configuration.ts';

/** Whether a value is a configuration, and in `errors` all that keeps it from being one. Made by `scripts/compile-validators.ts`. */
export declare const validate: ValidateFunction<WrittenConfiguration>;
