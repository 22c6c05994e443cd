import { parse } from '@babel/parser';

/**
 * The text of a bundle in which what every run needs is made at once, and the rest when it is used (`npm run bench`: both
 * together are a tenth of what a run on a small file takes).
 *
 * V8 looks over a function before it is called and reads it once more when it is, unless parentheses say that this is
 * about to happen: the functions of the modules that every run needs get some. A module that only hands on what others
 * export, as that of `yaml` does, gets each of them when it is asked for it.
 */
export function withEagerModules(text) {
  const { program } = parse(text, { sourceType: 'script' });
  const modules = new Map([...factoriesIn(program)].map(({ key, value }) => [key.value, moduleOf(value)]));
  const needed = neededBy(entriesOf(program, modules), modules);
  if (needed.size === 0) throw new Error('the bundle has no modules where webpack used to put them');
  const edits = [...modules].map(([id, { factory, handedOn }]) => {
    const { start, end, params, body } = factory;
    const parameters = params.map(({ name }) => name);
    const statements =
      handedOn === undefined ? text.slice(body.start, body.end) : `{${gettersFor(handedOn, parameters)}}`;
    const made = `function(${parameters.join()})${statements}`;
    return { start, end, made: needed.has(id) ? `(${made})` : made };
  });
  return edits
    .sort((a, b) => b.start - a.start)
    .reduce((result, { start, end, made }) => result.slice(0, start) + made + result.slice(end), text);
}

/** What the code outside of modules asks for, and what the entry does, which waits for what it loads. */
function entriesOf(program, modules) {
  const entries = [...askedForIn(program)];
  return [...entries, ...entries.flatMap(id => [...askedForIn(modules.get(id).factory.body)])];
}

/** The numbers of the modules that are run before the first is asked for anything. */
function neededBy(entries, modules) {
  const needed = new Set();
  const open = [...entries];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const module = modules.get(id);
    if (module === undefined || needed.has(id)) continue;
    needed.add(id);
    if (module.handedOn === undefined) open.push(...requiredIn(module.factory.body));
  }
  return needed;
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

/** The modules that code asks for outside of functions. */
function* requiredIn(node) {
  if (!/Function|Method/.test(node.type)) yield* askedForIn(node, requiredIn);
}

/** The modules that code asks for anywhere but in other modules: by a number alone, which nothing else is called with. */
function* askedForIn(node, below = askedForIn) {
  const id = requiredBy(node);
  if (id !== undefined) yield id;
  for (const child of childrenOf(node)) if (!isFactory(child)) yield* below(child);
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

/** A module, with what it hands on where it does nothing else: the name, the module it is of, and its name there. */
function moduleOf(factory) {
  const [, exported] = factory.params;
  const required = new Map();
  const handedOn = [];
  for (const statement of factory.body.body) {
    if (statement.type === 'VariableDeclaration') {
      for (const { id, init } of statement.declarations) {
        const module = requiredBy(init);
        if (module === undefined && init !== null) return { factory };
        required.set(id.name, module);
      }
      continue;
    }
    const { left, right } = statement.expression ?? {};
    const source = right?.type === 'MemberExpression' && !right.computed ? right : { object: right };
    const module = required.get(source.object?.name);
    if (statement.expression?.type !== 'AssignmentExpression' || module === undefined) return { factory };
    // What nobody asks for webpack assigns to a variable.
    if (left.type === 'MemberExpression' && left.object.name === exported?.name) {
      handedOn.push({ name: left.property.name, module, member: source.property?.name });
    } else if (left.type !== 'Identifier') {
      return { factory };
    }
  }
  return handedOn.length === 0 ? { factory } : { factory, handedOn };
}

function gettersFor(handedOn, [, exported, require]) {
  return handedOn
    .map(({ name, module, member }) => {
      const value = `${require}(${module})${member === undefined ? '' : `.${member}`}`;
      return `Object.defineProperty(${exported},"${name}",{enumerable:true,get:()=>${value}});`;
    })
    .join('');
}
