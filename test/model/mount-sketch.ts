import { lowered } from '../../src/lint/lower.ts';
import { modelOf } from '../../src/model/build.ts';
import type { Found } from '../../src/model/model.ts';
import { DEFAULT_CONFIGURATION } from '../../src/policy/configuration.ts';
import { selectionOf } from '../../src/policy/selection.ts';
import type { Texts } from '../marks.ts';
import { treeOf } from '../tree.ts';

/**
 * What the paths in the files of a repository lead to, as `<path>: <what is there>`, in the order of the files.
 */
export function pathsIn(files: Texts, pathMappings: Readonly<Record<string, string>> = {}): readonly string[] {
  const tree = treeOf(files);
  const { meanings } = lowered(tree, selectionOf(DEFAULT_CONFIGURATION));
  const { references } = modelOf(meanings, [], {
    pathMappings,
    servedCertificates: {},
    files: { ...tree, includes: () => true },
  });
  return references.flatMap(({ target, found }) =>
    target.to === 'file' && 'value' in target.path ? [`${target.path.value}: ${sketchOf(found)}`] : [],
  );
}

function sketchOf(found: Found): string {
  switch (found.kind) {
    case 'file':
      return found.path;
    case 'missing file':
      return `no ${found.path}`;
    case 'entry':
      return found.secret.value.value.reveal();
    case 'document':
      return found.textId;
    case 'missing key':
      return `no ${found.key} in ${found.object.name.value}`;
    case 'unknown':
      return '?';
  }
}
