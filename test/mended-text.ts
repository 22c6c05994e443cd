import { mended, type FixChoice, type Mended } from '../src/lint/mended.ts';
import { DEFAULT_CONFIGURATION } from '../src/policy/configuration.ts';
import { EXAMPLE_NOW } from '../src/rules/rule.ts';
import { treeOf, type Files } from './tree.ts';

/** What fixes make of files in memory, with every rule and nothing else configured. */
export function mendedFiles(files: Files, choice: FixChoice): Mended {
  const configuration = { ...DEFAULT_CONFIGURATION, pedantic: true };
  return mended({ files: treeOf(files), configuration, now: EXAMPLE_NOW }, choice);
}

/** The text of a file with its fixes made; the text itself where there are none. */
export function mendedText(path: string, text: string, choice: FixChoice = 'safe'): string {
  const { files } = mendedFiles({ [path]: text }, choice);
  return files.find(file => file.path === path)?.after ?? text;
}
