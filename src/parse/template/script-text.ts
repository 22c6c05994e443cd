import { DecodedTextBuilder } from '../../text/decoded.ts';
import type { DerivedText, SourceText } from '../../text/source.ts';
import type { Action, Template } from './template.ts';

/** Stands for what is put in: a word with it in it is known to be templated. */
const PLACEHOLDER = '{{}}';
const BLANKS_AND_LINE_END = /[ \t]*(?:\r?\n|$)/y;

/**
 * The template of a script or of a unit of systemd with its actions in few characters and without blanks, so that words
 * and lines are those of what is made of it. Lines that only decide about others are left out: each flag is there,
 * whatever it stands under.
 */
export function scriptText(source: SourceText, { actions }: Template): DerivedText {
  const builder = new DecodedTextBuilder(source, 0);
  let at = 0;
  for (let index = 0; index < actions.length; ) {
    const line = decidingLineAt(source.text, actions, index, at);
    const action = actions[index];
    if (line !== undefined) {
      builder.copy(at, line.start);
      at = line.end;
      index = line.nextIndex;
    } else if (action !== undefined) {
      builder.copy(at, action.start).replace(action.start, action.end, PLACEHOLDER);
      at = action.end;
      index += 1;
    }
  }
  return builder.copy(at, source.text.length).build();
}

/**
 * The line that begins with an action and holds nothing but such as put no text in; `undefined` where there is more.
 *
 * @param from where what is not yet copied begins: a line, or what stands behind the action before.
 */
function decidingLineAt(
  text: string,
  actions: readonly Action[],
  index: number,
  from: number,
): { readonly start: number; readonly end: number; readonly nextIndex: number } | undefined {
  const before = text.slice(from, actions[index]?.start);
  const isLineStart = before.includes('\n') || from === 0 || text[from - 1] === '\n';
  const start = from + before.lastIndexOf('\n') + 1;
  if (!isLineStart) return undefined;
  let end = start;
  for (let nextIndex = index; ; nextIndex += 1) {
    BLANKS_AND_LINE_END.lastIndex = end;
    if (nextIndex > index && BLANKS_AND_LINE_END.test(text)) {
      return { start, end: BLANKS_AND_LINE_END.lastIndex, nextIndex };
    }
    const action = actions[nextIndex];
    if (action === undefined || action.kind === 'output' || text.slice(end, action.start).trim() !== '')
      return undefined;
    end = action.end;
  }
}
