import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { chart } from './tree/chart.mjs';
import { customResourceDefinition } from './tree/custom-resource-definition.mjs';
import { dashboard } from './tree/dashboard.mjs';
import { deployment } from './tree/manifests.mjs';
import { configMap, configuration, serviceMonitor, webConfiguration } from './tree/prometheus.mjs';

/** Files in a block; a tree is so many blocks, and each block has the whole mix. */
export const BLOCK_FILES = 100;

/** Places in a block where verification is plainly switched off, in its prometheus.yml and its ServiceMonitor. */
export const BLOCK_FAULTS = 2;

/**
 * Writes the blocks from `first` to before `end` into a folder and gives their size in bytes. Of 100 files 64 are Helm
 * templates, 16 the other files of their charts, 3 CRD schemas (most of the bytes), 5 dashboards, 8 plain manifests and
 * 4 configuration of Prometheus. 15 hold a word that promsec looks for. A block has the same bytes on every machine.
 */
export function writeBlocks(folder, first, end) {
  let bytes = 0;
  for (let block = first; block < end; block++) {
    for (const [path, text] of Object.entries(filesOfBlock(block))) {
      const file = join(folder, `block-${block}`, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
      bytes += Buffer.byteLength(text);
    }
  }
  return bytes;
}

function filesOfBlock(block) {
  const seed = block * BLOCK_FILES;
  const charts = Array.from({ length: 8 }, (_, number) => {
    const isMonitored = number < 4;
    return under(`charts/chart-${number}`, chart(seed + number, isMonitored));
  });
  const dashboards = Array.from({ length: 5 }, (_, number) => [
    `dashboards/${number}.json`,
    dashboard(seed + number, 41),
  ]);
  const manifests = Array.from({ length: 8 }, (_, number) => [`manifests/${number}.yaml`, deployment(seed + number)]);
  return {
    ...Object.assign({}, ...charts),
    'crds/prometheuses.yaml': customResourceDefinition(seed, 'Prometheus', 704_000),
    'crds/probes.yaml': customResourceDefinition(seed, 'Probe', 75_000),
    'crds/servicemonitors.yaml': customResourceDefinition(seed, 'ServiceMonitor', 75_000),
    ...Object.fromEntries([...dashboards, ...manifests]),
    'prometheus/prometheus.yml': configuration(seed),
    'prometheus/servicemonitor.yaml': serviceMonitor(seed),
    'prometheus/configmap.yaml': configMap(seed),
    'prometheus/web.yml': webConfiguration(seed),
  };
}

function under(folder, files) {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));
}
