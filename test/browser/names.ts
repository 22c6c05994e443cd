import { fieldOf, type Page } from './page.ts';

/** Roles that assistive technology lists, or that are acted on, and that say nothing without a name. */
const NAMED_ROLES: ReadonlySet<unknown> = new Set([
  'button',
  'checkbox',
  'combobox',
  'DisclosureTriangle',
  'form',
  'group',
  'heading',
  'image',
  'link',
  'navigation',
  'region',
  'search',
  'searchbox',
  'table',
]);
/** Their content names them. */
const NAMED_BY_OTHERS: ReadonlySet<unknown> = new Set(['group', 'table']);

/** What has no name in the accessibility tree of a page. */
export async function unnamedIn({ tab }: Page): Promise<readonly string[]> {
  const { nodes } = await tab.call('Accessibility.getFullAXTree');
  if (!Array.isArray(nodes)) return ['there is no accessibility tree'];
  const roles = new Set(nodes.map(roleOf));
  const missing = ['main', 'heading', 'contentinfo'].filter(role => !roles.has(role)).map(role => `no ${role}`);
  const unnamed = nodes.filter(node => {
    const role = roleOf(node);
    if (fieldOf(node, 'ignored') === true || !NAMED_ROLES.has(role) || NAMED_BY_OTHERS.has(role)) return false;
    return String(fieldOf(fieldOf(node, 'name'), 'value') ?? '').trim() === '';
  });
  return [...missing, ...unnamed.map(node => `${String(roleOf(node))} without a name: ${JSON.stringify(node)}`)];
}

function roleOf(node: unknown): unknown {
  return fieldOf(fieldOf(node, 'role'), 'value');
}
