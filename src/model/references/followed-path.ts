import type { Document } from '../../documents/document.ts';
import type { FileTree } from '../../text/file-tree.ts';
import { groupedBy } from '../../text/grouped.ts';
import { folderOf } from '../../text/path.ts';
import { lacksAuthorities } from '../certificates/authority-file.ts';
import type { CommittedSecret, FieldReference, Found } from '../model.ts';
import { committedSecretIn } from '../secrets/committed-secret.ts';

/** The files that paths can lead to. */
export type CommittedFiles = Pick<FileTree, 'paths' | 'has' | 'read'> & {
  /** False for a file that is to be left alone: it is there, and nothing is said of its content. */
  includes(path: string): boolean;
};

const CERTIFICATE = /\.(?:pem|crt|cer|cert|ca)$/i;
// What is not secret is missed where others of its like are: by what the files hold, how those are called.
const LIKES: ReadonlyMap<string, RegExp> = new Map([
  ['CA certificate', CERTIFICATE],
  ['certificate', CERTIFICATE],
  ['scrape configuration', /\.(?:ya?ml|json)$/i],
]);

// The names that Compose looks for, and those that are laid over them.
const COMPOSE = /(?:^|\/)(?:docker-)?compose[^/]*\.ya?ml$/i;

/** Follows paths. Each file is read once. */
export class FollowedPaths {
  readonly #files: CommittedFiles;
  readonly #secrets = new Map<string, CommittedSecret | undefined>();
  readonly #withoutCertificates = new Map<string, boolean>();
  #byFolder: ReadonlyMap<string, readonly string[]> | undefined;

  constructor(files: CommittedFiles) {
    this.#files = files;
  }

  /**
   * True where more may be there than is seen: of an image what it is made of, and where another compose file lies beside
   * one, that may be laid over it and add volumes.
   */
  isLaidOver({ dialect, file }: Document): boolean {
    if (dialect === 'dockerfile') return true;
    return dialect === 'compose' && this.#filesBeside(file.path).some(path => path !== file.path && COMPOSE.test(path));
  }

  /** @param isWhole false where more than is seen here may lie in the folder of the file. */
  foundAt(path: string, { document, kind, isSecret }: FieldReference, isWhole: boolean): Found {
    if (this.#files.has(path)) {
      const secret = isSecret ? this.#secretIn(path, kind) : undefined;
      const lacksCertificates = kind === 'CA certificate' && this.#lacksCertificates(path);
      return {
        kind: 'file',
        path,
        ...(secret === undefined ? {} : { secret }),
        ...(lacksCertificates ? { lacksCertificates } : {}),
      };
    }
    const like = isWhole ? LIKES.get(kind) : undefined;
    const hasLike =
      like !== undefined && this.#filesBeside(path).some(file => like.test(file) && file !== document.file.path);
    return hasLike ? { kind: 'missing file', path } : { kind: 'unknown' };
  }

  #secretIn(path: string, kind: string): CommittedSecret | undefined {
    // A private key in PEM is judged by itself, and in no other form is one read.
    if (kind === 'private key' || !this.#files.includes(path)) return undefined;
    const place = `${kind} ${path}`;
    if (!this.#secrets.has(place)) {
      const content = this.#files.read(path);
      const isRead = content !== undefined && 'bytes' in content;
      this.#secrets.set(place, isRead ? committedSecretIn(path, content.bytes, kind) : undefined);
    }
    return this.#secrets.get(place);
  }

  #lacksCertificates(path: string): boolean {
    let isWithout = this.#withoutCertificates.get(path);
    if (isWithout === undefined) {
      const content = this.#files.includes(path) ? this.#files.read(path) : undefined;
      const isRead = content !== undefined && 'bytes' in content;
      isWithout = isRead && lacksAuthorities(content.bytes);
      this.#withoutCertificates.set(path, isWithout);
    }
    return isWithout;
  }

  #filesBeside(path: string): readonly string[] {
    this.#byFolder ??= groupedBy(this.#files.paths, folderOf);
    return this.#byFolder.get(folderOf(path)) ?? [];
  }
}
