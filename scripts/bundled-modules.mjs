import { parse } from '@babel/parser';

/** What a module may end with, so that webpack leaves it apart rather than join it with one that imports it. */
export const APART = 'void module.id;';

/**
 * The modules of a file that webpack made, by number: where each stands and its function, what it exports, whether it is
 * left apart, and what it hands on where it does nothing else.
 */
export function modulesIn(program) {
  return new Map([...factoriesIn(program)].map(property => [property.key.value, moduleOf(property)]));
}

/** The syntax of a file that webpack made. */
export function programOf(text) {
  return parse(text, { sourceType: 'script' }).program;
}

/** The functions that webpack keeps under the numbers of modules. Within one there are no others. */
function* factoriesIn(node) {
  if (isFactory(node)) yield node;
  else for (const child of childrenOf(node)) yield* factoriesIn(child);
}

function isFactory({ type, key, value }) {
  const isNumbered = type === 'ObjectProperty' && key.type === 'NumericLiteral';
  return isNumbered && /^(?:Arrow)?FunctionExpression$/.test(value.type) && value.body.type === 'BlockStatement';
}

function moduleOf(property) {
  const { value: factory } = property;
  return {
    property,
    factory,
    exports: exportsOf(factory),
    isApart: isApart(factory),
    handedOn: handedOnBy(factory),
  };
}

/** The statement in which a module says what it exports, and by which names which of its variables. */
function exportsOf({ params: [, exported], body }) {
  for (const statement of body.body) {
    const [target, names] = statement.expression?.type === 'CallExpression' ? statement.expression.arguments : [];
    if (target?.name !== exported?.name || names?.type !== 'ObjectExpression') continue;
    const variables = names.properties.map(({ key, value }) => ({
      name: key.name ?? key.value,
      variable: value.body.name,
    }));
    return { statement, exported: exported.name, variables };
  }
  return { variables: [] };
}

function isApart({ params: [module], body }) {
  const { operator, argument } = body.body.at(-1)?.expression ?? {};
  return operator === 'void' && argument.object?.name === module.name && argument.property.name === 'id';
}

/** Of each name that a module hands on the module that it is of, and its name there; `undefined` if it does more. */
function handedOnBy({ params: [, exported], body }) {
  const required = new Map();
  const handedOn = [];
  for (const statement of body.body) {
    if (statement.type === 'VariableDeclaration') {
      for (const { id, init } of statement.declarations) {
        const module = requiredBy(init);
        if (module === undefined && init !== null) return undefined;
        required.set(id.name, module);
      }
      continue;
    }
    const { left, right } = statement.expression ?? {};
    const source = right?.type === 'MemberExpression' && !right.computed ? right : { object: right };
    const module = required.get(source.object?.name);
    if (statement.expression?.type !== 'AssignmentExpression' || module === undefined) return undefined;
    // What nobody asks for webpack assigns to a variable.
    if (left.type === 'MemberExpression' && left.object.name === exported?.name) {
      handedOn.push({ name: left.property.name, module, member: source.property?.name });
    } else if (left.type !== 'Identifier') {
      return undefined;
    }
  }
  return handedOn.length === 0 ? undefined : handedOn;
}

/** The variables that a module keeps other modules in: `{ name, id, init }`, in order. */
export function importsOf({ body }) {
  return body.body
    .flatMap(({ declarations = [] }) => declarations)
    .map(({ id, init }) => ({ name: id.name, id: requiredBy(init), init }))
    .filter(({ id }) => id !== undefined);
}

/** The names that code uses outside of functions, but for variables that it declares. */
export function* usedAtOnceIn(node) {
  if (isCalledLater(node)) return;
  if (node.type === 'Identifier') yield node.name;
  for (const child of childrenOf(node)) {
    const isDeclared = node.type === 'VariableDeclarator' && child === node.id;
    if (!isDeclared) yield* usedAtOnceIn(child);
  }
}

/** The modules that code asks for outside of functions. */
export function* requiredIn(node) {
  if (!isCalledLater(node)) yield* askedForIn(node, requiredIn);
}

/** The modules that code asks for anywhere but in other modules: by a number alone, which nothing else is called with. */
export function* askedForIn(node, below = askedForIn) {
  const id = requiredBy(node);
  if (id !== undefined) yield id;
  for (const child of childrenOf(node)) if (!isFactory(child)) yield* below(child);
}

function isCalledLater({ type }) {
  return /Function|Method/.test(type);
}

function requiredBy(node) {
  if (node?.type !== 'CallExpression' || node.callee.type !== 'Identifier') return undefined;
  const [argument, ...others] = node.arguments;
  return argument?.type === 'NumericLiteral' && others.length === 0 ? argument.value : undefined;
}

function childrenOf(node) {
  return Object.values(node)
    .flat()
    .filter(child => typeof child?.type === 'string');
}
