import type { Block, Branch } from '../../parse/template/template.ts';
import { answerOf } from './question.ts';

/**
 * Whether what stands under a branch is there in a reading: it is, it is not, or a question decides that the reading
 * leaves open.
 */
type Standing = 'there' | 'absent' | 'open';

// Deeper nesting and longer chains than anyone writes; what is beyond is taken for something around the whole.
const MOST_LEVELS = 32;
const MOST_EARLIER = 8;

/** What a reading of a template takes for given: branches that are rendered, and what follows for other questions. */
export class Assumption {
  readonly #chosen: ReadonlyMap<Block, Branch>;
  readonly #answers: ReadonlyMap<string, boolean>;
  readonly #standings = new Map<Branch, Standing>();

  constructor(chosen: ReadonlyMap<Block, Branch>, answers: ReadonlyMap<string, boolean>) {
    this.#chosen = chosen;
    this.#answers = answers;
  }

  /** The same, and that a branch is rendered, with those around it. What was assumed before stays. */
  with(branch: Branch): Assumption {
    const chosen = new Map(this.#chosen);
    const answers = new Map(this.#answers);
    for (const outer of branchesAround(branch).toReversed()) {
      if (!chosen.has(outer.block)) chosen.set(outer.block, outer);
      for (const { question, answer } of answersBy(outer)) if (!answers.has(question)) answers.set(question, answer);
    }
    return new Assumption(chosen, answers);
  }

  /** Whether what stands under a branch is there; what stands under none is. */
  standingOf(branch: Branch | undefined): Standing {
    if (branch === undefined) return 'there';
    const known = this.#standings.get(branch);
    if (known !== undefined) return known;
    let standing: Standing = 'there';
    for (const outer of branchesAround(branch)) standing = worse(standing, this.#standingByItself(outer));
    this.#standings.set(branch, standing);
    return standing;
  }

  #standingByItself(branch: Branch): Standing {
    const chosen = this.#chosen.get(branch.block);
    if (chosen !== undefined) return chosen === branch ? 'there' : 'absent';
    let standing: Standing = branch.index > MOST_EARLIER ? 'open' : 'there';
    for (const { question, answer } of answersBy(branch)) {
      const assumed = this.#answers.get(question);
      if (assumed === undefined) standing = worse(standing, 'open');
      else if (assumed !== answer) return 'absent';
    }
    return standing;
  }
}

/** What is known before anything is assumed. */
export const NOTHING_ASSUMED = new Assumption(new Map(), new Map());

const BY_WORSENESS: readonly Standing[] = ['there', 'open', 'absent'];

function worse(a: Standing, b: Standing): Standing {
  return BY_WORSENESS.indexOf(a) > BY_WORSENESS.indexOf(b) ? a : b;
}

/** A branch and those that it stands in, the innermost first. */
export function branchesAround(branch: Branch): readonly Branch[] {
  const around: Branch[] = [];
  for (let outer: Branch | undefined = branch; outer !== undefined; outer = outer.parent) {
    if (around.length === MOST_LEVELS) break;
    around.push(outer);
  }
  return around;
}

/** An answer to a question that a template asks. */
interface Answer {
  readonly question: string;
  readonly answer: boolean;
}

/** What must be answered so that a branch is rendered: no to the questions before it, yes to its own. */
function answersBy(branch: Branch): readonly Answer[] {
  if (branch.block.keyword === 'define') return [];
  const earlier = branch.block.branches.slice(Math.max(0, branch.index - MOST_EARLIER), branch.index);
  const denied = earlier
    .flatMap(other => answerOf(other) ?? [])
    .map(({ question, answer }) => ({ question, answer: !answer }));
  return [...denied, ...(answerOf(branch) ?? [])];
}
