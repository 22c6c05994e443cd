import type { Branch } from '../../parse/template/template.ts';
import type { YamlNode, YamlPair, YamlScalar } from '../../parse/yaml-node.ts';
import { branchesAround, type Assumption } from './assumption.ts';

/** The entries of a mapping that are there under an assumption; keys may come twice. */
interface BranchReading {
  readonly pairs: readonly YamlPair[];
  readonly assumed: Assumption;
}

const MOST_READINGS = 64;
// In all readings together.
const MOST_ENTRIES = 1_000_000;

/**
 * The readings of the entries of a mapping in a template: one for each branch that has some of its own, with what is
 * there whenever that branch is. What another question decides is templated there, and what the branch excludes is
 * absent. So each literal is in a reading, and none with what is never there together with it.
 *
 * Of more than 64 branches each reading has the entries of that branch alone, beside others that are not known.
 */
export function branchReadingsOf(pairs: readonly YamlPair[], assumed: Assumption): readonly BranchReading[] {
  const present = pairs.filter(({ under }) => assumed.standingOf(under) !== 'absent');
  const open = new Set<Branch>();
  for (const { under } of present) if (under !== undefined && assumed.standingOf(under) === 'open') open.add(under);
  if (open.size === 0) return [{ pairs: present, assumed }];
  const innermost = innermostOf(open);
  if (innermost.length > MOST_READINGS || innermost.length * present.length > MOST_ENTRIES) {
    return apartReadings(present, assumed);
  }
  const readings: BranchReading[] = [];
  for (const branch of innermost) {
    if (readings.some(reading => reading.assumed.standingOf(branch) === 'there')) continue;
    const more = assumed.with(branch);
    readings.push({ pairs: pairsUnder(present, more), assumed: more });
  }
  return readings;
}

/** Those in which no other stands. */
function innermostOf(branches: ReadonlySet<Branch>): readonly Branch[] {
  const outer = new Set<Branch>();
  for (const branch of branches) for (const around of branchesAround(branch).slice(1)) outer.add(around);
  return [...branches].filter(branch => !outer.has(branch));
}

function pairsUnder(pairs: readonly YamlPair[], assumed: Assumption): readonly YamlPair[] {
  const there = pairs.filter(({ under }) => assumed.standingOf(under) === 'there');
  const keys = new Set(there.map(({ key }) => key.text));
  const templated = pairs.flatMap(pair => {
    const { under } = pair;
    if (under === undefined || keys.has(pair.key.text) || assumed.standingOf(under) !== 'open') return [];
    keys.add(pair.key.text);
    return [{ ...pair, value: standInFor(pair, under) }];
  });
  return [...there, ...templated];
}

function apartReadings(pairs: readonly YamlPair[], assumed: Assumption): readonly BranchReading[] {
  const apart = new Map<Branch | undefined, YamlPair[]>();
  for (const pair of pairs) {
    const own = apart.get(pair.under);
    if (own === undefined) apart.set(pair.under, [pair]);
    else own.push(pair);
  }
  return [...apart].flatMap(([branch, own]) => {
    const [first] = own;
    if (first === undefined) return [];
    const others = { key: standInFor(first, branch) };
    return [{ pairs: [...own, others], assumed: branch === undefined ? assumed : assumed.with(branch) }];
  });
}

const STAND_INS = new WeakSet<YamlNode>();

/** True for what stands in the place of a value of which a reading does not say whether it is there. */
export function isStandIn(node: YamlNode): boolean {
  return STAND_INS.has(node);
}

/** The template that decides whether an entry is there, in the place of the entry. */
function standInFor({ key, value = key }: YamlPair, branch: Branch | undefined): YamlScalar {
  const { source, start, end } = value;
  const text = `{{ ${branch?.opening.code ?? 'if'} }}`;
  const standIn: YamlScalar = { kind: 'scalar', source, start, end, style: 'plain', text };
  STAND_INS.add(standIn);
  return standIn;
}
