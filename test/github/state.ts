import { diffLinesOf } from '../../src/report/github/diff-lines.ts';
import type { GitObjects } from './git-objects.ts';
import { Issues } from './issues.ts';
import { BOT, checkedBody, pageOf, Refused, type IssueComment, type User } from './rest.ts';

/** A request to one of GitHub's operations. */
export interface Asked {
  readonly operation: string;
  /** What stands in the path in place of parameters, in order. */
  readonly parameters: readonly string[];
  readonly query: URLSearchParams;
  readonly body: unknown;
}

/** A file of the pull request, as GitHub lists it. */
interface ListedFile {
  readonly filename: string;
  readonly status: 'added' | 'modified' | 'renamed' | 'removed';
  readonly patch?: string;
}

interface ReviewComment {
  readonly id: number;
  readonly path: string;
  readonly user: User;
  readonly body: string;
  readonly line: number | null;
  readonly start_line: number | null;
  readonly in_reply_to_id?: number;
}

interface Annotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly start_column?: number;
  readonly title?: string;
  readonly message: string;
}

interface Output {
  readonly title: string;
  readonly summary: string;
  readonly annotations?: readonly Annotation[];
}

interface CheckRun {
  readonly id: number;
  readonly name: string;
  readonly head_sha: string;
  readonly conclusion: string;
  readonly output: Output & { readonly annotations: readonly Annotation[] };
}

/** A comment of a review that is sent. */
interface WantedComment {
  readonly path: string;
  readonly body: string;
  readonly line: number;
  readonly start_line?: number;
}

/** The pull request that the repository has. */
export const NUMBER = 7;

const MESSAGE_BYTES = 64 * 1024;

/** A repository on GitHub with one pull request, number 7: what stands there, and the rules by which that changes. */
export class GitHubState {
  files: readonly ListedFile[] = [];
  reviewComments: readonly ReviewComment[] = [];
  issueComments: readonly IssueComment[] = [];
  checkRuns: readonly CheckRun[] = [];
  readonly issues = new Issues();
  permissions: ReadonlySet<string> = new Set(['checks: write', 'pull-requests: write', 'issues: write']);
  user: User = BOT;
  objects: GitObjects | undefined;
  /** The files whose hunks are left out where a page holds more than one (orgs/community#213491). */
  crowdedOut: ReadonlySet<string> = new Set();
  /** Whether a comment on lines can stand where it is wanted; a test may know better. */
  accepts: (comment: WantedComment) => boolean = comment => this.#isAnchored(comment);
  #nextId = 1000;

  answerTo({ operation, parameters: [, , id = ''], query, body }: Asked): unknown {
    // The request has been judged by the description of the operation.
    switch (operation) {
      case 'GET /repos/{owner}/{repo}/pulls/{pull_number}/files':
        return this.#withoutCrowdedHunks(pageOf(this.#inPullRequest(id, this.files), query));
      case 'GET /repos/{owner}/{repo}/pulls/{pull_number}/comments':
        return pageOf(this.#inPullRequest(id, this.reviewComments), query);
      case 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments':
        return pageOf(Number(id) === NUMBER ? this.issueComments : this.issues.commentsOf(Number(id)), query);
      case 'GET /repos/{owner}/{repo}/issues':
        return this.issues.list(query);
      case 'POST /repos/{owner}/{repo}/issues':
        this.#demand('issues: write');
        return this.issues.create(body as { title: string; body: string }, this.user);
      case 'PATCH /repos/{owner}/{repo}/issues/{issue_number}':
        this.#demand('issues: write');
        return this.issues.change(Number(id), body as object);
      case 'POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews':
        this.#demand('pull-requests: write');
        return this.#review(body as { comments: readonly WantedComment[]; body: string });
      case 'PATCH /repos/{owner}/{repo}/pulls/comments/{comment_id}':
        this.#demand('pull-requests: write');
        this.reviewComments = changed(this.reviewComments, Number(id), { body: checkedBody(body as { body: string }) });
        return { id: Number(id) };
      case 'DELETE /repos/{owner}/{repo}/pulls/comments/{comment_id}':
        this.#demand('pull-requests: write');
        changed(this.reviewComments, Number(id), {});
        this.reviewComments = this.reviewComments.filter(comment => comment.id !== Number(id));
        return undefined;
      case 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments': {
        this.#demand(Number(id) === NUMBER ? 'pull-requests: write' : 'issues: write');
        if (Number(id) !== NUMBER) return this.issues.comment(Number(id), body as { body: string }, this.user);
        const comment = { id: this.#newId(), user: this.user, body: checkedBody(body as { body: string }) };
        this.issueComments = [...this.issueComments, comment];
        return { id: comment.id };
      }
      case 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}':
        this.#demand('pull-requests: write');
        this.issueComments = changed(this.issueComments, Number(id), { body: checkedBody(body as { body: string }) });
        return { id: Number(id) };
      case 'POST /repos/{owner}/{repo}/check-runs': {
        this.#demand('checks: write');
        const run = body as Omit<CheckRun, 'id'>;
        const annotations = checkedAnnotations(run.output);
        this.checkRuns = [...this.checkRuns, { ...run, id: this.#newId(), output: { ...run.output, annotations } }];
        return { id: this.checkRuns.at(-1)?.id };
      }
      case 'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}': {
        this.#demand('checks: write');
        const { output } = body as { output: Output };
        const before = this.checkRuns.find(run => run.id === Number(id))?.output.annotations ?? [];
        const annotations = [...before, ...checkedAnnotations(output)];
        this.checkRuns = changed(this.checkRuns, Number(id), { output: { ...output, annotations } });
        return { id: Number(id) };
      }
      case 'GET /repos/{owner}/{repo}/compare/{basehead}':
        return this.objects?.comparison(id);
      case 'GET /repos/{owner}/{repo}/git/trees/{tree_sha}':
        return this.objects?.tree(id);
      case 'GET /repos/{owner}/{repo}/git/blobs/{file_sha}':
        return this.objects?.blob(id);
      default:
        throw new Refused(404, 'Not Found');
    }
  }

  #newId(): number {
    return (this.#nextId += 1);
  }

  #demand(permission: string): void {
    if (!this.permissions.has(permission)) throw new Refused(403, 'Resource not accessible by integration');
  }

  #inPullRequest<T>(id: string, things: T): T {
    if (Number(id) !== NUMBER) throw new Refused(404, 'Not Found');
    return things;
  }

  #withoutCrowdedHunks(files: readonly ListedFile[]): readonly ListedFile[] {
    return files.map(file => {
      const { patch: _, ...others } = file;
      return files.length > 1 && this.crowdedOut.has(file.filename) ? others : file;
    });
  }

  /** All or nothing, and no word about which one is wrong. */
  #review({ comments, body }: { readonly comments: readonly WantedComment[]; readonly body: string }): object {
    if (body === '' || !comments.every(comment => this.accepts(comment))) {
      throw new Refused(422, 'Unprocessable Entity');
    }
    const made = comments.map(({ path, line, start_line = null, body: text }) => ({
      id: this.#newId(),
      path,
      user: this.user,
      body: checkedBody({ body: text }),
      line,
      start_line,
    }));
    this.reviewComments = [...this.reviewComments, ...made];
    return { id: this.#newId() };
  }

  #isAnchored({ path, line, start_line: start }: WantedComment): boolean {
    const shown = diffLinesOf(this.files.find(({ filename }) => filename === path)?.patch ?? '');
    const hunk = shown.get(line)?.hunk;
    return hunk !== undefined && (start === undefined || (start < line && shown.get(start)?.hunk === hunk));
  }
}

function changed<T extends { readonly id: number }>(
  things: readonly T[],
  id: number,
  change: Partial<T>,
): readonly T[] {
  if (!things.some(thing => thing.id === id)) throw new Refused(404, 'Not Found');
  return things.map(thing => (thing.id === id ? { ...thing, ...change } : thing));
}

function checkedAnnotations({ annotations = [] }: Output): readonly Annotation[] {
  for (const { path, start_line: start, end_line: end, start_column: column, title = '', message } of annotations) {
    const isPlaced = start >= 1 && start <= end && (column === undefined || (start === end && column >= 1));
    const fits = message !== '' && Buffer.byteLength(message) <= MESSAGE_BYTES && title.length <= 255;
    if (!isPlaced || !fits || path.startsWith('/')) throw new Refused(422, 'Invalid request.');
  }
  return annotations;
}
