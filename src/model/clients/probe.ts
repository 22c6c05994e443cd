import type { YamlDocument } from '../../documents/document.ts';
import { booleanOf, spanOf } from '../../parse/yaml-node.ts';
import { moduleAt } from './blackbox-module.ts';
import type { Mapping } from '../mapping.ts';
import type { Client, Targets, Transport } from '../model.ts';
import { ownEntry } from '../own-entry.ts';
import { isTemplated } from '../../text/written.ts';

// A module with such a name is about the certificate, or says what it does without.
const DELIBERATE =
  /insecure|unverif|un?trusted|any_?ca|no_?(?:tls_?)?(?:ca|verif|valid|check)|skip|ignore|invalid|bad_?ssl|cert|expir|ssl|tls|self_?sign/i;
const UNKNOWN: Transport = { kind: 'unknown', reason: '', remedy: '' };

/** Whom a module asks is said by each request for a probe. */
export const TOLD_TARGETS: Targets = {
  hosts: [],
  areInCluster: false,
  areUnknown: true,
  areKubelets: false,
  isApiServer: false,
};

/** How the client of a module is a probe; `undefined` for other clients. */
export function probeAt(keys: readonly string[], document: YamlDocument): Client['probe'] {
  const module = moduleAt(keys, document);
  return module === undefined ? undefined : { isAboutCertificates: DELIBERATE.test(module.name) };
}

/**
 * Whether a module encrypts: `http` and `websocket` as the URL of the request says, the others by a switch, or where the
 * conversation comes to `starttls`.
 */
export function transportOfModule(keys: readonly string[], mapping: Mapping, document: YamlDocument): Transport {
  const prober = keys.at(-1) === moduleAt(keys, document)?.prober ? keys.at(-1) : undefined;
  if (prober === undefined || prober === 'http' || prober === 'websocket') return UNKNOWN;
  const field = prober === 'dns' ? 'dnsOverTls' : 'tls';
  const name = mapping.spelled(field);
  const remedy = `set ${name}: true`;
  const pair = mapping.pair(field);
  if (pair === undefined) {
    const turnsToTls = mapping.items('queryResponse').some(step => step.has('starttls'));
    const switching = { on: { [name]: true }, off: { [name]: false } };
    return turnsToTls ? UNKNOWN : { kind: 'plain', reason: `${name} is not set`, remedy, switching };
  }
  const value = mapping.boolean(field);
  if (value === undefined || isTemplated(value)) return UNKNOWN;
  const isOn = booleanOf(pair.value) === true;
  const entry = ownEntry(mapping, field);
  return {
    kind: isOn ? 'tls' : 'plain',
    at: spanOf(pair.value),
    reason: `${name} is ${isOn}`,
    remedy,
    ...(entry === undefined ? {} : { switching: { entry, on: { [name]: true }, off: { [name]: false } } }),
  };
}
