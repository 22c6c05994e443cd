import { expect, test } from '@jest/globals';
import { commandLinesOf, mountsOf, sketchesOf } from './command-sketch.ts';

type Row = readonly [name: string, text: string, sketches: readonly (readonly string[])[]];

const SCRIPTS: readonly Row[] = [
  [
    'a server by itself, behind words that start it',
    'sudo -u prometheus nohup ./prometheus --config.file=a.yml >log 2>&1 &\n',
    [['script "run.sh": prometheus', 'config.file=a.yml <- --config.file=a.yml']],
  ],
  [
    'a container, its command on several lines',
    'docker run -d --name p -p 9090:9090 \\\n  prom/prometheus:v3 \\\n  --config.file=/a.yml --web.enable-admin-api\n',
    [
      [
        'script "run.sh": prometheus, published',
        'config.file=/a.yml <- --config.file=/a.yml',
        'web.enable-admin-api <- --web.enable-admin-api',
      ],
    ],
  ],
  [
    'options without a value, and those that have theirs in the same word',
    'podman container run -dit --rm --network=host prom/prometheus --config.file=/a.yml\n',
    [['script "run.sh": prometheus, published', 'config.file=/a.yml <- --config.file=/a.yml']],
  ],
  [
    'quotes',
    `prometheus '--web.cors.origin=a|b' "--config.file=$DIR/a.yml"\n`,
    [
      [
        'script "run.sh": prometheus',
        "web.cors.origin=a|b <- '--web.cors.origin=a|b'",
        'config.file=($DIR/a.yml) <- "--config.file=$DIR/a.yml"',
      ],
    ],
  ],
  ['flags of a variable', 'prometheus "$@"\n', [['script "run.sh": prometheus, partial']]],
  ['a comment', '# prometheus --config.file=a.yml\n', []],
  ['a command that is printed', 'echo prometheus --config.file=a.yml\n', []],
  ['a here document', 'cat <<-"EOF"\nprometheus --config.file=a.yml\nEOF\n', []],
  ['another entry point', 'docker run --entrypoint promtool prom/prometheus check config --config.file=a\n', []],
  ['another image', 'docker run -p 9090:9090 tools/gateway --web.enable-admin-api\n', []],
  ['another verb', 'docker pull prom/prometheus --web.enable-admin-api\n', []],
];

test.each(SCRIPTS)('script: %s', (_name, text, sketches) => {
  expect(sketchesOf('run.sh', text)).toEqual(sketches);
});

const MAKEFILES: readonly Row[] = [
  [
    'a recipe',
    "A = '\nrun: # it's\n\t@prometheus \\\n\t  --config.file=a.yml\n",
    [['makefile "Makefile": prometheus', 'config.file=a.yml <- --config.file=a.yml']],
  ],
  ['a variable', 'RUN = prometheus --config.file=a.yml\n', []],
];

test.each(MAKEFILES)('makefile: %s', (_name, text, sketches) => {
  expect(sketchesOf('ops/Makefile', text)).toEqual(sketches);
});

test('relative volumes begin at the folder of the file, and so do the paths of a recipe', () => {
  const run = 'docker run -v "$PWD/a:/a" --volume=$(CURDIR)/b:/b:ro -v c:/c prom/prometheus --config.file=/a/p.yml';
  const lines = commandLinesOf('ops/Makefile', `run:\n\t${run}\n\tprometheus --config.file=a.yml\n`);
  expect(lines.map(line => ({ mounts: mountsOf(line), folder: line.folder }))).toEqual([
    { mounts: { '/a': 'ops/a', '/b': 'ops/b', '/c': '-' }, folder: undefined },
    { mounts: {}, folder: 'ops' },
  ]);
});

const UNITS: readonly Row[] = [
  [
    'several lines with a comment among them',
    '[Service]\nExecStart=-/usr/bin/prometheus \\\n  --config.file=a.yml \\\n  # --web.enable-admin-api \\\n  --web.enable-lifecycle\nUser=a\n',
    [
      [
        'unit "a.service": prometheus, published',
        'config.file=a.yml <- --config.file=a.yml',
        'web.enable-lifecycle <- --web.enable-lifecycle',
      ],
    ],
  ],
  ['a shell', '[Service]\nExecStart=/bin/sh -c "prometheus --config.file=a.yml"\n', []],
  [
    'a container',
    '[Service]\nExecStart=/usr/bin/podman run --net host prom/prometheus --config.file=/a.yml\n',
    [['unit "a.service": prometheus, published', 'config.file=/a.yml <- --config.file=/a.yml']],
  ],
  [
    'a variable',
    '[Service]\nExecStart=/usr/bin/prometheus --config.file=${A} $ARGS\n',
    [['unit "a.service": prometheus, partial, published', 'config.file=(${A}) <- --config.file=${A}']],
  ],
  ['a command that is taken back', '[Service]\nExecStart=/usr/bin/prometheus --config.file=a\nExecStart=\n', []],
  ['a comment', '[Service]\n# ExecStart=/usr/bin/prometheus --config.file=a\n', []],
  ['another command', '[Service]\nExecReload=/usr/bin/prometheus --config.file=a\n', []],
];

test.each(UNITS)('unit: %s', (_name, text, sketches) => {
  expect(sketchesOf('units/a.service', text)).toEqual(sketches);
});
