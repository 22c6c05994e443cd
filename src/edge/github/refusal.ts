/** Why GitHub did not do what it was asked for. */
type RefusalKind =
  | 'unauthorized'
  | 'forbidden'
  | 'locked'
  | 'gone'
  | 'invalid'
  | 'rate-limit'
  | 'failing'
  | 'timeout'
  | 'unreachable';

/** A request that GitHub did not fulfil, after what patience allows. */
export class Refusal extends Error {
  readonly kind: RefusalKind;
  /** What GitHub answered, where it did. */
  readonly status: number | undefined;

  constructor(kind: RefusalKind, status?: number) {
    super(`${kind}${status === undefined ? '' : ` (${status})`}`);
    this.kind = kind;
    this.status = status;
  }

  /** True where what was asked for may have been done in spite of it, and may work in a moment. */
  get isUnsettled(): boolean {
    return this.kind === 'failing' || this.kind === 'timeout' || this.kind === 'unreachable';
  }

  /** What happened, as a clause in lower case for people. */
  get words(): string {
    const status = this.status === undefined ? '' : ` (${this.status})`;
    switch (this.kind) {
      case 'unauthorized':
        return `GitHub does not know the token${status}`;
      case 'forbidden':
        return `GitHub did not permit it${status}`;
      case 'locked':
        return `the conversation is locked${status}`;
      case 'gone':
        return `GitHub says that it is gone${status}`;
      case 'invalid':
        return `GitHub did not accept it${status}`;
      case 'rate-limit':
        return `the rate limit of GitHub is reached${status}`;
      case 'failing':
        return `GitHub failed${status}`;
      case 'timeout':
        return 'GitHub did not answer in time';
      case 'unreachable':
        return 'GitHub could not be reached';
    }
  }
}

/** An answer that is no success, as far as it matters here. */
export interface FailedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number | undefined>>;
  readonly message: string;
}

/**
 * What an answer that is no success means. GitHub tells a limit by 429, and by 403 with signs of one (GitHub Docs, "Rate
 * limits for the REST API"); 404 stands for 403 where a token may not even know of a repository.
 */
export function refusalFor({ status, headers, message }: FailedAnswer): Refusal {
  const isLimited =
    headers['retry-after'] !== undefined || headers['x-ratelimit-remaining'] === '0' || /rate limit/i.test(message);
  if (status === 429 || (status === 403 && isLimited)) return new Refusal('rate-limit', status);
  if (status === 401) return new Refusal('unauthorized', status);
  if (status === 403 && /\bis locked\b/.test(message)) return new Refusal('locked', status);
  if (status === 403 || status === 404) return new Refusal('forbidden', status);
  if (status === 410) return new Refusal('gone', status);
  return new Refusal(status >= 500 ? 'failing' : 'invalid', status);
}

/** For how many milliseconds a limit asks to wait; a minute where it does not say. @param now in milliseconds. */
export function waitFor({ headers }: FailedAnswer, now: number): number {
  const after = Number(headers['retry-after']);
  if (Number.isFinite(after) && after >= 0) return after * 1000;
  const reset = Number(headers['x-ratelimit-reset']);
  return headers['x-ratelimit-remaining'] === '0' && Number.isFinite(reset) ? Math.max(0, reset * 1000 - now) : 60_000;
}
