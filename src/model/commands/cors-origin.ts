/** An alternative of a pattern with one thing of it filled in, by whom it was meant for and by somebody else. */
interface Filled {
  readonly meant: string;
  readonly foreign: string;
}

const FOREIGN = 'attacker';
const ANY_ORIGINS = ['https://attacker.example', 'http://attacker.example', 'https://attacker.com', 'https://10.9.8.7'];
const SCHEME = /^(?:https\?|https|http|\(\?:?http\|https\)|\(https\?\)|\(http\|https\)):\/\//;
// One unit of what is understood of a pattern behind its scheme; anything else is not judged.
const UNIT = /\\[.:/-]|\.[*+]\??|[\w.:-]/y;

/**
 * An origin of somebody else that a value of `--web.cors.origin` allows; `undefined` where none is seen.
 * Prometheus anchors the pattern on both sides (cmd/prometheus/main.go, compileCORSRegexString at v3.14), so that it has
 * to match an origin whole.
 */
export function foreignOriginAllowedBy(pattern: string): string | undefined {
  const regexp = anchored(pattern);
  if (regexp === undefined) return undefined;
  const candidates = alternativesOf(pattern).flatMap(candidatesOf);
  return [...ANY_ORIGINS, ...candidates].find(origin => regexp.test(origin));
}

/** True when a pattern allows every origin there is. */
export function allowsEveryOrigin(pattern: string): boolean {
  const regexp = anchored(pattern);
  return regexp !== undefined && ANY_ORIGINS.every(origin => regexp.test(origin));
}

/** Longer patterns are not tried, since trying them may take long. */
const PATTERN_UNITS = 500;

function anchored(pattern: string): RegExp | undefined {
  if (pattern.length > PATTERN_UNITS || /[*+}]\)?[*+{]/.test(pattern)) return undefined;
  try {
    return new RegExp(`^(?:${pattern})$`);
  } catch {
    return undefined;
  }
}

/** The alternatives of a pattern, which may stand in one group; none where groups are nested. */
function alternativesOf(pattern: string): readonly string[] {
  const bare = pattern.replace(/^\^/, '').replace(/(?<!\\)\$$/, '');
  const [, scheme = '', group] = /^(https\??:\/\/)?\((?:\?:)?([^()]*)\)$/.exec(bare) ?? [];
  if (group !== undefined) return group.split('|').map(alternative => `${scheme}${alternative}`);
  return SCHEME.test(bare) && !/\|/.test(bare.replace(SCHEME, '')) ? [bare] : bare.split('|');
}

function candidatesOf(alternative: string): readonly string[] {
  const bare = alternative.replace(/^\^/, '').replace(/(?<!\\)\$$/, '');
  const scheme = SCHEME.exec(bare)?.[0];
  const units = scheme === undefined ? undefined : unitsOf(bare.slice(scheme.length));
  if (units === undefined) return [];
  return units.flatMap((_, index) => {
    const filled = filledAt(units, index);
    return filled !== undefined && isForeign(filled) ? [`https://${filled.foreign}`, `http://${filled.foreign}`] : [];
  });
}

function unitsOf(text: string): readonly string[] | undefined {
  const units: string[] = [];
  UNIT.lastIndex = 0;
  for (let at = 0; at < text.length; at = UNIT.lastIndex) {
    const unit = UNIT.exec(text)?.[0];
    if (unit === undefined) return undefined;
    units.push(unit);
  }
  return units;
}

/** The alternative with the unit at an index filled in by somebody else; `undefined` where the unit stands for itself. */
function filledAt(units: readonly string[], index: number): Filled | undefined {
  const unit = units[index] ?? '';
  if (!unit.startsWith('.')) return undefined;
  const before = units.slice(0, index).map(plain).join('');
  const after = units
    .slice(index + 1)
    .map(plain)
    .join('');
  if (unit === '.') return { meant: `${before}.${after}`, foreign: `${before}x${after}` };
  // In a port there is nothing to win.
  if (before.includes(':')) return undefined;
  return after === ''
    ? { meant: before, foreign: `${before}.${FOREIGN}.example` }
    : { meant: `a.${after}`, foreign: `${before}${FOREIGN}${after}` };
}

/** What a unit was meant to stand for. */
function plain(unit: string): string {
  if (unit === '.') return '.';
  return unit.startsWith('.') ? 'a' : unit.replace('\\', '');
}

/** True when the names of the two belong to different owners: their last two labels differ. */
function isForeign({ meant, foreign }: Filled): boolean {
  const owner = ownerOf(foreign);
  return /\.[a-z]{2,}$/i.test(owner) && owner !== ownerOf(meant);
}

function ownerOf(authority: string): string {
  return authority
    .replace(/:.*$/, '')
    .split('.')
    .filter(label => label !== '')
    .slice(-2)
    .join('.');
}
