import { rangeOf } from '../../../src/report/position.ts';
import { meaningIn } from '../../meaning.ts';

const MARK = /\s# want: (?<text>.+)$/;

/** What the marks `# want: text` of a configuration ask for, by line; several on a line stand between ` | `. */
export function wantedIn(text: string): readonly string[] {
  return text.split('\n').flatMap((line, index) => {
    const texts = MARK.exec(line)?.groups?.['text']?.split(' | ') ?? [];
    return texts.map(wanted => `${index + 1} ${wanted}`);
  });
}

/** What the newest version of the program says of a configuration, by line, in the words of the departures. */
export function departuresIn(path: string, text: string): readonly string[] {
  const { departures } = meaningIn(path, text);
  return departures.filter(({ kind }) => kind !== 'version').map(({ at, text: said }) => `${rangeOf(at).line} ${said}`);
}
