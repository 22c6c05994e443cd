import type { Random } from './random.ts';
import { spliced, type TextMutation } from './text-mutation.ts';

/** How a language writes what it puts in and what it decides. */
interface Language {
  readonly values: readonly string[];
  /** What opens a branch, what stands between two, and what closes it. */
  readonly blocks: readonly (readonly [open: string, between: string, close: string])[];
  readonly others: readonly string[];
}

const GO: Language = {
  values: [
    '{{ .Values.a }}',
    '{{ .Values.a.b | default "x" }}',
    '{{ .Values.tls.insecureSkipVerify | default true }}',
    '{{- toYaml .Values.a | nindent 4 }}',
    '{{ include "a.b" . }}',
    '{{ $x }}',
    '{{ printf "%s:%d" .a 1 | quote }}',
    '{{ if .x }}true{{ else }}false{{ end }}',
  ],
  blocks: [
    ['{{- if .Values.a }}', '{{- else }}', '{{- end }}'],
    ['{{ if and .Values.a (not .Values.b) -}}', '{{- else if eq .c "d" }}', '{{ end -}}'],
    ['{{- range $i, $x := .Values.list }}', '{{- else }}', '{{- end }}'],
    ['{{- with .Values.a }}', '{{- else }}', '{{- end }}'],
    ['{{- define "a.b" -}}', '{{/* a */}}', '{{- end -}}'],
  ],
  others: ['{{', '}}', '{{/*', '*/}}', '{{- end }}', '{{ `', '{{ "', '{{ template "a" . }}', '{{ end'],
};
const JINJA: Language = {
  values: [
    '{{ a }}',
    "{{ a.b | default('x') }}",
    '{{ skip | default(true) | bool }}',
    '{{ lookup("env", "A") }}',
    "{{ 'a' if b else 'c' }}",
  ],
  blocks: [
    ['{% if a %}', '{% else %}', '{% endif %}'],
    ['{% if a is defined and not b -%}', '{% elif c == "d" %}', '{%- endif %}'],
    ['{% for x in y %}', '{# a #}', '{% endfor %}'],
    ['{% raw %}', '{{ a }}', '{% endraw %}'],
  ],
  others: [
    '{%',
    '%}',
    '{#',
    '#}',
    '{% endif %}',
    '{% set a = 1 %}',
    "#jinja2: lstrip_blocks: True, variable_start_string:'[['\n",
  ],
};
const TERRAFORM: Language = {
  values: ['${a}', '${a.b}', '${ a ? "x" : "y" }', '$${a}', '${jsonencode(a)}', '${"}"}'],
  blocks: [
    ['%{ if a ~}', '%{ else ~}', '%{ endif ~}'],
    ['%{ for x in y ~}', '', '%{ endfor ~}'],
  ],
  others: ['%{', '${', '%%{ if }', '%{ endif }', '${"'],
};
const LANGUAGES = [GO, GO, JINJA, TERRAFORM];

/** A value, or a part of one, that a template puts in. */
const putIn: TextMutation = (text, random) => {
  const ends = [...text.matchAll(/(?<=[:-] )[^\s#&*|>][^\n]*$/gm)];
  const value = random.of(random.of(LANGUAGES).values);
  if (ends.length === 0) return text + value;
  const { index, 0: old } = random.of(ends);
  const kept = random.isOneIn(4) ? old.slice(0, random.below(old.length)) : '';
  return spliced(text, index, index + old.length, random.isOneIn(3) ? JSON.stringify(kept + value) : kept + value);
};

/** Lines that stand under a condition, or on both sides of one. */
const decide: TextMutation = (text, random) => {
  const lines = text.split('\n');
  const start = random.below(lines.length);
  const end = start + 1 + random.below(6);
  const [open, between, close] = random.of(random.of(LANGUAGES).blocks);
  const indentation = ' '.repeat(random.isOneIn(2) ? (lines[start]?.search(/\S|$/) ?? 0) : 0);
  const taken = lines.slice(start, end);
  const other = random.isOneIn(2) ? [indentation + between, ...otherBranch(taken, random)] : [];
  return lines.toSpliced(start, end - start, indentation + open, ...taken, ...other, indentation + close).join('\n');
};

function otherBranch(lines: readonly string[], random: Random): readonly string[] {
  return random.isOneIn(2) ? lines.map(line => line.replace(/\btrue\b/, 'false')) : lines.slice(0, 1);
}

const putAnywhere: TextMutation = (text, random) => {
  const at = random.below(text.length + 1);
  const language = random.of(LANGUAGES);
  return spliced(text, at, at, random.of([...language.others, ...language.values, ...language.blocks.flat()]));
};

/** What makes a template of a text, or changes one. */
export const TEMPLATE_MUTATIONS: readonly TextMutation[] = [putIn, putIn, decide, decide, decide, putAnywhere];
