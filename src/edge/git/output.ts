/** Space for whatever git lists of a large repository. */
const OUTPUT_BYTES = 512 * 2 ** 20;

/**
 * The owner of the checkout differs in a container job, and git refuses such a folder unless it is told that it is safe;
 * which it is without the programs that git would run for the checkout.
 */
const SETTINGS = ['safe.directory=*', 'core.fsmonitor=false', 'core.hooksPath=/dev/null', 'core.quotePath=false'];

/** Longer than any question takes; a server that a clone without blobs asks may never answer. */
const PATIENCE_MILLISECONDS = 300_000;

/** What a call of git may be given besides its words. */
interface GitCall {
  readonly input?: string;
  readonly milliseconds?: number;
  /** True for a command that ends with 1 where there is nothing to print. */
  readonly isSearch?: boolean;
}

/** What git prints, run in a folder; `undefined` where it cannot be run, fails, or takes too long. */
export function gitOutput(folder: string, words: readonly string[], call: GitCall = {}): Buffer | undefined {
  const { input, milliseconds = PATIENCE_MILLISECONDS, isSearch = false } = call;
  const settings = SETTINGS.flatMap(setting => ['-c', setting]);
  // Here and not above: a run on single files needs no git, and loading this takes a while.
  const { spawnSync } = process.getBuiltinModule('node:child_process');
  const { status, stdout, error } = spawnSync('git', [...settings, '-C', folder, '--literal-pathspecs', ...words], {
    env: environmentOfNoCheckout(),
    maxBuffer: OUTPUT_BYTES,
    stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'ignore'],
    ...(input === undefined ? {} : { input }),
    timeout: milliseconds,
    killSignal: 'SIGKILL',
  });
  return error === undefined && (status === 0 || (isSearch && status === 1)) ? stdout : undefined;
}

/** The same as text without the line feed at its end. */
export function gitLine(folder: string, words: readonly string[], call?: GitCall): string | undefined {
  return gitOutput(folder, words, call)?.toString('utf8').trimEnd();
}

/** The same as a list whose entries end with NUL. */
export function gitList(folder: string, words: readonly string[], call?: GitCall): readonly string[] | undefined {
  const entries = gitOutput(folder, words, call)?.toString('utf8').split('\0');
  return entries?.filter(entry => entry !== '');
}

/**
 * Without what git tells its hooks (`GIT_DIR`, `GIT_INDEX_FILE` ...), which would be about another checkout, and with
 * no questions asked and no lock taken.
 */
function environmentOfNoCheckout(): NodeJS.ProcessEnv {
  const others = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  return { ...Object.fromEntries(others), GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0', GCM_INTERACTIVE: 'never' };
}
