import { firstIndexWhere } from '../../text/bisect.ts';
import type { DiskTree } from '../tree.ts';

/** What progress is drawn on: passed in, as a clock is not the same twice. */
interface Screen {
  /** How long the run takes so far. */
  milliseconds(): number;
  /** Writes to the terminal, as it is. */
  draw(text: string): void;
}

/** Most runs are over before anybody wonders. */
const PATIENCE_MILLISECONDS = 1000;
const REDRAW_MILLISECONDS = 100;

/** Back to the begin of the line, and erase it (ECMA-48, EL). */
const EMPTY_LINE = '\r\u001b[K';

/** Whether what is too long for the line goes on in the next one, from where it could not be erased (DEC, DECAWM). */
const WRAPS = { no: '\u001b[?7l', yes: '\u001b[?7h' } as const;

/** Says how far reading has come, in a line of a terminal that is drawn over itself. */
export class Progress {
  readonly #screen: Screen;
  #drawsAt = PATIENCE_MILLISECONDS;
  #isDrawn = false;
  #farthest = 0;

  constructor(screen: Screen) {
    this.#screen = screen;
  }

  /** The same tree, of which each file that is read is taken notice of. */
  watched(tree: DiskTree): DiskTree {
    const { root, named, covers, isBelowNamed, has } = tree;
    return {
      root,
      named,
      covers,
      isBelowNamed,
      has,
      // What these two give is worked out when somebody asks.
      get paths() {
        return tree.paths;
      },
      get belowNamed() {
        return tree.belowNamed;
      },
      read: path => {
        this.#takeNotice(path, tree);
        return tree.read(path);
      },
    };
  }

  /** Takes the line away, before something else is written. */
  clear(): void {
    if (this.#isDrawn) this.#screen.draw(EMPTY_LINE);
    this.#isDrawn = false;
  }

  #takeNotice(path: string, tree: DiskTree): void {
    const now = this.#screen.milliseconds();
    if (now < this.#drawsAt) return;
    this.#drawsAt = now + REDRAW_MILLISECONDS;
    const { paths } = tree;
    // Files are read in their order, and some again where a reference leads to them.
    const reached = Math.min(paths.length, firstIndexWhere(paths, other => other >= path) + 1);
    this.#farthest = Math.max(this.#farthest, reached);
    this.#isDrawn = true;
    const text = `reading ${grouped(this.#farthest)} of ${grouped(paths.length)} files`;
    this.#screen.draw(`${EMPTY_LINE}${WRAPS.no}${text}${WRAPS.yes}`);
  }
}

/** True where somebody may wait for the end and see a line that is drawn over itself. */
export function showsProgress(env: Readonly<Record<string, string | undefined>>, isTerminal: () => boolean): boolean {
  const { TERM: terminal = '', CI: automation = '' } = env;
  return terminal !== '' && terminal !== 'dumb' && automation === '' && isTerminal();
}

/** `1,234`. */
function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
