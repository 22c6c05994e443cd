#!/usr/bin/env node
import { run } from './edge/cli/main.ts';
import { processTerminal } from './edge/cli/terminal.ts';

// The action when the runner calls, which gives no arguments and sets the inputs; else the command. What the action
// needs besides the engine is large, and is loaded only for it.
const words = process.argv.slice(2);
const isAction = words.length === 0 && process.env['INPUT_PATH'] !== undefined;

process.exitCode = isAction
  ? await (await import('./edge/action/main.ts')).runAction()
  : await run(words, processTerminal());
