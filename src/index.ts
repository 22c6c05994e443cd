#!/usr/bin/env node
// The action when the runner calls, which gives no arguments and sets the inputs; else the command. Each is loaded only when it runs.
const words = process.argv.slice(2);
const isAction = words.length === 0 && process.env['INPUT_PATH'] !== undefined;

if (isAction) {
  const { runAction } = await import('./edge/action/main.ts');
  process.exitCode = await runAction();
} else {
  const { run } = await import('./edge/cli/main.ts');
  const { processTerminal } = await import('./edge/cli/terminal.ts');
  process.exitCode = await run(words, processTerminal());
}
