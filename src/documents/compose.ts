import { CONTAINER_SIGN } from './command-flag.ts';
import { mapAt, type Dialect } from './dialect.ts';

const ENTRY = /^["']?(?:services|configs|secrets|include|x-[\w.-]+)["']?[ \t]*:/;
const RUNS = new Set(['image', 'build', 'command', 'entrypoint', 'extends']);

/** A file of Docker Compose, for the commands of its services (the Compose Specification, 05-services.md). */
export const compose: Dialect = {
  signAt: ({ isJson }) => (isJson ? undefined : CONTAINER_SIGN),
  isFirstOnly: true,
  isOnlyReferredTo: true,
  mayNeed: entry => ENTRY.test(entry),
  claimOf(root) {
    const services = mapAt(root, 'services')?.pairs ?? [];
    const isCompose = services.some(
      ({ value }) => value?.kind === 'map' && value.pairs.some(({ key }) => RUNS.has(key.text)),
    );
    return isCompose ? { dialect: 'compose', name: '', root } : undefined;
  },
};
