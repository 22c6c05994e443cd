/** An error that Prometheus shows on its targets page or writes to its log, and what may lie behind it. */
export interface RuntimeError {
  /** The stable middle of its text. Versions put other words before and behind it. Groups: see {@link wantedIn}. */
  readonly pattern: RegExp;
  /** What has happened: sentences. */
  readonly meaning: string;
  /** The likeliest first. */
  readonly causes: readonly Cause[];
}

/** Something that leads to an error. */
export interface Cause {
  /** What is so, and what to do: sentences. */
  readonly words: string;
  /** The rules that find it in a repository; none where no file shows it. */
  readonly ruleIds: readonly string[];
}

/** What the text of an error says of the one connection that failed. */
export interface Wanted {
  /** Hosts: that of the URL, and the name that the certificate was verified for. */
  readonly hosts: readonly string[];
  /** The scrape job, which the log names. */
  readonly job?: string;
  /** A file that was to be read. */
  readonly path?: string;
}

const URL_HOST = /https?:\/\/(\[[^\]\s]*\]|[^/:"\s]+)/;
const NAME = /(?:, not |but wanted to match |none matched |cannot validate certificate for )(\S+?)(?:[\s"]|$)/;
const DIALED = /(?:dial tcp|lookup) (\[[^\]\s]*\]|[^:\s]+)/;
const JOB = /(?:scrape_pool|job|job_name)"?\s*[=:]\s*"?([^"\s,}]+)/;
const PATH = /(?:unable to (?:read file|load specified CA cert|use specified CA cert(?: file)?)|open) "?([^\s":,]+)/;

/** A line of a log has its text in quotes, with those in it escaped, as logfmt and JSON write them. */
export function plainText(text: string): string {
  return text.replaceAll('\\"', '"').replaceAll(/\s+/g, ' ').trim();
}

/** What is known of the connection. @param pasted the text of the error. */
export function wantedIn(pasted: string): Wanted {
  const text = plainText(pasted);
  const hosts = [URL_HOST, NAME, DIALED].flatMap(pattern => pattern.exec(text)?.[1] ?? []);
  const job = JOB.exec(text)?.[1];
  const path = PATH.exec(text)?.[1];
  return {
    hosts: [...new Set(hosts.map(host => host.replace(/^\[|\]$/g, '').toLowerCase()))],
    ...(job === undefined ? {} : { job }),
    ...(path === undefined ? {} : { path }),
  };
}
