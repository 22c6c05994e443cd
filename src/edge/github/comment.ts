import { markerOf, markIn } from '../../report/github/marker.ts';
import type { GitHub } from './client.ts';

/** What a comment is made of. */
interface CommentOrder {
  /** Of the pull request. */
  readonly number: number;
  /** Tells the comment of one step from that of another. */
  readonly step: string;
  /** In Markdown. */
  readonly text: string;
  /** False where nothing would be said that is worth a comment; one that is there says so all the same. */
  readonly isNews: boolean;
}

const NAME = 'report';

/** Keeps one comment that says what is so now. Done once more, it finds what it has made. */
export async function keepComment(github: GitHub, { number, step, text, isNews }: CommentOrder): Promise<readonly []> {
  const { owner, repo } = github;
  const body = `${markerOf('comment', step, NAME)}\n${text}`;
  const own = await ownComment(github, number, step);
  if (own === undefined) {
    if (!isNews) return [];
    await github.answer(request =>
      request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', { owner, repo, issue_number: number, body }),
    );
  } else if (own.body !== body) {
    await github.answer(request =>
      request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', { owner, repo, comment_id: own.id, body }),
    );
  }
  return [];
}

/** The comment with our marker and our author: anybody can write the marker. */
async function ownComment(
  github: GitHub,
  number: number,
  step: string,
): Promise<{ readonly id: number; readonly body: string } | undefined> {
  const own = await commentsBy(await github.login(), github, number);
  return own.find(({ body }) => markIn('comment', step, body) === NAME);
}

/** What somebody has said below an issue or a pull request. */
export async function commentsBy(
  login: string,
  github: GitHub,
  number: number,
): Promise<readonly { readonly id: number; readonly body: string }[]> {
  const { owner, repo } = github;
  const comments = await github.list((request, place) =>
    request('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
      owner,
      repo,
      issue_number: number,
      ...place,
    }),
  );
  return comments.flatMap(({ id, body = '', user }) => (user?.login === login ? { id: Number(id), body } : []));
}
