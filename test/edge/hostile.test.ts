import { expect, test } from '@jest/globals';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { checkoutWith, folderWith } from './folder.ts';
import { runStep, type StepOutcome } from './runner.ts';

const COMMANDS = [
  '::error::x',
  '##[error]x',
  '##[set-output name=passed]true',
  '#\u200b#[add-mask]e',
  '::stop-commands::x',
  '::add-matcher::x',
  '%0A::error::x',
  '%0a::warning file=a::x',
  '\r::error::x',
  '\u2028::error::x',
  '\u0085::error::x',
  '\u001b[2J::error::x',
  '\u202e::error::x',
  '::error file=a,line=1::x',
];

/** Ours: findings with their rule as the title, and the one that fails the step. */
function expectOnlyOurs({ commands, log }: StepOutcome): void {
  const foreign = commands.filter(
    ({ name, properties, data }) =>
      !(['error', 'warning', 'notice'].includes(name) && /^[a-z-]+$/.test(properties['title'] ?? '')) &&
      !(name === 'error' && Object.keys(properties).length === 0 && data.startsWith('promsec found ')),
  );
  expect(foreign).toEqual([]);
  expect(unseenCharactersIn(log)).toEqual([]);
}

/**
 * What no log of ours shows, since it would move the cursor or hide what follows; of commands the runner shows the
 * message alone.
 */
function unseenCharactersIn(log: string): readonly string[] {
  const shown = log.replace(/^::(?:error|warning|notice) [^\n]*?::/gm, '');
  return [...shown].filter(character => character !== '\n' && /[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/u.test(character));
}

test('commands in configurations are no commands', () => {
  const contents = COMMANDS.map((hostile, index) => [`f${index}/prometheus.yml`, configurationWith(hostile)] as const);
  const outcome = runStep(checkoutWith(Object.fromEntries(contents)));
  expectOnlyOurs(outcome);
  expect(Number(outcome.outputs['errors'])).toBeGreaterThanOrEqual(2 * COMMANDS.length);
  expect(outcome.log).not.toContain('unreadable-file');
});

/** Two clients that do not verify, and a command wherever a text may stand. */
function configurationWith(hostile: string): string {
  const quoted = JSON.stringify(hostile);
  const plain = /\p{Cc}|\u2028/u.test(hostile) ? '' : hostile;
  return `# ${plain}
scrape_configs:
  - job_name: ${quoted}
    tls_config:
      insecure_skip_verify: true # ${plain}
    basic_auth: { username: ${quoted}, password: ${quoted} }
  # ${plain}
  - job_name: |
      ${plain}
    metrics_path: ${quoted}
    tls_config: { insecure_skip_verify: true, server_name: ${quoted} }
    # promsec-ignore: inline-secret ${plain}
    bearer_token: a-token-of-some-length # promsec-ignore: nonsense ${plain}
`;
}

test('commands in the names of files and folders are no commands', () => {
  const names = COMMANDS.map(hostile => `${hostile.replaceAll('/', '_')}\n::error::x`);
  const unverified = 'scrape_configs:\n- job_name: a\n  tls_config:\n    insecure_skip_verify: true\n';
  const contents = names.flatMap((name, index) => [
    [`${name}/prometheus.yml`, unverified],
    [
      `${name}/web.yml`,
      index % 2 === 0 ? 'a: [' : 'basic_auth_users: { a: plain }\ntls_server_config: { cert_file: a, key_file: b }\n',
    ],
  ]);
  const outcome = runStep(checkoutWith(Object.fromEntries(contents)), { inputs: { 'sarif-file': 'a.sarif' } });
  expectOnlyOurs(outcome);
  expect(outcome.outputs).toMatchObject({ errors: String(2 * names.length), 'sarif-file': 'a.sarif' });
  const files = outcome.annotations.flatMap(({ file }) => file ?? []);
  expect(files).toHaveLength(9);
  const paths = contents.map(([path]) => path);
  for (const file of files) expect(paths).toContain(file);
});

test('commands in the configuration file and in inputs make no command but our error', () => {
  const all = COMMANDS.join('\n');
  const keys = COMMANDS.map(hostile => `${JSON.stringify(hostile)}: 1\n`);
  const workspace = checkoutWith({ '.promsec.yml': `version: 1\n${keys.join('')}` });
  for (const inputs of [
    {},
    { path: all },
    { 'fail-on': all },
    { config: all },
    { 'expiry-days': all },
    { pedantic: all },
  ]) {
    const { status, commands, log } = runStep(workspace, { inputs });
    expect({ status, names: commands.map(({ name }) => name) }).toEqual({ status: 2, names: ['error'] });
    expect(unseenCharactersIn(log)).toEqual([]);
  }
});

test('a secret is in no annotation, log, summary or output', () => {
  const secret = 'correct-horse-battery-staple';
  const text = `remote_write:
  - url: https://user:${secret}@metrics.example.com/
    basic_auth: { username: u, password: ${secret} }
    authorization: { credentials: '${secret}' }
`;
  const workspace = checkoutWith({
    'prometheus.yml': text,
    'web.yml': `basic_auth_users: { ops: ${secret} }\n`,
    '.promsec.yml': 'version: 1\n',
    'below/prometheus.yml': `password: ${secret}\na: "`,
  });
  symlinkSync(join(folderWith({ 'prometheus.yml': text }), 'prometheus.yml'), join(workspace, 'web-config.yml'));
  const { log, summary, outputs, annotations } = runStep(workspace);
  expect(annotations.length).toBeGreaterThan(3);
  expect(log + summary + JSON.stringify(outputs)).not.toContain(secret);
});
