import { parse } from '@babel/parser';

/**
 * The text of a bundle with the functions of its modules in parentheses. V8 looks over a function before it is called
 * and reads it once more when it is, unless the parentheses say that this is about to happen; a tenth of what a run on
 * a small file takes went into the first look (`npm run bench`).
 */
export function withEagerModules(text) {
  const { program } = parse(text, { sourceType: 'script' });
  const factories = [...factoriesIn(program)].sort((a, b) => b.start - a.start);
  if (factories.length === 0) throw new Error('the bundle has no modules where webpack used to put them');
  return factories.reduce((result, { start, end, params, body }) => {
    const parameters = params.map(parameter => text.slice(parameter.start, parameter.end)).join(',');
    const eager = `(function(${parameters})${text.slice(body.start, body.end)})`;
    return result.slice(0, start) + eager + result.slice(end);
  }, text);
}

/** The functions that webpack keeps under the numbers of modules. Within one there are no others. */
function* factoriesIn(node) {
  if (Array.isArray(node)) for (const item of node) yield* factoriesIn(item);
  else if (node !== null && typeof node === 'object' && typeof node.type === 'string') {
    if (isFactory(node)) yield node.value;
    else for (const child of Object.values(node)) yield* factoriesIn(child);
  }
}

function isFactory({ type, key, value }) {
  const isNumbered = type === 'ObjectProperty' && key.type === 'NumericLiteral';
  return isNumbered && /^(?:Arrow)?FunctionExpression$/.test(value.type) && value.body.type === 'BlockStatement';
}
