/** A command that the GitHub runner obeys. */
export interface ActionCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

// The runner compares by culture, which passes over what is ignored by default, and trims what .NET calls white space.
const IGNORED = String.raw`\p{Default_Ignorable_Code_Point}*`;
const COLON_COMMAND = new RegExp(
  String.raw`^(?:[\s\u0085]|\p{Default_Ignorable_Code_Point})*:${IGNORED}:(.*?):${IGNORED}:(.*)$`,
  'su',
);
const BRACKET_COMMAND = new RegExp(String.raw`#${IGNORED}#${IGNORED}\[([^\]]*)\](.*)$`, 'su');

// In the order of the runner, which matters: %253A is %3A in data and : in no property.
const DATA_ESCAPES = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%25', '%'],
] as const;
const PROPERTY_ESCAPES = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%3A', ':'],
  ['%2C', ','],
  ['%25', '%'],
] as const;
const BRACKET_ESCAPES = [
  ['%3B', ';'],
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%5D', ']'],
  ['%25', '%'],
] as const;

/**
 * The command in a line of a log: `::name key=value,key=value::data` at its start, else the older
 * `##[name key=value;key=value]data` anywhere in it (actions/runner v2.336, `src/Runner.Common/ActionCommand.cs`,
 * TryParseV2 and TryParse, which are asked in this order).
 *
 * @param isRegistered whether the runner knows a command of this name.
 */
export function actionCommandIn(line: string, isRegistered: (name: string) => boolean): ActionCommand | undefined {
  const [, colonHead, colonData = ''] = COLON_COMMAND.exec(line) ?? [];
  if (colonHead !== undefined && isRegistered(nameIn(colonHead))) {
    return {
      name: nameIn(colonHead),
      properties: propertiesIn(colonHead, ',', PROPERTY_ESCAPES),
      data: unescaped(colonData, DATA_ESCAPES),
    };
  }
  const [, bracketHead, bracketData = ''] = BRACKET_COMMAND.exec(line) ?? [];
  if (bracketHead !== undefined && isRegistered(nameIn(bracketHead))) {
    return {
      name: nameIn(bracketHead),
      properties: propertiesIn(bracketHead, ';', BRACKET_ESCAPES),
      data: unescaped(bracketData, BRACKET_ESCAPES),
    };
  }
  return undefined;
}

/** The lines of what a process prints, as .NET reads them: ended by LF, CR or both. */
export function logLinesOf(log: string): readonly string[] {
  return log.split(/\r\n|\r|\n/);
}

function nameIn(head: string): string {
  const [name = ''] = head.split(' ');
  return name;
}

type Escapes = readonly (readonly [written: string, character: string])[];

function propertiesIn(head: string, separator: string, escapes: Escapes): ActionCommand['properties'] {
  const [, ...rest] = head.split(' ');
  const pairs = rest.join(' ').trim().split(separator);
  return Object.fromEntries(
    pairs.flatMap(pair => {
      const at = pair.indexOf('=');
      // A pair without a name or without a value is none.
      return at < 1 || at === pair.length - 1 ? [] : [[pair.slice(0, at), unescaped(pair.slice(at + 1), escapes)]];
    }),
  );
}

function unescaped(text: string, escapes: Escapes): string {
  return escapes.reduce((read, [written, character]) => read.replaceAll(written, character), text);
}
