// A process that runs test files without a mutant, to see how long each test takes and which mutants it reaches:
// `node measure.js PROJECT COUNT-OF-MUTANTS`. Each message it is sent is the name of a file, and it answers with a
// `MeasuredFile`; to an empty name, with what loading the engine alone reaches.
import { packed, type MeasuredFile, type MeasuredTest } from './measurement.ts';
import { countInto } from './switch.ts';
import { loadEngine, loadedTests, passes } from './tests.ts';

const OFTEN = 1000;

const [project = '', count = ''] = process.argv.slice(2);
const counts = new Uint32Array(Number(count));
const most = new Uint32Array(counts.length);

function takeReached(): string {
  const reached = packed(counts);
  counts.forEach((hits, mutant) => (most[mutant] = Math.max(hits, most[mutant] ?? 0)));
  counts.fill(0);
  return reached;
}

function takeOften(): MeasuredFile['hits'] {
  const often = [...most].flatMap((hits, mutant) => (hits > OFTEN ? [[mutant, hits] as const] : []));
  most.fill(0);
  return often;
}

async function measured(file: string): Promise<MeasuredFile> {
  const before = process.cpuUsage();
  const bodies = file === '' ? [] : await loadedTests(project, file);
  const whileLoading = file === '' ? await atStart : takeReached();
  const loading = millisecondsSince(before);
  const tests: MeasuredTest[] = [];
  for (const { name, body } of bodies) {
    const start = process.cpuUsage();
    const isPassing = await passes(body);
    tests.push({ name, isPassing, milliseconds: millisecondsSince(start), reached: takeReached() });
  }
  return { file, whileLoading, loading, tests, hits: takeOften() };
}

function millisecondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

countInto(counts);
const atStart = loadEngine(project).then(takeReached);
process.on('message', (file: string) => {
  void atStart.then(() => measured(file)).then(answer => process.send?.(answer));
});
