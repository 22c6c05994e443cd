import { parse } from '@babel/parser';

/**
 * A bundle in two: what every run needs, and the modules that are asked for later, which are loaded with the first of
 * them. Node compiles all of a file before it runs any of it (`npm run bench`).
 *
 * V8 looks over a function before it is called and reads it once more when it is, unless parentheses say that this is
 * about to happen: the functions of the modules that every run needs get some. A module that only hands on what others
 * export, as that of `yaml` does, gets each of them when it is asked for it.
 *
 * @param file where the other modules will be, beside the bundle.
 */
export function withoutLaterModules(text, file) {
  const { program } = parse(text, { sourceType: 'script' });
  const factories = [...factoriesIn(program)];
  const modules = new Map(factories.map(({ key, value }) => [key.value, moduleOf(value)]));
  const needed = neededBy(entriesOf(program, modules), modules);
  const made = ({ key }) => functionOf(modules.get(key.value), text);
  const now = factories.filter(({ key }) => needed.has(key.value));
  const later = factories.filter(({ key }) => !needed.has(key.value));
  if (now.length === 0 || later.length === 0)
    throw new Error('the bundle has no modules where webpack used to put them');
  if (!areNextToEachOther(factories, text)) throw new Error('the bundle has something else between its modules');
  const start = Math.min(...factories.map(factory => factory.start));
  const end = Math.max(...factories.map(factory => factory.end));
  const others = `__proto__:new Proxy({},{get:(_,id)=>require("./${file}")[id]})`;
  const kept = [others, ...now.map(factory => `${factory.key.value}:(${made(factory)})`)].join();
  return {
    text: text.slice(0, start) + kept + text.slice(end),
    later: `module.exports={${later.map(factory => `${factory.key.value}:${made(factory)}`).join()}};\n`,
  };
}

/** True where nothing but commas and parentheses parts the modules. */
function areNextToEachOther(factories, text) {
  return factories.every(({ end }, place) => {
    const next = factories[place + 1];
    return next === undefined || /^[\s),]*$/.test(text.slice(end, next.start));
  });
}

/** The function of a module, as it was or with getters alone. */
function functionOf({ factory, handedOn }, text) {
  const { params, body } = factory;
  const parameters = params.map(({ name }) => name);
  const statements =
    handedOn === undefined ? text.slice(body.start, body.end) : `{${gettersFor(handedOn, parameters)}}`;
  return `function(${parameters.join()})${statements}`;
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
