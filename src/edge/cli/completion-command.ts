import { UsageError } from '../usage-error.ts';
import type { Command } from './arguments.ts';
import { oneOf } from './options.ts';
import { bashCompletion } from './completion/bash.ts';
import { fishCompletion } from './completion/fish.ts';
import { OFFERS, SHELLS, type Offers } from './completion/offers.ts';
import { zshCompletion } from './completion/zsh.ts';
import type { Terminal } from './terminal.ts';

const COMPLETIONS: Readonly<Record<(typeof SHELLS)[number], (offers: Offers) => string>> = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
};

/** `promsec completion`: a script for a shell. @throws UsageError where none is named that there is one for. */
export function completionCommand({ words }: Command, terminal: Terminal): 0 {
  const [shell, ...others] = words;
  if (shell === undefined || others.length > 0) {
    throw new UsageError([`completion takes the name of one shell; use ${SHELLS.join(', ')}`]);
  }
  terminal.emit(COMPLETIONS[oneOf('completion', shell, SHELLS)](OFFERS));
  return 0;
}
