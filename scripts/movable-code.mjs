import { assignedNames, childrenOf, freeNames, isFunction, namesIn, namesOfFunction } from './free-names.mjs';

/** What means something else in another function or file, or may not stand there. */
const BOUND_SYNTAX = /^(?:Super|PrivateName|MetaProperty)$/;
const BOUND_NAMES = new Set(['arguments', 'module', 'exports', '__filename']);

const COLLECTIONS = new Set(['Map', 'Set', 'WeakMap', 'WeakSet']);

/**
 * What of a module could stand in another file, if that knew the variables around it: the functions that are in no other,
 * and the declarations that do nothing else. What sets a variable of the module cannot, nor what uses one that is set after
 * its declaration.
 *
 * @param factory the function of a module that webpack made.
 * @param outer the names that the file with the module does not declare.
 * @returns in order `{ node, name, within }`: the name that a declaration at the top declares, and what it stands in.
 */
export function movableIn(factory, outer) {
  const parts = [...partsOf(factory)];
  const changing = new Set(factory.body.body.flatMap(statement => [...assignedNames(statement)]));
  const known = new Set(
    [...namesOfFunction(factory), ...freeNames(factory)].filter(name => !BOUND_NAMES.has(name) || !outer.has(name)),
  );
  return parts.filter(({ node, name }) => {
    const used = [...freeNames(node), ...(name === undefined ? [] : [name])];
    return mayStandElsewhere(node) && used.every(word => known.has(word) && !changing.has(word));
  });
}

function* partsOf(factory) {
  for (const node of factory.body.body) {
    const part = { node, name: nameOf(node) };
    if (part.name !== undefined) yield part;
    if (node.type !== 'FunctionDeclaration') yield* functionsIn(node, part.name === undefined ? undefined : part);
  }
}

function* functionsIn(node, within) {
  if (isFunction(node)) yield { node, within };
  else for (const child of childrenOf(node)) yield* functionsIn(child, within);
}

/** The one name that a statement declares. */
function nameOf({ type, id, declarations = [] }) {
  if (type === 'FunctionDeclaration' || type === 'ClassDeclaration') return id.name;
  return declarations.length === 1 ? namesIn(declarations[0].id)[0] : undefined;
}

function mayStandElsewhere(node) {
  const { type, kind, id, declarations } = node;
  if (type === 'VariableDeclaration') return declarations[0].id.type === 'Identifier' && isPlain(declarations[0].init);
  if (type === 'ClassDeclaration') return isPlainClass(node);
  if (type.endsWith('Method') && kind !== 'method') return false;
  if (type === 'FunctionExpression' && id) return false;
  return !has(node, isBound) && !(type === 'ArrowFunctionExpression' && usesThis(node));
}

function isBound({ type, name }) {
  return BOUND_SYNTAX.test(type) || name === 'arguments';
}

/** True where making a value does nothing else, and gives the same value later. */
function isPlain(node) {
  switch (node?.type) {
    case 'Identifier':
    case 'FunctionExpression':
      return true;
    case 'ArrowFunctionExpression':
      return !usesThis(node);
    case 'TemplateLiteral':
      return node.expressions.length === 0;
    case 'UnaryExpression':
      return node.operator !== 'delete' && isPlain(node.argument);
    case 'ArrayExpression':
      return node.elements.every(isPlain);
    case 'ObjectExpression':
      return node.properties.every(property => !property.computed && (isFunction(property) || isPlain(property.value)));
    case 'NewExpression':
      return COLLECTIONS.has(node.callee.name) && node.arguments.every(isPlain);
    default:
      return node?.type.endsWith('Literal') === true;
  }
}

function isPlainClass({ superClass, body }) {
  return superClass === null && body.body.every(isPlainMember);
}

function isPlainMember({ type, computed, static: isStatic }) {
  return type !== 'StaticBlock' && !computed && (!isStatic || type.endsWith('Method'));
}

export function usesThis(node) {
  return has(node, ({ type }) => type === 'ThisExpression');
}

function has(node, isIt) {
  return isIt(node) || childrenOf(node).some(child => has(child, isIt));
}
