import { groupedBy } from '../../text/grouped.ts';
import type { Span } from '../../text/source.ts';
import type { CertificateFile, Found, Reference, ResolvedReference } from '../model.ts';
import { textIdOf } from '../references/committed-text.ts';

const KINDS = new Set(['CA certificate', 'certificate']);

/** The committed files and strings with certificates, by what leads to them. */
export class CertificateFiles {
  readonly all: readonly CertificateFile[];
  readonly #references: readonly ResolvedReference[];
  #byText: ReadonlyMap<string, readonly CertificateFile[]> | undefined;
  #referencesByFile: ReadonlyMap<string, readonly ResolvedReference[]> | undefined;

  constructor(containers: readonly CertificateFile[], references: readonly ResolvedReference[]) {
    this.all = containers.filter(({ certificates }) => certificates.length > 0);
    this.#references = references;
  }

  /** That of a committed path, or of the identity of another text. */
  at(textId: string): CertificateFile | undefined {
    this.#byText ??= groupedBy(this.all, ({ document }) => textIdOf(document));
    return onlyOne(this.#byText.get(textId) ?? []);
  }

  /** That which a field of a client or a server leads to; `undefined` where it is not certain, or holds none. */
  behind(reference: Reference): CertificateFile | undefined {
    if (reference.to === 'inline')
      return onlyOne(this.all.filter(({ document }) => isWrittenAt(document, reference.at)));
    const at = reference.to === 'file' ? reference.path.span : reference.at;
    this.#referencesByFile ??= groupedBy(
      this.#references.filter(({ kind }) => KINDS.has(kind)),
      one => one.at.file.path,
    );
    const leading = (this.#referencesByFile.get(at.file.path) ?? []).filter(one => isWithin(one.at, at));
    const [textId, ...others] = new Set(leading.map(({ found }) => textIdIn(found)));
    return textId === undefined || others.length > 0 ? undefined : this.at(textId);
  }
}

function isWrittenAt({ source }: CertificateFile['document'], at: Span): boolean {
  return source !== undefined && isWithin(source.span(0, source.text.length), at);
}

function isWithin(inner: Span, outer: Span): boolean {
  return inner.file === outer.file && inner.start >= outer.start && inner.end <= outer.end;
}

function textIdIn(found: Found): string | undefined {
  if (found.kind === 'file') return found.path;
  return found.kind === 'entry' || found.kind === 'document' ? found.textId : undefined;
}

function onlyOne<Thing>(things: readonly Thing[]): Thing | undefined {
  return things.length === 1 ? things[0] : undefined;
}
