import { modulesIn, programOf } from './bundled-modules.mjs';
import { freeNames, isFunction } from './free-names.mjs';
import { edited } from './later-modules.mjs';
import { movableIn, usesThis } from './movable-code.mjs';

/** How much longer a function has to be than what stands in its place, in characters. */
const LEAST_GAIN = 30;

/**
 * A bundle without the functions that usual runs do not call, nor the constants and classes that those alone use. V8
 * looks over each function of a file before it runs any of them (`npm run bench`).
 *
 * They are in another file: for each module a function that takes the variables that they use and gives those of them that
 * are used in the bundle. A call stands there in their place. The first is made when all of the module has run, since what
 * runs while it is loaded is called in usual runs too; from then on its variables keep their values.
 *
 * @param file where they will be, beside the bundle. It is loaded when the first is called.
 * @param called where the functions end that usual runs call.
 * @returns the text of the bundle, and that of the file.
 */
export function withoutSeldomFunctions(text, file, called) {
  const program = programOf(text);
  const outer = freeNames(program);
  const shebangEnd = text.indexOf('\n') + 1;
  const edits = [{ start: shebangEnd, end: shebangEnd, made: `${readerOf(file)}\n` }];
  const groups = [];
  for (const [id, { factory, handedOn }] of modulesIn(program)) {
    const group = handedOn === undefined ? groupOf(factory, outer, called, text) : undefined;
    if (group === undefined) continue;
    const given = `var seldomMade;function seldomHere(){return seldomMade??=seldom(${id})(${group.taken})}`;
    edits.push(...group.edits, { start: factory.end - 1, end: factory.end - 1, made: `;${given}` });
    groups.push(`${id}:(${group.taken})=>{${group.text}}`);
  }
  if (groups.length === 0) throw new Error('the bundle has no functions where they used to be');
  const seldom = `"use strict";module.exports={${groups.join()}};\n`;
  const strange = [...freeNames(programOf(seldom))].filter(name => !outer.has(name) && name !== 'module');
  if (strange.length > 0) throw new Error(`${file} has names that nothing declares: ${strange.join(', ')}`);
  return { text: edited(text, edits), seldom };
}

function readerOf(file) {
  return `var seldomFunctions;function seldom(id){return(seldomFunctions??=require("./${file}"))[id]}`;
}

/** What leaves a module: the edits of it, the names that what leaves takes, and its text; `undefined` where nothing does. */
function groupOf(factory, outer, called, text) {
  const { moved, used } = movedFrom(factory, outer, called, text);
  if (moved.length === 0) return undefined;
  const [asked, declared] = [moved.filter(part => isAsked(part, used)), moved.filter(part => !isAsked(part, used))];
  const inner = freeNames(factory);
  const known = new Set(declared.map(({ name }) => name));
  const taken = new Set(moved.flatMap(({ node }) => [...freeNames(node)]));
  return {
    edits: [
      ...declared.map(({ node: { start, end } }) => ({ start, end, made: '' })),
      ...asked.map(({ node }, place) => ({ start: node.start, end: node.end, made: callOf(node, place, text) })),
    ],
    taken: [...taken].filter(name => !known.has(name) && !(inner.has(name) && outer.has(name))).sort(),
    text:
      declared.map(({ node }) => text.slice(node.start, node.end)).join(';') +
      `;return[${asked.map(({ node }) => functionText(node, text)).join()}]`,
  };
}

/** The parts that leave a module, and the names that are used in what stays. */
function movedFrom(factory, outer, called, text) {
  let moved = movableIn(factory, outer).filter(({ node }) => !isFunction(node) || !called.has(node.end));
  for (;;) {
    const nodes = new Set(moved.map(({ node }) => node));
    const used = new Set(factory.body.body.flatMap(statement => [...freeNames(statement, nodes)]));
    const isCovered = ({ within }) => within !== undefined && nodes.has(within.node);
    const next = moved.filter(part => !isAsked(part, used) || isCovered(part) || isWorthACall(part.node, text));
    if (next.length === moved.length) return { moved: moved.filter(part => !isCovered(part)), used };
    moved = next;
  }
}

/** True where what stays in a module uses a part of it. */
function isAsked({ name }, used) {
  return name === undefined || used.has(name);
}

function isWorthACall(node, text) {
  return isFunction(node) && node.end - node.start - callOf(node, 0, text).length > LEAST_GAIN;
}

/** What stands in the place of a function: one that calls it, given its number in the module. */
function callOf(node, place, text) {
  const { type, id, key, params } = node;
  const names = params.map((param, index) => parameterOf(param, index));
  const call = `seldomHere()[${place}]${usesThis(node) ? `.call(${['this', ...names].join()})` : `(${names.join()})`}`;
  if (type === 'ArrowFunctionExpression') return `(${names.join()})=>${call}`;
  const head = type.endsWith('Method')
    ? methodHead(node, text.slice(key.start, key.end))
    : `function ${id?.name ?? ''}`;
  return `${head}(${names.join()}){return ${call}}`;
}

function methodHead({ computed, static: isStatic }, key) {
  return `${isStatic ? 'static ' : ''}${computed ? `[${key}]` : key}`;
}

function parameterOf(param, index) {
  const isRest = param.type === 'RestElement';
  const { type, name } = isRest ? param.argument : param;
  return `${isRest ? '...' : ''}${type === 'Identifier' ? name : `_${index}`}`;
}

/** A function as an expression. */
function functionText({ type, id, key, async, generator, start, end }, text) {
  if (type === 'ArrowFunctionExpression' || type === 'FunctionExpression') return text.slice(start, end);
  const parametersStart = text.indexOf('(', (id ?? key).end);
  return `${async ? 'async ' : ''}function${generator ? '*' : ''}${text.slice(parametersStart, end)}`;
}
