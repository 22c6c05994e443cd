import type { YamlDocument } from '../../documents/document.ts';
import { nullThatSkipsVerification } from '../../documents/helm-values.ts';
import { spanOf } from '../../parse/yaml-node.ts';
import { clientOf } from './client.ts';
import type { Client } from '../model.ts';
import type { Place } from '../walk.ts';

/** The client that a chart makes of values in which a null stands where it takes that for `true`. */
export function chartClientsAt(place: Place, document: YamlDocument): readonly Client[] {
  if (document.dialect !== 'helm-values' || place.isItem) return [];
  const pair = nullThatSkipsVerification(place.keys, place.map);
  if (pair === undefined) return [];
  const { key, value } = pair;
  const tls = {
    at: spanOf(key),
    // The settings beside it are the chart's business.
    isTemplated: true,
    spelled: { cert: 'certFile', key: 'keyFile', serverName: 'serverName' },
    insecureSkipVerify: { value: true, span: spanOf(value ?? key), field: key.text, isOfChart: true },
  } as const;
  return place.mappings.map(mapping => clientOf(place, document, mapping, { isListed: false, tls }));
}
