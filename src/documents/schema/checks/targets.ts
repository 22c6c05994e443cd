import { blockOf, invalid, listOf, textOf } from '../block.ts';
import type { Block, Complaint } from '../complaint.ts';

/**
 * A target is a host and a port. With a relabeling that may write the address or leave the target out, what becomes of it
 * is not known. Prometheus' `config/config.go`, `CheckTargetAddress`, and `scrape/target.go`, `PopulateLabels`.
 */
export function staticTargets(block: Block): Iterable<Complaint> {
  return targetFaults(block, true);
}

/** The same of Alertmanagers, of which nobody asks whether they have an address. `notifier/alertmanager.go`. */
export function alertmanagerTargets(block: Block): Iterable<Complaint> {
  return targetFaults(block, false);
}

function* targetFaults(block: Block, needsAddress: boolean): Iterable<Complaint> {
  if (listOf(block['relabel_configs']).some(rule => mayChangeAddress(blockOf(rule)))) return;
  for (const [group, item] of listOf(block['static_configs']).entries()) {
    const { targets, labels } = blockOf(item);
    if ('__address__' in blockOf(labels)) continue;
    for (const [index, target] of listOf(targets).entries()) {
      if (typeof target === 'object' && target !== null) continue;
      const place = ['static_configs', group, 'targets', index];
      const address = textOf(target);
      if (address === '' && needsAddress) yield invalid(place, 'no address');
      if (!address.includes('/')) continue;
      const remedy = 'write host:port alone, and the scheme and the path as fields of the job';
      yield { ...invalid(place, 'it is not a valid hostname'), remedy };
    }
  }
}

function mayChangeAddress(rule: Block): boolean {
  const action = textOf(rule['action'] ?? 'replace').toLowerCase();
  if (!['replace', 'hashmod', 'lowercase', 'uppercase'].includes(action)) return true;
  const target = textOf(rule['target_label']);
  return target === '__address__' || target.includes('$');
}
