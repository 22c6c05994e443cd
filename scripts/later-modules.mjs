import { askedForIn, importsOf, modulesIn, programOf, requiredIn, usedAtOnceIn } from './bundled-modules.mjs';

/**
 * A bundle in two: what usual runs need, and the modules that are asked for later, which are loaded with the first of
 * them. Node compiles all of a file before it runs any of it (`npm run bench`).
 *
 * A module that is left apart, and what a module hands on that does nothing else, as that of `yaml` does, is asked for
 * where something of it is first used; any other where it is imported.
 *
 * V8 looks over a function before it is called and reads it once more when it is, unless parentheses say that this is
 * about to happen: the functions of the modules that usual runs need get some.
 *
 * What a program takes is each a file of its own: most runs ask for one of them or none.
 *
 * @param file where the other modules will be, beside the bundle.
 * @param asked the numbers of modules apart that usual runs ask for all the same.
 * @returns the text of the bundle, those of the files beside it by name, and by number the modules that wait until
 * something of them is used.
 */
export function withoutLaterModules(text, file, asked = []) {
  const program = programOf(text);
  const modules = modulesIn(program);
  const needed = neededBy([...entriesOf(program, modules), ...asked], modules);
  const [now, later, files] = [[], [], new Map()];
  for (const [id, module] of modules) {
    const shape = shapeFileOf(module.property, text);
    if (shape === undefined && needed.has(id)) {
      now.push([id, module]);
    } else {
      later.push([id, module]);
      files.set(shape ?? file, [...(files.get(shape ?? file) ?? []), [id, module]]);
    }
  }
  if (now.length === 0 || !files.has(file)) throw new Error('the bundle has no modules where webpack used to put them');
  const properties = [...modules.values()].map(({ property }) => property);
  if (!areNextToEachOther(properties, text)) throw new Error('the bundle has something else between its modules');
  const waiting = new Map(later.filter(([, { isApart }]) => isApart));
  const shapes = [...files].filter(([name]) => name !== file).map(([name, [[id]]]) => `${id}:"./${name}"`);
  const others = `__proto__:new Proxy({},{get:(_,id)=>require({${shapes.join()}}[id]??"./${file}")[id]})`;
  const kept = [others, ...now.map(([id, module]) => `${id}:(${functionOf(module, text, waiting)})`)].join();
  return {
    text: text.slice(0, properties[0].start) + kept + text.slice(properties.at(-1).end),
    files: new Map(
      [...files].map(([name, inFile]) => [
        name,
        name === file ? textOf(inFile, text) : shapeText(inFile, text, waiting),
      ]),
    ),
    waiting,
  };
}

/** The file of a module that has what a program takes (`scripts/compile-validators.ts`); `undefined` for any other. */
function shapeFileOf({ start, end }, text) {
  const program = /\{program:"([\w-]+)",validators:/.exec(text.slice(start, end))?.[1];
  return program && `shape-${program}.js`;
}

function textOf(modules, text) {
  return `module.exports={${modules.map(([id, module]) => `${id}:${functionOf(module, text)}`).join()}};\n`;
}

/** Of a file with one module, which is run as soon as it is loaded. */
function shapeText([[id, module]], text, waiting) {
  return `module.exports={${id}:(${functionOf(module, text, waiting)})};\n`;
}

/** The text of a chunk of that bundle, in which the modules that wait are asked for where something of them is used. */
export function withWaitingModules(text, waiting) {
  const edits = [...modulesIn(programOf(text)).values()].flatMap(({ factory }) => importEdits(factory, text, waiting));
  return edited(text, edits);
}

/** True where nothing but commas and parentheses parts the modules. */
function areNextToEachOther(properties, text) {
  return properties.every(({ end }, place) => {
    const next = properties[place + 1];
    return next === undefined || /^[\s),]*$/.test(text.slice(end, next.start));
  });
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
    if (module.handedOn === undefined) open.push(...askedForAtOnce(module.factory, modules));
  }
  return needed;
}

function askedForAtOnce(factory, modules) {
  const mayWait = new Set(
    waitingImports(factory, modules)
      .filter(({ id }) => modules.get(id).isApart)
      .map(({ id }) => id),
  );
  return [...requiredIn(factory.body)].filter(id => !mayWait.has(id));
}

/** The imports of a module from some others that it uses in functions alone. */
function waitingImports(factory, modules) {
  const used = new Set(usedAtOnceIn(factory.body));
  return importsOf(factory).filter(({ name, id }) => modules.has(id) && !used.has(name));
}

/** The function of a module, with getters alone where it hands on, else with values in the place of getters. */
function functionOf({ factory, handedOn, exports }, text, waiting = new Map()) {
  const { params, body } = factory;
  const parameters = params.map(({ name }) => name);
  const statements =
    handedOn === undefined
      ? edited(text, [...exportEdits(exports, body), ...importEdits(factory, text, waiting)], body)
      : `{${gettersFor(handedOn, parameters)}}`;
  return `function(${parameters.join()})${statements}`;
}

/**
 * A module sets what it exports: functions at its start, the rest at its end, which is before others use it, since none of
 * ours imports one that imports it. What may change keeps its getter.
 */
function exportEdits({ statement, exported, variables }, { body, end }) {
  const kinds = new Map(body.flatMap(kindsOf));
  const set = kind =>
    variables
      .filter(({ variable }) => kinds.get(variable) === kind)
      .map(({ name, variable }) => `${exported}.${name}=${variable};`)
      .join('');
  if (statement === undefined || !variables.every(({ variable }) => kinds.has(variable))) return [];
  return [
    { start: statement.start, end: statement.end, made: set('function') },
    { start: end - 1, end: end - 1, made: `;${set('constant')}` },
  ];
}

/** The variables that a statement declares and that keep their value, and when they have it. */
function kindsOf({ type, kind, id, declarations }) {
  if (type === 'FunctionDeclaration') return [[id.name, 'function']];
  if (type === 'ClassDeclaration') return [[id.name, 'constant']];
  return kind === 'const' ? declarations.map(({ id: { name } }) => [name, 'constant']) : [];
}

/** What a module imports of those that wait becomes an object with a getter for each name. */
function importEdits(factory, text, waiting) {
  return waitingImports(factory, waiting).map(({ id, init: { start, end } }) => {
    const required = text.slice(start, end);
    const { variables } = waiting.get(id).exports;
    return { start, end, made: `{${variables.map(({ name }) => `get ${name}(){return ${required}.${name}}`).join()}}` };
  });
}

/** A portion of a text with edits. */
export function edited(text, edits, { start, end } = { start: 0, end: text.length }) {
  const inOrder = edits.toSorted((a, b) => a.start - b.start);
  const portions = inOrder.map((edit, place) => text.slice(inOrder[place - 1]?.end ?? start, edit.start) + edit.made);
  return portions.join('') + text.slice(inOrder.at(-1)?.end ?? start, end);
}

function gettersFor(handedOn, [, exported, require]) {
  return handedOn
    .map(({ name, module, member }) => {
      const value = `${require}(${module})${member === undefined ? '' : `.${member}`}`;
      return `Object.defineProperty(${exported},"${name}",{enumerable:true,get:()=>${value}});`;
    })
    .join('');
}
