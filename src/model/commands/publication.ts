import type { CommandFlag } from './command-line.ts';
import { hostOf } from '../host.ts';
import { isTemplated } from '../../text/written.ts';

const DEFAULT_PORT = '9090';
const LOOPBACK = /^(?:127\.|localhost$|::1$)/;
const LOCAL_MAPPING = /^(?:127\.|localhost:|\[::1\])/;

/** True for an address that other machines cannot reach. */
export function isLoopbackAddress(address: string): boolean {
  return LOOPBACK.test(hostOf(address));
}

/** The port that a Prometheus with these flags listens at; `undefined` where a template says. */
export function listeningPort(flags: readonly CommandFlag[]): string | undefined {
  const address = flags.find(({ name }) => name === 'web.listen-address')?.value;
  if (address === undefined) return DEFAULT_PORT;
  return isTemplated(address) ? undefined : /:(\d+)$/.exec(address.value)?.[1];
}

/**
 * True when a mapping of ports (`9090:9090`, `127.0.0.1:80:9090/tcp`, `9090`) opens a port of a container to other
 * machines.
 */
export function opensPort(mapping: string, port: string | undefined): boolean {
  const [, address = '', container] = /^(?:(.*):)?(\d+)(?:\/tcp)?$/.exec(mapping) ?? [];
  return container !== undefined && container === port && !address.includes('$') && !LOCAL_MAPPING.test(address);
}
