interface Group {
  /** How often the most repeated part of the group is written out. */
  copies: number;
  /** The copies of what a repetition would be of; none at the beginning of an alternative. */
  operand: number | undefined;
}

const COPY_LIMIT = 1000;
const NAMED_CLASSES = 'alnum alpha ascii blank cntrl digit graph lower print punct space upper word xdigit'.split(' ');

const NAMED_GROUP = /\(\?P?<\w+>/y;
const FLAGS = /\(\?[imsU]*(?:-[imsU]+)?([:)])/y;
const REPETITION = /(?:[*+?]|\{(?<least>0|[1-9]\d*)(?<open>,(?<most>0|[1-9]\d*)?)?\})\??/y;
const LITERAL = /\\Q.*?(?:\\E|$)/sy;
const PLACE = /\\[AbBz]/y;
const SHORT_CLASS = /\\[dDsSwW]/y;
const UNICODE_CLASS = /\\[pP](?:\{\^?(?<name>[^}]*)\}|(?<letter>[^{]))/uy;
const NAMED_CLASS = /\[:\^?(?<name>.{0,64}?):\]/sy;
const CHARACTER =
  /\\(?:(?<octal>[1-7][0-7]{1,2}|0[0-7]{0,2})|x(?<hex>[\dA-Fa-f]{2})|x\{(?<long>[\dA-Fa-f]+)\}|(?<control>[afnrtv])|(?<mark>[^\dA-Za-z\u{80}-\u{10ffff}]))|(?<plain>[^\\])/suy;
const CONTROLS: Readonly<Record<string, number>> = { a: 7, f: 12, n: 10, r: 13, t: 9, v: 11 };

/**
 * What `Compile` of Go's regexp says of a text that it does not take, without the part that it quotes; `undefined` for
 * one that it takes (regexp/syntax/parse.go, Go 1.19 to 1.26; `(?<name>...)` is a group since 1.22). The limits of size
 * and depth are not looked at.
 */
export function regexpFaultOf(text: string): string | undefined {
  if (TAKEN.has(text)) return undefined;
  const reason = new RegexpReader(text).fault();
  if (reason !== undefined) return `error parsing regexp: ${reason}`;
  if (text.length < LONGEST_REMEMBERED && TAKEN.size < MOST_REMEMBERED) TAKEN.add(text);
  return undefined;
}

// The same few stand in job after job.
const TAKEN = new Set<string>();
const LONGEST_REMEMBERED = 200;
const MOST_REMEMBERED = 1000;

class RegexpReader {
  readonly #text: string;
  readonly #outer: Group[] = [];
  #group: Group = { copies: 1, operand: undefined };
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  fault(): string | undefined {
    let isRepeated = false;
    while (this.#at < this.#text.length) {
      const repetition = this.#take(REPETITION);
      const reason = repetition === undefined ? this.#faultOfPart() : this.#faultOfRepetition(repetition, isRepeated);
      if (reason !== undefined) return reason;
      isRepeated = repetition !== undefined;
    }
    return this.#outer.length > 0 ? 'missing closing )' : undefined;
  }

  #faultOfRepetition({ groups = {} }: RegExpExecArray, isRepeated: boolean): string | undefined {
    const { least, open, most } = groups;
    const isCounted = least !== undefined;
    const count = Number(most ?? least ?? 1);
    if (isCounted && (Number(least) > COPY_LIMIT || count > COPY_LIMIT || Number(least) > count)) {
      return 'invalid repeat count';
    }
    if (isRepeated) return 'invalid nested repetition operator';
    if (this.#group.operand === undefined) return 'missing argument to repetition operator';
    const isEndless = open !== undefined && most === undefined;
    const copies = this.#group.operand * (isCounted && !(isEndless && count === 0) ? count : 1);
    if (copies > COPY_LIMIT && count >= 2) return 'invalid repeat count';
    this.#group.operand = copies;
    this.#group.copies = Math.max(this.#group.copies, copies);
    return undefined;
  }

  #faultOfPart(): string | undefined {
    switch (this.#text[this.#at]) {
      case '(':
        return this.#faultOfOpening();
      case ')':
        return this.#faultOfClosing();
      case '|':
        this.#at += 1;
        this.#group.operand = undefined;
        return undefined;
      default:
        this.#group.operand = 1;
        return this.#faultOfAtom();
    }
  }

  #faultOfOpening(): string | undefined {
    const isPlain = this.#text[this.#at + 1] !== '?';
    if (isPlain) {
      this.#at += 1;
    } else if (this.#take(NAMED_GROUP) === undefined) {
      const flags = this.#take(FLAGS);
      if (flags === undefined) {
        return /^\(\?P?<[^=!]/.test(this.#text.slice(this.#at))
          ? 'invalid named capture'
          : 'invalid or unsupported Perl syntax';
      }
      if (flags[1] === ')') return undefined;
    }
    this.#outer.push(this.#group);
    this.#group = { copies: 1, operand: undefined };
    return undefined;
  }

  #faultOfClosing(): string | undefined {
    const outer = this.#outer.pop();
    if (outer === undefined) return 'unexpected )';
    this.#at += 1;
    outer.operand = this.#group.copies;
    outer.copies = Math.max(outer.copies, this.#group.copies);
    this.#group = outer;
    return undefined;
  }

  #faultOfAtom(): string | undefined {
    if (this.#text[this.#at] === '[') return this.#faultOfClass();
    if ((this.#take(LITERAL) ?? this.#take(PLACE) ?? this.#take(SHORT_CLASS)) !== undefined) return undefined;
    const unicode = this.#take(UNICODE_CLASS);
    if (unicode !== undefined) return this.#faultOfUnicodeClass(unicode);
    return typeof this.#character() === 'string' ? this.#escapeFault() : undefined;
  }

  #faultOfClass(): string | undefined {
    this.#at += 1;
    if (this.#text[this.#at] === '^') this.#at += 1;
    for (let isFirst = true; isFirst || this.#text[this.#at] !== ']'; isFirst = false) {
      if (this.#at >= this.#text.length) return 'missing closing ]';
      const reason = this.#faultOfMember();
      if (reason !== undefined) return reason;
    }
    this.#at += 1;
    return undefined;
  }

  #faultOfMember(): string | undefined {
    const named = this.#take(NAMED_CLASS);
    if (named !== undefined) {
      return NAMED_CLASSES.includes(named.groups?.['name'] ?? '') ? undefined : 'invalid character class range';
    }
    const unicode = this.#take(UNICODE_CLASS);
    if (unicode !== undefined) return this.#faultOfUnicodeClass(unicode);
    if (this.#take(SHORT_CLASS) !== undefined) return undefined;
    const low = this.#character();
    if (typeof low === 'string') return low;
    const isRange =
      this.#text[this.#at] === '-' && this.#at + 1 < this.#text.length && this.#text[this.#at + 1] !== ']';
    if (!isRange) return undefined;
    this.#at += 1;
    const high = this.#character();
    if (typeof high === 'string') return high;
    return high < low ? 'invalid character class range' : undefined;
  }

  /** The names that Go knows are among those that ECMAScript does. */
  #faultOfUnicodeClass({ groups = {} }: RegExpExecArray): string | undefined {
    const name = groups['name'] ?? groups['letter'] ?? '';
    const isKnown = /^\w+$/.test(name) && [name, `Script=${name}`].some(isProperty);
    return isKnown ? undefined : 'invalid character class range';
  }

  /** The code of the next character or escape, or what is wrong with it. */
  #character(): number | string {
    const { octal, hex, long, control, mark, plain } = this.#take(CHARACTER)?.groups ?? {};
    if (octal !== undefined) return Number.parseInt(octal, 8);
    if (control !== undefined) return CONTROLS[control] ?? 0;
    const code = hex ?? long;
    const point = code === undefined ? (mark ?? plain)?.codePointAt(0) : Number.parseInt(code, 16);
    return point === undefined || point > 0x10ffff ? this.#escapeFault() : point;
  }

  #escapeFault(): string {
    const isLast = this.#at === this.#text.length - 1;
    return isLast ? 'trailing backslash at end of expression' : 'invalid escape sequence';
  }

  #take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text) ?? undefined;
    if (found !== undefined) this.#at = pattern.lastIndex;
    return found;
  }
}

function isProperty(name: string): boolean {
  try {
    return new RegExp(`\\p{${name}}`, 'u').unicode;
  } catch {
    return false;
  }
}
