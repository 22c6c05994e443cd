import { caseOf } from './fuzz-case.ts';
import { faultsOf } from './examination.ts';
import { fixtures } from './fixtures.ts';
import { shrunk } from './shrunk.ts';

/** What a case shows, and as little of its files as shows the same, for people. */
export function fuzzedCase(seed: number, number: number): string {
  const fuzzCase = caseOf(seed, number, fixtures());
  const faults = faultsOf(fuzzCase);
  const [first] = faults;
  const told = faults.map(({ check, what }) => `${check}: ${what}`);
  if (first === undefined) return `case ${number} (${fuzzCase.original.name}) shows no fault`;
  const { files } = shrunk(fuzzCase, first, faultsOf);
  const parts = Object.entries(files).map(([path, content]) => `--- ${JSON.stringify(path)}\n${written(content)}`);
  return [`case ${number} (${fuzzCase.original.name})`, ...told, ...parts].join('\n');
}

/** Text as it stands where all of it can be seen, and else as a string of JavaScript; bytes in base64. */
function written(content: string | Uint8Array): string {
  if (typeof content !== 'string') return `${Buffer.from(content).toString('base64')} (base64)`;
  return /^[\n\x20-\x7e]*$/.test(content) ? content : JSON.stringify(content);
}
