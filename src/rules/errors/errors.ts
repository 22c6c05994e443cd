import { ANSWER_ERRORS } from './answer-errors.ts';
import { CERTIFICATE_ERRORS } from './certificate-errors.ts';
import { LOADING_ERRORS } from './loading-errors.ts';
import { plainText, type RuntimeError } from './runtime-error.ts';

/** Every error that can be explained: of several that a text matches the first counts. */
export const RUNTIME_ERRORS: readonly RuntimeError[] = [...CERTIFICATE_ERRORS, ...LOADING_ERRORS, ...ANSWER_ERRORS];

/** The error that a text from the targets page or the log is; `undefined` where it is none that is known. */
export function runtimeErrorOf(text: string): RuntimeError | undefined {
  const plain = plainText(text);
  return RUNTIME_ERRORS.find(({ pattern }) => pattern.test(plain));
}
