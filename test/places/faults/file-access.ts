import { caseAt, wantingBesides, type Case, type Fault } from '../fault.ts';
import { fieldsOf, healthyClient, type Place } from '../place.ts';
import { at, merged, wanting, yamlOf, type Fields } from '../yaml.ts';

/** What can be wrong with files that a monitor makes Prometheus read. */
export const FILE_ACCESS_FAULTS: readonly Fault[] = [
  {
    name: 'a file of a monitor that Prometheus denies',
    casesAt: place => filesOf(place, place.resource?.isMonitor === true, true),
  },
  { name: 'a file that Prometheus does not deny', casesAt: place => filesOf(place, false, false) },
];

function filesOf(place: Place, isWanted: boolean, deny: boolean): readonly Case[] {
  const server = {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'Prometheus',
    metadata: { name: 'server' },
    spec: { arbitraryFSAccessThroughSMs: { deny } },
  };
  return (place.resource?.files ?? []).map(path => {
    const client = merged(besideFile(place, path), at(path, '/etc/prometheus/secrets/example/file'));
    const marked = isWanted ? wanting(client, path, 'operator-file-access') : client;
    const besides = place.ways.filter(({ field }) => field === path).flatMap(way => way.besides);
    return caseAt(place, wantingBesides(marked, besides), { detail: path, beside: { 'server.yaml': yamlOf(server) } });
  });
}

/** A healthy client in which a file takes the place of the object, and the other half of a certificate is there. */
function besideFile(place: Place, path: string): Fields {
  const { tls } = place;
  const [block, field] = path.split('.');
  if (tls === undefined || block !== tls.key) return healthyClient(place);
  const halves: Readonly<Record<string, Fields>> = {
    caFile: { ca: undefined },
    certFile: fieldsOf(tls.privateKey[0]),
    keyFile: fieldsOf(tls.cert[0]),
  };
  return merged(healthyClient(place), { [tls.key]: halves[field ?? ''] ?? {} });
}
