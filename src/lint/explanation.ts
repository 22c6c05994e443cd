import type { Finding } from '../findings/finding.ts';
import type { Client } from '../model/model.ts';
import { runtimeErrorOf } from '../rules/errors/errors.ts';
import { wantedIn, type Cause, type RuntimeError, type Wanted } from '../rules/errors/runtime-error.ts';
import type { Span } from '../text/source.ts';
import { literal } from '../text/written.ts';

/** An error of Prometheus with what the repository says about it. */
export interface Explanation {
  readonly error: RuntimeError;
  /** Who opens the connection that the text speaks of, and where the host is written. */
  readonly connections: readonly Connection[];
  /** Those that the repository shows first, each part in the order of likelihood. */
  readonly causes: readonly FoundCause[];
  /** True when what was found belongs to the connection of the text, and false when it might be any. */
  readonly isAboutConnection: boolean;
}

/** A client that asks a host. */
export interface Connection {
  readonly client: Client;
  readonly host: string;
  readonly at: Span;
}

/** A cause with the findings of its rules. */
export interface FoundCause {
  readonly cause: Cause;
  readonly findings: readonly Finding[];
}

/**
 * What an error from the targets page or the log means, and where in the repository it comes from; `undefined` for a text
 * that is no error that is known.
 */
export function explanationOf(
  pasted: string,
  clients: readonly Client[],
  findings: readonly Finding[],
): Explanation | undefined {
  const text = unquoted(pasted);
  const error = runtimeErrorOf(text);
  if (error === undefined) return undefined;
  const wanted = wantedIn(text);
  const connections = connectionsIn(clients, wanted);
  const all = error.causes.map(cause => ({
    cause,
    findings: findings.filter(({ ruleId }) => cause.ruleIds.includes(ruleId)),
  }));
  const own = all.map(({ cause, findings: ofCause }) => ({
    cause,
    findings: ofCause.filter(finding => isAbout(finding, connections, wanted)),
  }));
  const isAboutConnection = own.some(({ findings: ofCause }) => ofCause.length > 0);
  return { error, connections, isAboutConnection, causes: foundFirst(isAboutConnection ? own : all) };
}

/** A line of a log has its text in quotes, with those in it escaped, as logfmt and JSON write them. */
function unquoted(text: string): string {
  return text.replaceAll('\\"', '"').replaceAll(/\s+/g, ' ').trim();
}

function foundFirst(causes: readonly FoundCause[]): readonly FoundCause[] {
  return [
    ...causes.filter(({ findings }) => findings.length > 0),
    ...causes.filter(({ findings }) => findings.length === 0),
  ];
}

function connectionsIn(clients: readonly Client[], { hosts, job }: Wanted): readonly Connection[] {
  return clients.flatMap(client => {
    const isOfJob = job !== undefined && client.label.endsWith(`"${job}"`);
    const written = [...client.targets.hosts, ...(client.tls?.serverName === undefined ? [] : [client.tls.serverName])];
    const asked = written.flatMap(host => literal(host) ?? []);
    const matching = asked.filter(({ value }) => hosts.includes(value.toLowerCase()));
    const found = matching.length > 0 ? matching : isOfJob ? asked.slice(0, 1) : [];
    return found.map(({ value, span }) => ({ client, host: value, at: span }));
  });
}

function isAbout(finding: Finding, connections: readonly Connection[], { hosts, path }: Wanted): boolean {
  const { at, subject, message } = finding;
  const isOfClient = connections.some(
    ({ client }) => client.document.file.path === at.file.path && subject.path.startsWith(client.path),
  );
  const words = [...hosts, ...(path === undefined ? [] : [path])];
  return isOfClient || words.some(word => message.toLowerCase().includes(word.toLowerCase()));
}
