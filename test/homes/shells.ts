import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fishCompletion } from '../../src/edge/cli/completion/fish.ts';
import { OFFERS } from '../../src/edge/cli/completion/offers.ts';
import { zshCompletion } from '../../src/edge/cli/completion/zsh.ts';
import type { Check } from './check.ts';

/** What is typed before the tabulator key, and what then stands there. */
const TYPED: readonly (readonly [typed: string, completed: string])[] = [
  ['promsec me', 'promsec merge'],
  ['promsec expl', 'promsec explain'],
  ['promsec explain weak-tls', 'promsec explain weak-tls-version'],
  ['promsec completion fi', 'promsec completion fish'],
  ['promsec --fail-on ne', 'promsec --fail-on never'],
  ['promsec --fail-on=ne', 'promsec --fail-on=never'],
  ['promsec --format ju', 'promsec --format junit'],
  ['promsec certificates --format ic', 'promsec certificates --format ical'],
  ['promsec --ped', 'promsec --pedantic'],
  ['promsec deploy --ped', 'promsec deploy --pedantic'],
  ['promsec hash --cos', 'promsec hash --cost'],
  ['promsec --scope ch', 'promsec --scope changed-lines'],
  ['promsec --base feat', 'promsec --base feature'],
  // Anybody names a branch, and nothing of a name may be run.
  ['promsec --base hostile', 'promsec --base hostile$(touch${IFS}pwned)'],
  ['promsec --output repo', 'promsec --output report.sarif'],
  ['promsec --fix=dr', 'promsec --fix=dry-run'],
  ['promsec --fix depl', 'promsec --fix deploy/'],
  ['promsec --baseline=repo', 'promsec --baseline=report.sarif'],
  ['promsec --baseline me', 'promsec --baseline merge'],
  ['promsec lint depl', 'promsec lint deploy/'],
  ['promsec depl', 'promsec deploy/'],
];

/** That zsh and fish complete as they should. @param folder a checkout with what {@link TYPED} speaks of. */
export function shellChecks(folder: string, scratch: string): readonly Check[] {
  const zsh = join(scratch, 'completion.zsh');
  const fish = join(scratch, 'completion.fish');
  writeFileSync(zsh, zshCompletion(OFFERS));
  writeFileSync(fish, fishCompletion(OFFERS));
  return TYPED.flatMap(([typed, completed]) => [
    { name: `zsh completes \`${typed}\``, faults: () => faultsOf(inZsh(typed, zsh, folder, scratch), completed) },
    { name: `fish completes \`${typed}\``, faults: () => faultsOf(inFish(typed, fish, folder, scratch), completed) },
  ]);
}

function faultsOf(got: string, wanted: string): readonly string[] {
  return got === wanted ? [] : [`it makes ${JSON.stringify(got)} of it, not ${JSON.stringify(wanted)}`];
}

/** A terminal of its own, in which `promsec` says what it was called with. */
const IN_ZSH = `
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "PROMPT= RPROMPT=; unsetopt zle_bracketed_paste; autoload -Uz compinit && compinit -u -D"
zpty -w shell "setopt no_auto_remove_slash; source $1; promsec() { print -r -- \\"<<\\$*>>\\" }; print rea''dy"
zpty -r shell line '*ready*'
zpty -n -w shell "$2"$'\\t'
zpty -n -w shell $'\\n'
zpty -r shell line '*<<*>>*'
print -r -- "\${\${line##*<<}%%>>*}"
zpty -d shell
`;

function inZsh(typed: string, script: string, cwd: string, home: string): string {
  const env = { PATH: process.env['PATH'], HOME: home, TERM: 'dumb' };
  const words = ['-f', '-c', IN_ZSH, 'zsh', script, typed];
  return `promsec ${execFileSync('zsh', words, { cwd, encoding: 'utf8', env, timeout: 20_000 }).trimEnd()}`;
}

/** The one thing that fish offers in the place of the last word. */
function inFish(typed: string, script: string, cwd: string, home: string): string {
  const asked = 'function promsec; end; source $argv[1]; complete --do-complete $argv[2]';
  const env = { PATH: process.env['PATH'], HOME: home };
  const output = execFileSync('fish', ['--no-config', '-c', asked, script, typed], { cwd, encoding: 'utf8', env });
  const offered = output.split('\n').flatMap(line => (line === '' ? [] : [line.replace(/\t.*/, '')]));
  return typed.replace(/\S*$/, offered.join(' or '));
}
