import type { CertificateFile, Found, Model, Reference, ResolvedReference } from '../model/model.ts';
import { textIdOf } from '../model/references/committed-text.ts';
import { groupedBy } from '../text/grouped.ts';
import type { Span } from '../text/source.ts';
import { isWithin, leadsFrom, spanOf } from './certificate-use.ts';
import { isTaken } from './skipped-block.ts';

/** What a client has for its CA, and that holds none. */
export interface UnusableAuthority {
  /** Where it is; absent for text that stands in the field itself. */
  readonly path?: string;
  /** What it holds, where that is anything of ours. */
  readonly container?: CertificateFile;
}

/** The authorities that clients name, and what they lead to. */
export class Authorities {
  /** Those that name a file by their place, of which there may be thousands in a file; the others by their file. */
  readonly #toFiles: ReadonlyMap<string, ResolvedReference>;
  readonly #toObjects: ReadonlyMap<string, readonly ResolvedReference[]>;
  readonly #containers: ReadonlyMap<string, readonly CertificateFile[]>;
  readonly #inline: ReadonlyMap<string, readonly CertificateFile[]>;

  constructor(references: Model['references'], containers: Model['containers']) {
    const toAuthorities = references.filter(({ kind }) => kind === 'CA certificate');
    const toFiles = toAuthorities.filter(({ target }) => target.to === 'file');
    const toObjects = toAuthorities.filter(({ target }) => target.to !== 'file');
    this.#toFiles = new Map(toFiles.map(reference => [placeKeyOf(reference.at), reference]));
    this.#toObjects = groupedBy(toObjects, ({ at }) => at.file.path);
    const inline = containers.filter(({ document }) => document.within?.kind === 'string');
    this.#inline = groupedBy(inline, ({ document }) => document.file.path);
    this.#containers = groupedBy(containers, ({ document }) => textIdOf(document));
  }

  /** What a client names that holds no certificate which Go takes; `undefined` also where it is not known. */
  unusableAt(ca: Reference): UnusableAuthority | undefined {
    if (ca.to === 'inline') return this.#unusableWithin(ca.at);
    const found = this.#foundFor(ca);
    if (found?.kind === 'file' && found.lacksCertificates === true) {
      const [container] = this.#containers.get(found.path) ?? [];
      return { path: found.path, ...(container === undefined ? {} : { container }) };
    }
    const textId = found && textIdIn(found);
    const containers = textId === undefined ? [] : (this.#containers.get(textId) ?? []);
    const [container] = containers;
    if (container === undefined || containers.some(({ certificates }) => certificates.some(isTaken))) return undefined;
    return { path: container.document.within?.key ?? container.document.file.path, container };
  }

  /** For text that stands in the field itself; nothing is said of what only stands in the place of a certificate. */
  #unusableWithin(at: Span): UnusableAuthority | undefined {
    const container = this.#inline.get(at.file.path)?.find(({ document: { source } }) => {
      return source !== undefined && isWithin(source.span(0, source.text.length), at);
    });
    return container === undefined || !holdsSomething(container) || container.certificates.some(isTaken)
      ? undefined
      : { container };
  }

  #foundFor(ca: Reference): Found | undefined {
    const at = spanOf(ca);
    if (ca.to === 'file') return this.#toFiles.get(placeKeyOf(at))?.found;
    return this.#toObjects.get(at.file.path)?.find(reference => leadsFrom(reference, ca))?.found;
  }
}

function holdsSomething({ certificates, keys, skipped }: CertificateFile): boolean {
  return certificates.length > 0 || keys.length > 0 || skipped.some(({ certificate }) => certificate !== undefined);
}

function placeKeyOf({ file, start, end }: Span): string {
  return `${file.path} ${start} ${end}`;
}

function textIdIn(found: Found): string | undefined {
  if (found.kind === 'file') return found.path;
  return found.kind === 'entry' || found.kind === 'document' ? found.textId : undefined;
}
