const WEEKDAYS: readonly string[] = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const MONTHS: readonly string[] = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const LONGEST_MONTH = 31;
const SHORTEST_MONTH = 28;

/** The directories of the time zone database (IANA), and of copies that systems keep of it. */
const ZONE_AREA =
  /^(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Brazil|Canada|Chile|Etc|Europe|Indian|Mexico|Pacific|SystemV|US|posix|right)\/[\w+-]+(?:\/[\w+-]+)*$/;
/** What stands beside them, `backward` included; and what Go takes itself. */
const ZONE =
  /^(?:|Local|UTC|CET|CST6CDT|Cuba|EET|EST|EST5EDT|Egypt|Eire|Factory|GB|GB-Eire|GMT|GMT[+-]?0|Greenwich|HST|Hongkong|Iceland|Iran|Israel|Jamaica|Japan|Kwajalein|Libya|MET|MST|MST7MDT|NZ|NZ-CHAT|Navajo|PRC|PST8PDT|Poland|Portugal|ROC|ROK|Singapore|Turkey|UCT|Universal|W-SU|WET|Zulu|localtime|posixrules)$/;

/**
 * Whether Go finds a time zone of this name. Zones are added every other year, so that any name of a directory that is
 * known is taken.
 */
export function isTimeZone(text: string): boolean {
  return ZONE.test(text) || ZONE_AREA.test(text);
}

/** `monday:friday` or one day, in any case. Alertmanager's `timeinterval/timeinterval.go`, `WeekdayRange`. */
export function isWeekdayRange(text: string): boolean {
  const range = rangeOf(text, name => WEEKDAYS.indexOf(name));
  return range !== undefined && range.begin >= 0 && range.end >= 0 && range.begin <= range.end;
}

/** `1:5`, or from the end of the month on, `-3:-1`. `DayOfMonthRange`. */
export function isDayOfMonthRange(text: string): boolean {
  const range = rangeOf(text, integerOf);
  if (range === undefined) return false;
  const { begin, end } = range;
  if (![begin, end].every(day => day !== 0 && Math.abs(day) <= LONGEST_MONTH)) return false;
  if (begin < 0 && end > 0) return false;
  const [first = 0, last = 0] = [begin, end].map(day => (day < 0 ? SHORTEST_MONTH + day : day));
  return first <= last;
}

/** `1:3`, `january:march` or one month, in any case; numbers are not looked at. `MonthRange`. */
export function isMonthRange(text: string): boolean {
  const range = rangeOf(text, name => (MONTHS.includes(name) ? MONTHS.indexOf(name) + 1 : integerOf(name)));
  return range !== undefined && range.begin <= range.end;
}

/** `2020:2022` or one year. `YearRange`. */
export function isYearRange(text: string): boolean {
  const range = rangeOf(text, integerOf);
  return range !== undefined && range.begin <= range.end;
}

function rangeOf(text: string, memberOf: (text: string) => number): { begin: number; end: number } | undefined {
  const parts = text.toLowerCase().split(':');
  if (parts.length > 2) return undefined;
  const [begin = Number.NaN, end = begin] = parts.map(memberOf);
  return Number.isNaN(begin) || Number.isNaN(end) ? undefined : { begin, end };
}

/** As Go's `strconv.Atoi`. */
function integerOf(text: string): number {
  return /^[+-]?\d+$/.test(text) ? Number(text) : Number.NaN;
}
