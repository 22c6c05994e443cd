import { parse } from '@babel/parser';

const FIELDS = ['explanation', 'bad', 'good'];

/**
 * The text of a bundle without what rules say at length, and that as JSON: by rule, the fields that are written out in
 * full. It is a seventh of the bundle, and a run that finds nothing needs none of it (`npm run bench`).
 *
 * @param file where the JSON will be, beside the bundle; it is read when a field is first asked for.
 */
export function withoutRuleTexts(text, file) {
  const { program } = parse(text, { sourceType: 'script' });
  const texts = {};
  const edits = [];
  for (const { id, fields } of rulesIn(program)) {
    texts[id] = Object.fromEntries(fields.map(({ name, value }) => [name, value]));
    for (const { name, start, end } of fields) {
      edits.push({ start, end, made: `get ${name}(){return ruleTexts(${JSON.stringify(id)}).${name}}` });
    }
  }
  if (edits.length === 0) throw new Error('the bundle has no rules where they used to be');
  const shebangEnd = text.indexOf('\n') + 1;
  edits.push({ start: shebangEnd, end: shebangEnd, made: `${readerOf(file)}\n` });
  const shortened = edits
    .sort((a, b) => b.start - a.start)
    .reduce((result, { start, end, made }) => result.slice(0, start) + made + result.slice(end), text);
  return { text: shortened, json: `${JSON.stringify(texts)}\n` };
}

function readerOf(file) {
  const read = `JSON.parse(require("fs").readFileSync(__dirname+"/${file}","utf8"))`;
  return `var ruleTextsById;function ruleTexts(id){return(ruleTextsById??=${read})[id]}`;
}

/** The rules of a bundle: objects with an `id` and an `explanation` that are written out. */
function* rulesIn(node) {
  if (node.type === 'ObjectExpression') {
    const id = valueOf(propertyNamed('id', node)?.value);
    const fields = FIELDS.flatMap(name => fieldOf(propertyNamed(name, node)) ?? []);
    if (typeof id === 'string' && fields.some(({ name }) => name === 'explanation')) yield { id, fields };
  }
  for (const child of Object.values(node).flat()) {
    if (typeof child?.type === 'string') yield* rulesIn(child);
  }
}

function fieldOf(property) {
  const value = valueOf(property?.value);
  return value === undefined ? undefined : { name: nameOf(property), value, start: property.start, end: property.end };
}

function propertyNamed(name, { properties }) {
  return properties.find(property => property.type === 'ObjectProperty' && nameOf(property) === name);
}

function nameOf({ key }) {
  return key.name ?? key.value;
}

/** A text, or an object of texts, that is written out; `undefined` for anything that has to be worked out. */
function valueOf(node) {
  if (node?.type === 'StringLiteral') return node.value;
  if (node?.type === 'TemplateLiteral' && node.expressions.length === 0) return node.quasis[0].value.cooked;
  if (node?.type !== 'ObjectExpression') return undefined;
  const entries = node.properties.map(property => [
    property.type === 'ObjectProperty' && !property.computed ? nameOf(property) : undefined,
    valueOf(property.value),
  ]);
  const isWhole = entries.every(([name, value]) => name !== undefined && value !== undefined);
  return isWhole ? Object.fromEntries(entries) : undefined;
}
