import { describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { CLEAN, INSECURE } from '../edge/documents.ts';
import { checkoutWith, folderWith, git, write } from '../edge/folder.ts';
import { elementsIn, readXml } from '../report/read-xml.ts';

const readme = readFileSync('README.md', 'utf8');
const COMMAND = join(import.meta.dirname, '../../src/index.js');

function blockIn(heading: string, language: string): string {
  const section = readme.slice(readme.indexOf(`\n## ${heading}\n`) + 1).split(/\n## /)[0] ?? '';
  const [, block] = new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\`$`, 'm').exec(section) ?? [];
  if (block === undefined) throw new Error(`${heading} shows no ${language}`);
  return block;
}

/** A job of GitLab, as far as it is used here. */
interface GitlabJob {
  readonly script: readonly string[];
  readonly artifacts: { readonly reports: { readonly codequality: string; readonly junit: string } };
}

// The block is ours, and a test below fails where it is another.
const { promsec: gitlab } = parse(blockIn('In GitLab CI', 'yaml')) as { readonly promsec: GitlabJob };
const jenkinsfile = blockIn('In Jenkins', 'groovy');
const [, jenkins = ''] = /sh '''\n([^]*?)'''/.exec(jenkinsfile) ?? [];

/** In the place of npm's: it knows one package, and has it already. */
const NPX = `#!/bin/sh\n[ "$1 $2" = '--yes promsec@1' ] || exit 127\nshift 2\nexec "$NODE" "$COMMAND" "$@"\n`;
const bin = folderWith({ npx: NPX });
chmodSync(join(bin, 'npx'), 0o755);

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a script as GitLab's runner and Jenkins do: up to the first line that fails. */
function ran(script: string, folder: string, env: Readonly<Record<string, string>> = {}): Ended {
  const path = `${bin}:${process.env['PATH']}`;
  const { status, stdout, stderr } = spawnSync('sh', ['-e', '-c', script], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: path, HOME: bin, NODE: process.execPath, COMMAND, ...env },
  });
  return { status, stdout, stderr };
}

/** A branch that adds one fault to a repository that has another. */
function branchWith(added: string): { readonly folder: string; readonly base: string } {
  const folder = checkoutWith({ 'old/prometheus.yml': INSECURE });
  git(folder, 'commit', '--quiet', '--message', 'base');
  const base = git(folder, 'rev-parse', 'HEAD');
  git(folder, 'update-ref', 'refs/remotes/origin/main', base);
  write(folder, { 'new file/prometheus.yml': added });
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--message', 'change');
  return { folder, base };
}

function failuresIn(path: string): readonly string[] {
  return elementsIn(readXml(readFileSync(path, 'utf8')), 'testcase')
    .filter(testcase => elementsIn(testcase, 'failure').length > 0)
    .map(({ attributes }) => `${attributes['name']}`.replace(/: .*/, ''));
}

const homes = [
  {
    home: 'GitLab CI',
    script: gitlab.script.join('\n'),
    junit: gitlab.artifacts.reports.junit,
    list: gitlab.artifacts.reports.codequality,
    change: (base: string) => ({ CI_MERGE_REQUEST_DIFF_BASE_SHA: base }),
  },
  {
    home: 'Jenkins',
    script: jenkins,
    junit: /junit '(.*)'/.exec(jenkinsfile)?.[1] ?? '',
    list: /checkStyle\(pattern: '(.*)'\)/.exec(jenkinsfile)?.[1] ?? '',
    change: () => ({ CHANGE_TARGET: 'main' }),
  },
];

describe.each(homes)('what the README shows for $home', ({ script, junit, list, change }) => {
  test('fails for what a change brings, and has what was there before in the list alone', () => {
    const { folder, base } = branchWith(INSECURE);
    const { status, stdout, stderr } = ran(script, folder, change(base));
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout).toContain('--> new file/prometheus.yml:');
    expect(stdout).not.toContain('--> old/prometheus.yml:');
    expect(new Set(failuresIn(join(folder, junit)))).toEqual(new Set(['new file/prometheus.yml']));
    expect(pathsIn(readFileSync(join(folder, list), 'utf8'))).toEqual([
      'new file/prometheus.yml',
      'old/prometheus.yml',
    ]);
  });

  test('passes a change that brings nothing', () => {
    const { folder, base } = branchWith(CLEAN);
    expect(ran(script, folder, change(base))).toMatchObject({ status: 0, stderr: '' });
    expect(failuresIn(join(folder, junit))).toEqual([]);
  });

  test('counts everything where there is no change', () => {
    const { folder } = branchWith(CLEAN);
    expect(ran(script, folder)).toMatchObject({ status: 1, stderr: '' });
    expect(new Set(failuresIn(join(folder, junit)))).toEqual(new Set(['old/prometheus.yml']));
  });

  test('fails at once, and says why, where it cannot compare', () => {
    const { folder } = branchWith(INSECURE);
    git(folder, 'update-ref', '-d', 'refs/remotes/origin/main');
    const { status, stdout, stderr } = ran(script, folder, change('5ca1ab1e5ca1ab1e5ca1ab1e5ca1ab1e5ca1ab1e'));
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^promsec: /);
  });
});

function pathsIn(list: string): readonly string[] {
  const paths = [...list.matchAll(/(?:"path": |<file name=)"([^"]*)"/g)].map(([, path = '']) => path);
  return [...new Set(paths)];
}
