import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { runningPrometheus, writeFiles, type Beside, type Compared, type Verdict } from './peer.ts';

// Said when a web configuration was read (prometheus/exporter-toolkit web/tls_config.go v0.8.2, Serve). What Go's HTTP/2
// lacks in it ends the process after that, and before it answers anybody.
const READ = /TLS is (?:en|dis)abled.* address=127\.0\.0\.1:(?<port>\d+)/;
const LONGEST_SECONDS = 30;

/** What `prometheus` itself says of configurations which its check takes, in their order. */
export async function verdictsOfPrometheus(
  compared: Compared,
  texts: readonly string[],
  beside: Beside,
): Promise<readonly Verdict[]> {
  if (compared === 'prometheus') return await runningPrometheus('prometheus', beside).verdictsOf(texts);
  if (compared !== 'web') throw new Error(`there is no server of ${compared} to ask`);
  return await Promise.all(texts.map(text => verdictOnStart(text, beside)));
}

/** Starts a Prometheus with a web configuration. One that it refuses it ends over. */
async function verdictOnStart(text: string, beside: Beside): Promise<Verdict> {
  const folder = mkdtempSync(join(tmpdir(), 'promsec-peers-'));
  writeFiles(folder, { ...beside, 'prometheus.yml': 'scrape_configs: []\n', 'web.yml': text });
  const running = spawn(
    'prometheus',
    ['--config.file=prometheus.yml', '--web.config.file=web.yml', '--web.listen-address=127.0.0.1:0'],
    { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let log = '';
  running.stderr.setEncoding('utf8').on('data', (part: string) => (log += part));
  try {
    const end = performance.now() + LONGEST_SECONDS * 1000;
    while (running.exitCode === null) {
      const port = READ.exec(log)?.groups?.['port'];
      if (port !== undefined && (await isAnsweredAt(Number(port)))) break;
      if (performance.now() > end) throw new Error(`prometheus neither serves nor ends: ${log}`);
      await pause(50);
    }
    return { isRefused: running.exitCode !== null, said: log.trim().split('\n').at(-1) ?? '' };
  } finally {
    running.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Whether a server says anything: one that speaks TLS has an answer for those that do not, too. */
async function isAnsweredAt(port: number): Promise<boolean> {
  const connection = connect(port, '127.0.0.1').setTimeout(LONGEST_SECONDS * 1000);
  try {
    connection.write('GET / HTTP/1.0\r\n\r\n');
    return await new Promise(resolve => {
      connection.once('data', () => resolve(true));
      for (const end of ['close', 'error', 'timeout']) connection.once(end, () => resolve(false));
    });
  } finally {
    connection.destroy();
  }
}
