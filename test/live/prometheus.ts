import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Outcome, Situation } from './situation.ts';
import { startTarget, type Target } from './targets.ts';

const PATIENCE_IN_SECONDS = 120;

/** The `prometheus` that is installed: its version, and the minor version of the Go 1 that it is built with. */
interface InstalledPrometheus {
  readonly version: string;
  readonly go: number;
}

/** The `prometheus` on the path; an error in one line where there is none. */
export function installedPrometheus(): InstalledPrometheus {
  const { stdout, stderr, error } = spawnSync('prometheus', ['--version'], { encoding: 'utf8' });
  const [, version, go] =
    /^prometheus, version (\d+\.\d+\.\d+)[^]*go version: +go1\.(\d+)/m.exec(`${stdout}${stderr}`) ?? [];
  if (version === undefined || go === undefined) {
    throw new Error(`prometheus is not installed: ${error?.message ?? stderr} (Debian: apt-get install prometheus)`);
  }
  return { version, go: Number(go) };
}

/** The folder, in that of the configuration, that holds the files of a situation. */
export function folderOf(index: number): string {
  return `${index}`;
}

/**
 * What Prometheus makes of each situation, in their order: one Prometheus scrapes them all, each as a job of its own.
 * @param systemRoots PEM that it takes for the roots of the machine
 */
export async function outcomesOf(situations: readonly Situation[], systemRoots: string): Promise<readonly Outcome[]> {
  const folder = mkdtempSync(join(tmpdir(), 'promsec-live-'));
  const targets: Target[] = [];
  try {
    for (const { server } of situations) targets.push(await startTarget(server));
    writeFileSync(join(folder, 'system-roots.pem'), systemRoots);
    situations.forEach((situation, index) => writeFiles(situation, join(folder, folderOf(index))));
    writeFileSync(join(folder, 'prometheus.yml'), configurationOf(situations, targets));
    return await scraped(folder, situations.length);
  } finally {
    for (const target of targets) target.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeFiles({ files }: Situation, folder: string): void {
  mkdirSync(folder);
  for (const [name, content] of files) {
    if (content === 'directory') mkdirSync(join(folder, name));
    else writeFileSync(join(folder, name), content);
  }
}

/** Each job is named after its place. JSON is YAML. */
function configurationOf(situations: readonly Situation[], targets: readonly Target[]): string {
  const interval = `${Math.ceil(2 + situations.length / 100)}s`;
  const jobs = situations.map(({ scheme, host, client }, index) => ({
    job_name: `${index}`,
    scheme,
    tls_config: Object.fromEntries(
      Object.entries(client).map(([key, value]) => [
        key,
        key.endsWith('_file') ? `${folderOf(index)}/${value}` : value,
      ]),
    ),
    static_configs: [{ targets: [`${host}:${targets[index]?.port}`] }],
  }));
  return JSON.stringify({ global: { scrape_interval: interval, scrape_timeout: interval }, scrape_configs: jobs });
}

async function scraped(folder: string, count: number): Promise<readonly Outcome[]> {
  const port = await freePort();
  const prometheus = spawn(
    'prometheus',
    ['--config.file=prometheus.yml', '--storage.tsdb.path=storage', `--web.listen-address=127.0.0.1:${port}`],
    {
      cwd: folder,
      env: {
        PATH: process.env['PATH'],
        SSL_CERT_FILE: join(folder, 'system-roots.pem'),
        SSL_CERT_DIR: join(folder, 'no-folder'),
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  let log = '';
  prometheus.stderr.setEncoding('utf8').on('data', (text: string) => (log += text));
  try {
    return await outcomes(prometheus, port, count, () => log);
  } finally {
    prometheus.kill('SIGKILL');
  }
}

async function outcomes(
  prometheus: ChildProcess,
  port: number,
  count: number,
  log: () => string,
): Promise<readonly Outcome[]> {
  const jobs = Array.from({ length: count }, (_, index) => `${index}`);
  let missing: readonly string[] = jobs;
  for (let second = 0; second < PATIENCE_IN_SECONDS; second += 1) {
    await pause(1000);
    if (prometheus.exitCode !== null) throw new Error(`prometheus ended:\n${log()}`);
    const known = new Map([...droppedJobs(log()), ...(await targetOutcomes(port))]);
    missing = jobs.filter(job => !known.has(job));
    if (missing.length === 0) return jobs.flatMap(job => known.get(job) ?? []);
  }
  throw new Error(`after ${PATIENCE_IN_SECONDS} seconds nothing is known of the jobs ${missing.join(', ')}:\n${log()}`);
}

/** The jobs that Prometheus says that it could not make, which have no target; from the lines of its log (logfmt). */
function droppedJobs(log: string): ReadonlyMap<string, Outcome> {
  const lines = log.matchAll(/msg="error creating new scrape pool".*? err=("(?:[^"\\]|\\.)*") scrape_pool=(\S+)/g);
  return new Map(
    [...lines].map(([, error = '""', job = '']) => [
      job,
      { isScraped: false, isDropped: true, error: JSON.parse(error) },
    ]),
  );
}

/** What `/api/v1/targets` says of the targets that have been scraped, by job. */
async function targetOutcomes(port: number): Promise<ReadonlyMap<string, Outcome>> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/targets?state=active`).catch(() => undefined);
  if (answer?.ok !== true) return new Map();
  const { data } = (await answer.json()) as Targets; // the API of Prometheus has had this form since 2.0
  const seen = data.activeTargets.filter(({ health }) => health !== 'unknown');
  return new Map(seen.map(({ scrapePool, health, lastError }) => [scrapePool, outcomeOf(health, lastError)]));
}

interface Targets {
  readonly data: { readonly activeTargets: readonly ActiveTarget[] };
}

interface ActiveTarget {
  readonly scrapePool: string;
  readonly health: 'up' | 'down' | 'unknown';
  readonly lastError: string;
}

function outcomeOf(health: string, error: string): Outcome {
  return health === 'up' ? { isScraped: true } : { isScraped: false, isDropped: false, error };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // an address with a port, since it does not listen on a socket file
  server.close();
  await once(server, 'close');
  return port;
}
