// Reads the chart templates of checked-out repositories and counts how: `npm run corpus:templates -- DIR...`. Each DIR
// holds one folder per repository. A literal `insecure*: true` counts as found where the tree has it at its place.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { templateOf } from '../../src/parse/template/lexed.ts';
import { maskedText } from '../../src/parse/template/mask.ts';
import { restored } from '../../src/parse/template/restored.ts';
import type { Template } from '../../src/parse/template/template.ts';
import { unitsOf, type Unit } from '../../src/parse/template/units.ts';
import { decodedText, type YamlNode } from '../../src/parse/yaml-node.ts';
import { piecesOf } from '../../src/parse/yaml-stream.ts';
import { readYaml } from '../../src/parse/yaml.ts';
import { SourceFile } from '../../src/text/source.ts';

const COUNTED = [
  'templates',
  'whole',
  'apart',
  'blanked',
  'unread',
  'bodies',
  'bodiesWhole',
  'literals',
  'found',
] as const;
type TemplateCounts = Record<(typeof COUNTED)[number], number>;

const WORSE = ['whole', 'apart', 'blanked', 'unread'] as const;
const LITERAL = /\b(insecure\w*)["']?[ \t]*:[ \t]*true\b/gi;

if (import.meta.filename === process.argv[1]) printTable(process.argv.slice(2));

/** Prints the counts of each repository in some folders, and of all of them together. */
function printTable(folders: readonly string[]): void {
  const table = new Map<string, TemplateCounts>();
  for (const folder of folders) {
    for (const repository of readdirSync(folder).toSorted()) {
      const counts = templateCountsOf(join(folder, repository));
      if (counts.templates > 0) table.set(repository.replace('+', '/'), counts);
    }
  }
  const all = none();
  for (const counts of table.values()) for (const name of COUNTED) all[name] += counts[name];
  process.stdout.write(`| repository | ${COUNTED.join(' | ')} |\n|---|${COUNTED.map(() => '---:|').join('')}\n`);
  for (const [name, counts] of [...table, ['all', all] as const]) {
    process.stdout.write(`| ${name} | ${COUNTED.map(counted => counts[counted].toLocaleString('en')).join(' | ')} |\n`);
  }
}

function none(): TemplateCounts {
  return { templates: 0, whole: 0, apart: 0, blanked: 0, unread: 0, bodies: 0, bodiesWhole: 0, literals: 0, found: 0 };
}

/** How the chart templates of a repository are read. What is not read whole, and what is missed, is said on stderr. */
export function templateCountsOf(repository: string): TemplateCounts {
  const counts = none();
  for (const entry of readdirSync(repository, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && /\.(?:ya?ml|tpl)$/.test(path) && isOfChart(path)) count(path, counts);
  }
  return counts;
}

/** True for what lies below a folder `templates` beside a `Chart.yaml`. */
function isOfChart(path: string): boolean {
  const parts = path.split('/');
  return parts.some(
    (part, index) => part === 'templates' && existsSync(join(parts.slice(0, index).join('/'), 'Chart.yaml')),
  );
}

function count(path: string, counts: TemplateCounts): void {
  const file = new SourceFile(path, readFileSync(path, 'utf8'));
  const units = [...unitsOf(file, 'go')];
  const found = new Set<number>();
  const isTemplate = !path.endsWith('.tpl');
  let worst = 0;
  for (const unit of units) {
    const outcome = outcomeOf(unit, found);
    if (unit.name !== undefined) {
      counts.bodies += 1;
      if (outcome !== 'unread' && outcome !== 'blanked') counts.bodiesWhole += 1;
    } else worst = Math.max(worst, WORSE.indexOf(outcome));
    if (outcome === 'unread' || outcome === 'blanked')
      process.stderr.write(`${outcome} ${path} ${unit.name ?? unit.index}\n`);
  }
  if (isTemplate) {
    counts.templates += 1;
    counts[WORSE[worst] ?? 'unread'] += 1;
  }
  for (const place of literalsIn(file)) {
    counts.literals += 1;
    if (found.has(place)) counts.found += 1;
    else process.stderr.write(`missed ${path}:${file.text.slice(0, place).split('\n').length}\n`);
  }
}

function outcomeOf(unit: Unit, found: Set<number>): (typeof WORSE)[number] {
  const reading = unit.read();
  if ('fault' in reading) return 'unread';
  for (const root of reading.roots) walk(root, found);
  if (reading.blanked.length > 0) return 'blanked';
  return reading.isParted ? 'apart' : 'whole';
}

/** The places of the literals in what is written as text: in no comment and no action. */
function literalsIn(file: SourceFile): readonly number[] {
  const template: Template = templateOf(file.text, 'go');
  const masked = maskedText(file, template);
  return [...masked.text.matchAll(LITERAL)].flatMap(({ index }) => {
    const line = masked.text.slice(masked.text.lastIndexOf('\n', index) + 1, index);
    return /(?:^|\s)#/.test(line) ? [] : [masked.span(index, index + 1).start];
  });
}

function walk(node: YamlNode, found: Set<number>): void {
  if (node.kind === 'list') for (const item of node.items) walk(item, found);
  else if (node.kind === 'map') {
    for (const { key, value } of node.pairs) {
      if (/^insecure/i.test(key.text) && value?.kind === 'scalar' && value.text === 'true') {
        const start = key.style === 'plain' ? key.start : key.start + 1;
        found.add(key.source.span(start, start + 1).start);
      }
      if (value !== undefined) walk(value, found);
    }
  } else if (/insecure/i.test(node.text)) walkText(node, found);
}

function walkText(scalar: Extract<YamlNode, { kind: 'scalar' }>, found: Set<number>): void {
  const text = decodedText(scalar);
  if (text === undefined || !/[:[]/.test(text.text)) return;
  for (const piece of piecesOf(text.text)) {
    const reading = readYaml(text, piece);
    if ('fault' in reading || reading.root === undefined || reading.root.kind === 'scalar') continue;
    walk(restored(reading.root, piece), found);
  }
}
