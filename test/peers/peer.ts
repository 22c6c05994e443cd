import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { verdictsOnCheck, type Checking } from './check.ts';
import { verdictsOnReload, type Reloading } from './reload.ts';

/** What a side says of a document: what is wrong with it, or nothing. */
export interface Verdict {
  readonly isRefused: boolean;
  readonly said: string;
}

/** A program that tells whether a process would take a configuration. */
export interface Peer {
  readonly name: string;
  /** As `3.5`. */
  readonly version: string;
  /** What it says of each text, in their order. */
  verdictsOf(texts: readonly string[]): Promise<readonly Verdict[]>;
}

/** What is compared, named as its facts are. */
export type Compared = 'prometheus' | 'web' | 'alertmanager' | 'blackbox';

/** What the configuration is usually called. */
export const FILE_NAMES: Readonly<Record<Compared, string>> = {
  prometheus: 'prometheus.yml',
  web: 'web.yml',
  alertmanager: 'alertmanager.yml',
  blackbox: 'blackbox.yml',
};

/** Files by name, beside the configuration. */
export type Beside = Readonly<Record<string, string>>;

const CHECKS = {
  prometheus: {
    program: 'promtool',
    arguments: ['check', 'config', '--syntax-only', '--lint=none'],
    beginning: /^Checking .*$/gm,
    success: /^ SUCCESS/m,
  },
  web: {
    program: 'promtool',
    arguments: ['check', 'web-config'],
    beginning: /^\d+\.yml (?=SUCCESS|FAILED)/gm,
    success: /^SUCCESS/,
  },
  alertmanager: {
    program: 'amtool',
    arguments: ['check-config'],
    beginning: /^Checking '.*?'/gm,
    success: /^ {2}SUCCESS/,
  },
} as const satisfies Record<string, Checking>;

const BLACKBOX: Reloading = {
  // Its check takes one file, which is a process for each; that of a reload is the same.
  program: 'prometheus-blackbox-exporter',
  arguments: address => ['--config.file=blackbox.yml', `--web.listen-address=${address}`],
  file: 'blackbox.yml',
  taken: 'modules: {}\n',
};

/** The peer that is installed for a program; an error in one line where there is none. */
export function installedPeer(compared: Compared, beside: Beside): Peer {
  if (compared === 'blackbox') return reloadingPeer(BLACKBOX, beside);
  const checking = CHECKS[compared];
  return peer(checking.program, beside, (folder, texts) => verdictsOnCheck(checking, folder, texts));
}

/** A running Prometheus: beside what it cannot load it refuses what it cannot apply. */
export function runningPrometheus(program: string, beside: Beside): Peer {
  const flags = ['--config.file=prometheus.yml', '--storage.tsdb.path=storage', '--web.enable-lifecycle'];
  return reloadingPeer(
    {
      program,
      arguments: address => [...flags, `--web.listen-address=${address}`],
      file: 'prometheus.yml',
      taken: 'scrape_configs: []\n',
    },
    beside,
  );
}

function reloadingPeer(reloading: Reloading, beside: Beside): Peer {
  return peer(reloading.program, beside, (folder, texts) => verdictsOnReload(reloading, folder, texts));
}

function peer(
  program: string,
  beside: Beside,
  verdictsIn: (folder: string, texts: readonly string[]) => Promise<readonly Verdict[]>,
): Peer {
  const version = versionOf(program);
  return {
    name: `${program} ${version}`,
    version,
    async verdictsOf(texts) {
      const folder = mkdtempSync(join(tmpdir(), 'promsec-peers-'));
      try {
        writeFiles(folder, beside);
        return await verdictsIn(folder, texts);
      } finally {
        rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
      }
    },
  };
}

/** Writes files by their names in a folder. */
export function writeFiles(folder: string, files: Beside): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

function versionOf(program: string): string {
  const { stdout, stderr, error } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  const version = /version (\d+\.\d+)\.\d+/.exec(`${stdout}${stderr}`)?.[1];
  if (version === undefined) throw new Error(`${program} is not installed: ${error?.message ?? stderr}`);
  return version;
}
