import { expect, test } from '@jest/globals';
import { sketchesOf } from './command-sketch.ts';

const UNIT = `{{ ansible_managed | comment }}
[Service]
Environment="GOMAXPROCS={{ cores | default(2) }}"
ExecStart={{ bin_dir }}/prometheus \\
  --storage.tsdb.path={{ data_dir }} \\
{% if version is version('2.24.0', '>=') %}
  --web.config.file={{ config_dir }}/web.yml \\
{% else %}
  --web.listen-address=127.0.0.1:9090 \\
  {%- endif %}
  --config.file={{ config_dir | default('/etc/a b') }}/prometheus.yml \\
  --web.enable-lifecycle
User={{ user }}
`;

test('a unit that is a Jinja template has the flags of all its branches, with what is put in unknown', () => {
  expect(sketchesOf('templates/prometheus.service.j2', UNIT)).toEqual([
    [
      'unit "prometheus.service.j2": prometheus, published',
      'storage.tsdb.path=({{}}) <- --storage.tsdb.path={{ data_dir }}',
      'web.config.file=({{}}/web.yml) <- --web.config.file={{ config_dir }}/web.yml',
      'web.listen-address=127.0.0.1:9090 <- --web.listen-address=127.0.0.1:9090',
      "config.file=({{}}/prometheus.yml) <- --config.file={{ config_dir | default('/etc/a b') }}/prometheus.yml",
      'web.enable-lifecycle <- --web.enable-lifecycle',
    ],
  ]);
});

const OPEN = `[Service]
ExecStart=/usr/bin/prometheus --config.file=/a.yml \\
{% for flag, value in flags.items() %}
  --{{ flag }}={{ value }} \\
{% endfor %}
  --web.enable-admin-api
`;

test('flags that a loop makes leave open which others there are', () => {
  expect(sketchesOf('a.service.j2', OPEN)).toEqual([
    [
      'unit "a.service.j2": prometheus, partial, published',
      'config.file=/a.yml <- --config.file=/a.yml',
      'web.enable-admin-api <- --web.enable-admin-api',
    ],
  ]);
});

test.each([
  ['run.sh.tpl', 'prometheus ${join(" ", [for f in flags : "--${f}"])} --config.file=a.yml\n'],
  ['run.sh.tmpl', 'prometheus {{ range .Flags }}{{ . }} {{ end }} --config.file=a.yml\n'],
  ['run.sh.j2', 'prometheus {% if a %}--web.config.file=b{% endif %} --config.file=a.yml\n'],
])('words that stand between actions of %s leave open which flags there are', (path, text) => {
  expect(sketchesOf(path, text)).toEqual([
    [`script "${path}": prometheus, partial`, 'config.file=a.yml <- --config.file=a.yml'],
  ]);
});

test('a recipe of a makefile that is a template is one', () => {
  expect(sketchesOf('Makefile.j2', 'run:\n\tprometheus --config.file={{ dir }}/a.yml\n')).toEqual([
    ['makefile "Makefile.j2": prometheus', 'config.file=({{}}/a.yml) <- --config.file={{ dir }}/a.yml'],
  ]);
});
