import { execFileSync } from 'node:child_process';

/** What GitHub's API says of a repository, taken from a checkout of it. */
export class GitObjects {
  /** As many files as a comparison names; GitHub names 300. */
  mostFiles = 300;
  /** As many files as a tree lists; GitHub lists 100,000. */
  mostEntries = 100_000;
  /** Files of which a comparison shows no hunks. */
  readonly withoutHunks = new Set<string>();
  readonly #top: string;

  constructor(top: string) {
    this.#top = top;
  }

  /** `GET .../compare/{basehead}` */
  comparison(basehead: string): object {
    const [base = '', head = ''] = basehead.split('...');
    const commit = this.#git('merge-base', base, head).trim();
    const fields = this.#git('diff', '-M', '--name-status', '-z', commit, head).split('\0').slice(0, -1);
    const files: object[] = [];
    for (let at = 0; at < fields.length; ) {
      const status = fields[at] ?? '';
      const isRenamed = status.startsWith('R');
      const [first = '', second = ''] = fields.slice(at + 1);
      const filename = isRenamed ? second : first;
      at += isRenamed ? 3 : 2;
      files.push({
        filename,
        status: isRenamed ? 'renamed' : status === 'A' ? 'added' : status === 'D' ? 'removed' : 'modified',
        ...(isRenamed ? { previous_filename: first } : {}),
        ...this.#hunks(commit, head, isRenamed ? [first, filename] : [filename]),
      });
    }
    return { merge_base_commit: { sha: commit }, files: files.slice(0, this.mostFiles) };
  }

  /** `GET .../git/trees/{tree_sha}?recursive=true` */
  tree(commit: string): object {
    const entries = this.#git('ls-tree', '-r', '-t', '-l', '-z', commit).split('\0').slice(0, -1);
    const tree = entries.map(entry => {
      const [head = '', path = ''] = entry.split('\t');
      const [mode = '', type = '', sha = '', size = ''] = head.split(/ +/);
      return { path, mode, type, sha, ...(size === '-' ? {} : { size: Number(size) }) };
    });
    return { tree: tree.slice(0, this.mostEntries), truncated: tree.length > this.mostEntries };
  }

  /** `GET .../git/blobs/{file_sha}`, with the line breaks that GitHub puts into base64. */
  blob(id: string): object {
    const content = execFileSync('git', ['-C', this.#top, 'cat-file', 'blob', id]).toString('base64');
    return { encoding: 'base64', content: content.replace(/.{60}/g, '$&\n') };
  }

  /** Without the header of the file, as GitHub has it; none where there are no lines, and of a binary file. */
  #hunks(base: string, head: string, paths: readonly string[]): { readonly patch?: string } {
    const patch = this.#git('diff', '-M', base, head, '--', ...paths);
    const start = patch.indexOf('\n@@ ');
    const isShown = start !== -1 && !paths.some(path => this.withoutHunks.has(path));
    return isShown ? { patch: patch.slice(start + 1).replace(/\n$/, '') } : {};
  }

  #git(...words: readonly string[]): string {
    return execFileSync('git', ['-C', this.#top, '-c', 'core.quotePath=false', ...words], { encoding: 'utf8' });
  }
}
