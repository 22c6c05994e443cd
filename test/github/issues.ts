import { checkedBody, pageOf, Refused, type IssueComment, type User } from './rest.ts';

/** An issue as the API lists it; a pull request is one too. */
export interface Issue {
  readonly number: number;
  readonly title: string;
  readonly body: string | null;
  readonly user: User;
  readonly state: 'open' | 'closed';
  readonly state_reason: string | null;
  readonly pull_request?: { readonly url: string };
}

/** What of an issue a request makes other. */
type IssueChange = Partial<Pick<Issue, 'title' | 'body' | 'state' | 'state_reason'>>;

/** The issues of a repository, and the rules by which they change. */
export class Issues {
  all: readonly Issue[] = [];
  /** What was said below an issue. */
  readonly comments = new Map<number, readonly IssueComment[]>();
  /** True where the repository is set to have none. */
  isOff = false;
  /** What another run does at the very moment at which one is made. */
  meanwhile: () => void = () => {};
  #nextNumber = 100;
  #nextComment = 5000;

  /** GitHub gives the newest first, and open ones unless asked for others. */
  list(query: URLSearchParams): readonly Issue[] {
    const [state, creator] = [query.get('state') ?? 'open', query.get('creator')];
    const wanted = this.all.filter(
      issue => (state === 'all' || issue.state === state) && (creator === null || issue.user.login === creator),
    );
    return pageOf(wanted.toReversed(), query);
  }

  create({ title, body }: { readonly title: string; readonly body: string }, user: User): { readonly number: number } {
    this.#demandIssues();
    this.meanwhile();
    if (title.trim() === '' || title.length > 256) throw new Refused(422, 'Validation Failed');
    const issue = { number: this.#nextNumber, title, body: checkedBody({ body }), user, state: 'open' } as const;
    this.#nextNumber += 1;
    this.all = [...this.all, { ...issue, state_reason: null }];
    return { number: issue.number };
  }

  change(number: number, change: IssueChange): { readonly number: number } {
    this.#demandIssues();
    const before = this.#issue(number);
    if (typeof change.body === 'string') checkedBody({ body: change.body });
    // A reason counts only where the state becomes another.
    const { state_reason: reason = null, ...others } = change;
    const isOther = change.state !== undefined && change.state !== before.state;
    const after = { ...before, ...others, ...(isOther ? { state_reason: reason } : {}) };
    this.all = this.all.map(issue => (issue === before ? after : issue));
    return { number };
  }

  commentsOf(number: number): readonly IssueComment[] {
    return this.comments.get(this.#issue(number).number) ?? [];
  }

  comment(number: number, sent: { readonly body: string }, user: User): { readonly id: number } {
    const comment = { id: this.#nextComment, user, body: checkedBody(sent) };
    this.#nextComment += 1;
    this.comments.set(number, [...this.commentsOf(number), comment]);
    return { id: comment.id };
  }

  #issue(number: number): Issue {
    const found = this.all.find(issue => issue.number === number);
    if (found === undefined) throw new Refused(404, 'Not Found');
    return found;
  }

  #demandIssues(): void {
    if (this.isOff) throw new Refused(410, 'Issues are disabled for this repo');
  }
}
