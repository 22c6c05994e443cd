/**
 * The names that code in strict mode uses and does not declare itself.
 *
 * @param without nodes whose names do not count.
 */
export function freeNames(node, without = new Set()) {
  return namesOutOf(node, usedAt, without);
}

/** The names that code in strict mode gives another value and does not declare itself. */
export function assignedNames(node) {
  return namesOutOf(node, assignedAt, new Set());
}

/** The names that hold in all of a function. */
export function namesOfFunction(node) {
  return [...declaredBy(node), ...declaredBy(node.body)];
}

function namesOutOf(root, namesAt, without) {
  const found = new Set();
  const visit = (node, scopes) => {
    if (without.has(node)) return;
    for (const name of namesAt(node)) if (!scopes.some(scope => scope.has(name))) found.add(name);
    const declared = declaredBy(node);
    const scopesBelow = declared.length === 0 ? scopes : [...scopes, new Set(declared)];
    for (const child of usingChildrenOf(node)) visit(child, scopesBelow);
  };
  visit(root, []);
  return found;
}

/** The nodes right below one of a syntax tree. */
export function childrenOf(node) {
  return Object.values(node)
    .flat()
    .filter(child => typeof child?.type === 'string');
}

export function isFunction({ type }) {
  return /Function|Method/.test(type);
}

/** The names that a declaration, a parameter or an assignment gives a value to. */
export function namesIn(target) {
  switch (target?.type) {
    case 'Identifier':
      return [target.name];
    case 'ObjectPattern':
      return target.properties.flatMap(property => namesIn(property.argument ?? property.value));
    case 'ArrayPattern':
      return target.elements.flatMap(namesIn);
    case 'AssignmentPattern':
      return namesIn(target.left);
    case 'RestElement':
      return namesIn(target.argument);
    case 'VariableDeclaration':
      return target.declarations.flatMap(({ id }) => namesIn(id));
    default:
      return [];
  }
}

function usedAt({ type, name }) {
  return type === 'Identifier' ? [name] : [];
}

function assignedAt({ type, left, argument }) {
  if (type === 'UpdateExpression') return namesIn(argument);
  const isAssigned = type === 'AssignmentExpression' || type === 'ForInStatement' || type === 'ForOfStatement';
  return isAssigned && left.type !== 'VariableDeclaration' ? namesIn(left) : [];
}

/** The nodes below one, but for words that are no variables: names of properties and labels. */
function usingChildrenOf(node) {
  const { type, computed } = node;
  if (/^(?:LabeledStatement|BreakStatement|ContinueStatement)$/.test(type)) return node.body ? [node.body] : [];
  if (type === 'MetaProperty') return [];
  const word = computed ? undefined : type.endsWith('MemberExpression') ? node.property : node.key;
  const name = isFunction(node) ? node.id : undefined;
  return childrenOf(node).filter(child => child !== word && child !== name);
}

/** The names that hold in a node alone. */
function declaredBy(node) {
  const { type, id, params, body } = node;
  if (isFunction(node)) {
    const own = type === 'FunctionExpression' ? namesIn(id) : [];
    const words = type === 'ArrowFunctionExpression' ? [] : ['arguments'];
    return [...own, ...words, ...params.flatMap(namesIn), ...variablesIn(body)];
  }
  if (type === 'Program') return [...variablesIn(node), ...body.flatMap(blockNamesIn)];
  if (type === 'BlockStatement' || type === 'StaticBlock') return body.flatMap(blockNamesIn);
  if (type === 'SwitchStatement') return node.cases.flatMap(({ consequent }) => consequent.flatMap(blockNamesIn));
  if (type === 'CatchClause') return namesIn(node.param);
  if (type === 'ClassExpression') return namesIn(id);
  if (type === 'ForStatement') return blockNamesIn(node.init);
  return type === 'ForInStatement' || type === 'ForOfStatement' ? blockNamesIn(node.left) : [];
}

function blockNamesIn(statement) {
  if (statement?.type === 'FunctionDeclaration' || statement?.type === 'ClassDeclaration') return namesIn(statement.id);
  return statement?.type === 'VariableDeclaration' && statement.kind !== 'var' ? namesIn(statement) : [];
}

/** The names that `var` declares in a function, in whatever block. */
function* variablesIn(node) {
  if (node.type === 'VariableDeclaration' && node.kind === 'var') yield* namesIn(node);
  for (const child of childrenOf(node)) if (!isFunction(child)) yield* variablesIn(child);
}
