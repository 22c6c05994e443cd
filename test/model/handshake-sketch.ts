import { lowered } from '../../src/lint/lower.ts';
import { modelOf } from '../../src/model/build.ts';
import type { CertainHandshake } from '../../src/model/model.ts';
import { DEFAULT_CONFIGURATION } from '../../src/policy/configuration.ts';
import { selectionOf } from '../../src/policy/selection.ts';
import type { Texts } from '../marks.ts';
import { treeOf } from '../tree.ts';

/** What the configuration file says of a repository, as far as handshakes depend on it. */
interface Settings {
  readonly servers?: Readonly<Record<string, string>>;
  readonly pathMappings?: Readonly<Record<string, string>>;
}

/**
 * The handshakes of a repository, as `<host>:<port> serves <names of certificates> to <CA>, says <who>`, in their order.
 */
export function handshakesIn(files: Texts, { servers = {}, pathMappings = {} }: Settings = {}): readonly string[] {
  const tree = treeOf(files);
  const { meanings } = lowered(tree, selectionOf(DEFAULT_CONFIGURATION));
  const { handshakes } = modelOf(meanings, [], {
    pathMappings,
    servedCertificates: servers,
    files: { ...tree, includes: () => true },
  });
  return handshakes.map(sketchOf);
}

function sketchOf({ target, encryption, served, servedBy, ca }: CertainHandshake): string {
  const { scheme, host = 'a Pod', port } = target;
  const address = `${scheme}://${host}${port === undefined ? '' : `:${port}`}`;
  const chain = encryption === 'plain' ? 'no TLS' : served.map(({ name }) => name).join(', ') || 'something';
  const roots = typeof ca === 'string' ? ca : ca.certificates.map(({ name }) => name).join(', ');
  return `${address} serves ${chain} to ${roots}, says ${servedBy.words}`;
}
