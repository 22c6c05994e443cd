/** GitHub does not do it. */
export class Refused extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export interface User {
  readonly login: string;
  readonly type: 'Bot' | 'User';
}

export const BOT: User = { login: 'github-actions[bot]', type: 'Bot' };

export interface IssueComment {
  readonly id: number;
  readonly user: User;
  readonly body: string;
}

const BODY_LENGTH = 65_536;

/** The page of a list that a request asks for. */
export function pageOf<T>(things: readonly T[], query: URLSearchParams): readonly T[] {
  const size = Math.min(100, Number(query.get('per_page') ?? 30));
  const page = Number(query.get('page') ?? 1);
  return things.slice((page - 1) * size, page * size);
}

/** The text of what somebody writes. @throws Refused where it is blank or too long. */
export function checkedBody({ body }: { readonly body: string }): string {
  if (body.trim() === '' || body.length > BODY_LENGTH) throw new Refused(422, 'body is too long (or blank)');
  return body;
}
