import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { parse, stringify } from 'yaml';
import { INSECURE } from '../edge/documents.ts';
import type { Check } from './check.ts';

const PROMSEC = join(import.meta.dirname, '../../src/index.js');

function monitorWith(field: string): string {
  return `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: a }
spec:
  selector: {}
  endpoints:
    - ${field}: 10s # as the others
      port: web
`;
}

/** A fault in each. */
const OTHER_KINDS: Readonly<Record<string, string>> = {
  Dockerfile: 'FROM prom/prometheus\nCMD ["--config.file=/etc/prometheus.yml", "--web.enable-admin-api"]\n',
  'monitor.json': JSON.stringify({
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'ServiceMonitor',
    metadata: { name: 'a' },
    spec: { selector: {}, endpoints: [{ port: 'web', scheme: 'https', tlsConfig: { insecureSkipVerify: true } }] },
  }),
  'prometheus.yml.j2': `{{ ansible_managed | comment }}\n${INSECURE}`,
  'run.sh': 'prometheus --config.file=/etc/prometheus.yml --web.enable-admin-api\n',
};

/**
 * That pre-commit itself runs the hook on what a commit changes. The hook is ours but for its language: what it installs
 * is the program that was built, so that nothing is fetched.
 */
export function preCommitChecks(scratch: string): readonly Check[] {
  const folder = join(scratch, 'repository');
  const bin = join(scratch, 'bin');
  mkdirSync(folder);
  mkdirSync(bin);
  writeFileSync(join(bin, 'promsec'), `#!/bin/sh\nexec '${process.execPath}' '${PROMSEC}' "$@"\n`);
  chmodSync(join(bin, 'promsec'), 0o755);
  const env = {
    PATH: `${bin}${delimiter}${process.env['PATH']}`,
    HOME: scratch,
    GIT_CONFIG_NOSYSTEM: '1',
    PRE_COMMIT_COLOR: 'never',
  };
  const ran = (
    command: string,
    ...words: readonly string[]
  ): { readonly status: number | null; readonly output: string } => {
    const { status, stdout, stderr } = spawnSync(command, words, {
      cwd: folder,
      env,
      encoding: 'utf8',
      timeout: 60_000,
    });
    return { status, output: stdout + stderr };
  };
  const git = (...words: readonly string[]): void => {
    const { status, output } = ran('git', '-c', 'user.name=A', '-c', 'user.email=a@example.org', ...words);
    if (status !== 0) throw new Error(output);
  };
  const committing = (
    files: Readonly<Record<string, string>>,
  ): { readonly status: number | null; readonly places: string } => {
    for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
    git('add', '--all');
    const { status, output } = ran('pre-commit', 'run');
    const places = new Set([...output.matchAll(/^ +--> (.*?):/gm)].map(([, path = '']) => path));
    return { status, places: [...places].sort().join(', ') };
  };
  const configure = (...args: readonly string[]): void => {
    // The file is ours, and pre-commit complains of what is not as it should be.
    const [hook] = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8')) as readonly [Record<string, unknown>];
    const configuration = { repos: [{ repo: 'local', hooks: [{ ...hook, language: 'system', args }] }] };
    writeFileSync(join(folder, '.pre-commit-config.yaml'), stringify(configuration));
  };
  const setUp = (): void => {
    git('init', '--quiet');
    configure();
    writeFileSync(join(folder, 'old.yml'), INSECURE);
    git('add', '--all');
    git('commit', '--quiet', '--no-verify', '--message', 'before');
  };
  const expecting = (files: Readonly<Record<string, string>>, status: number, places: string): readonly string[] => {
    const got = committing(files);
    git('commit', '--quiet', '--no-verify', '--allow-empty', '--message', 'next');
    return got.status === status && got.places === places
      ? []
      : [`${JSON.stringify(got)}, not ${status} and ${places}`];
  };
  return [
    {
      name: 'pre-commit takes the hook as it is',
      faults: () => hookFaults(ran('pre-commit', 'validate-manifest', join(process.cwd(), '.pre-commit-hooks.yaml'))),
    },
    {
      name: 'pre-commit judges the files that a commit changes, and no other',
      faults: () => {
        setUp();
        return expecting({ 'a new.yml': INSECURE, 'notes.txt': INSECURE }, 1, 'a new.yml');
      },
    },
    {
      name: 'pre-commit judges templates, JSON, scripts and Dockerfiles too',
      faults: () => expecting(OTHER_KINDS, 1, Object.keys(OTHER_KINDS).sort().join(', ')),
    },
    {
      name: 'pre-commit passes a commit that mends',
      faults: () =>
        expecting({ 'a new.yml': 'scrape_configs: []\n', Dockerfile: 'FROM scratch\n', 'run.sh': '' }, 0, ''),
    },
    {
      name: 'pre-commit with args: [--fix] has a commit mended, and passes it then',
      faults: () => {
        configure('--fix');
        const first = committing({ 'monitor.yaml': monitorWith('scrape_timeout') });
        const mended = readFileSync(join(folder, 'monitor.yaml'), 'utf8');
        const second = expecting({}, 0, '');
        const isMended = first.status === 1 && first.places === '' && mended === monitorWith('scrapeTimeout');
        return isMended ? second : [JSON.stringify(first), mended, ...second];
      },
    },
    { name: 'pre-commit does not run the hook for other files', faults: () => expecting({ 'notes.txt': 'x' }, 0, '') },
  ];
}

function hookFaults({
  status,
  output,
}: {
  readonly status: number | null;
  readonly output: string;
}): readonly string[] {
  return status === 0 ? [] : [output];
}
