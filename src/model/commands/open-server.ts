import { isTemplated, literal } from '../../text/written.ts';
import type { CommandFlag, CommandLine } from './command-line.ts';
import { isLoopbackAddress } from './publication.ts';

/**
 * True for a Prometheus that answers whoever reaches it, as far as its command says: without a web configuration, at an
 * address that is not the machine's own. False where a template may say otherwise.
 */
export function isOpenServer({ program, flags, isPartial }: CommandLine): boolean {
  if (program !== 'prometheus' || isPartial || flags.some(({ name }) => name === 'web.config.file')) return false;
  const addresses = flags.filter(({ name }) => name === 'web.listen-address').flatMap(({ value }) => value ?? []);
  if (addresses.some(isTemplated)) return false;
  return addresses.length === 0 || addresses.some(address => !isLoopbackAddress(literal(address)?.value ?? ''));
}

/** The flag that turns something on, by the name of its switch; the last one of the name counts. */
export function enabledBy({ flags }: CommandLine, name: string): CommandFlag | undefined {
  const last = flags.findLast(flag => flag.name === name || flag.name === `no-${name}`);
  if (last?.name !== name) return undefined;
  return last.value === undefined || literal(last.value)?.value === 'true' ? last : undefined;
}

/** The flag `--enable-feature` that turns on a feature of that name. */
export function enabledAsFeature({ flags }: CommandLine, feature: string): CommandFlag | undefined {
  return flags.find(
    ({ name, value }) => name === 'enable-feature' && literal(value)?.value.split(',').includes(feature) === true,
  );
}
