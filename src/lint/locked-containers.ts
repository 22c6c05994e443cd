import type { Unread } from '../findings/report.ts';
import type { Model } from '../model/model.ts';

/** The containers of which a part opens with a password alone, as files that were not read. */
export function lockedContainersOf({ containers }: Model): readonly Unread[] {
  return containers
    .filter(({ isReadableWithoutPassword }) => !isReadableWithoutPassword)
    .map(({ document, kind }) => ({
      path: document.file.path,
      reason:
        kind === 'key-store'
          ? 'a part of this key store is a secret key, or is missing'
          : 'a part of this PKCS #12 container cannot be read without its password',
    }));
}
