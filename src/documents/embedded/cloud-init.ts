import { baseName } from '../../text/path.ts';
import { mapsAt, nodeAt, textAt } from '../dialect.ts';
import type { CarrierReader, Encoding } from './embedded.ts';

// canonical/cloud-init cloudinit/config/cc_write_files.py, at 25.3. What is compressed is told by its bytes.
const BASE64 = new Set(['b64', 'base64', 'gz+b64', 'gz+base64', 'gzip+b64', 'gzip+base64']);
const BINARY_TAG = 'tag:yaml.org,2002:binary';

/** The files that cloud-init writes. */
export const cloudInit: CarrierReader = {
  sign: /write_files/,
  hidingSign: /encoding["']?[ \t]*:[ \t]*["']?(?:gz|b64|base64)|!!binary|web(?:-config)?\.ya?ml\b/,
  *embeddedIn(root) {
    for (const file of mapsAt(root, 'write_files')) {
      const path = textAt(file, 'path');
      const content = nodeAt(file, 'content');
      if (path === undefined || content?.kind !== 'scalar') continue;
      const isEncoded = BASE64.has((textAt(file, 'encoding') ?? '').toLowerCase()) || content.tag === BINARY_TAG;
      const encoding: Encoding = isEncoded ? 'base64' : 'none';
      yield {
        scalar: content,
        encoding,
        keys: ['write_files', path, 'content'],
        fileName: baseName(path),
        within: { kind: 'string', key: path },
        // What stands in the file before is not seen.
        isPartial: textAt(file, 'append') === 'true',
      };
    }
  },
};
