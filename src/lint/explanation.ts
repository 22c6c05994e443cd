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
interface Connection {
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
  text: string,
  clients: readonly Client[],
  findings: readonly Finding[],
): Explanation | undefined {
  const error = runtimeErrorOf(text);
  if (error === undefined) return undefined;
  const wanted = wantedIn(text);
  const connections = connectionsIn(clients, wanted);
  const possible = findings.filter(
    ({ message }) => !namesAnotherStatus(message, text) && !quotesAnother(message, error),
  );
  const own = possible.filter(finding => isAbout(finding, connections, wanted));
  const causes = causesWith(error, own);
  const isAboutConnection = causes.some(cause => cause.findings.length > 0);
  return {
    error,
    connections,
    isAboutConnection,
    causes: foundFirst(isAboutConnection ? causes : causesWith(error, possible)),
  };
}

/** The causes of an error, each finding with the likeliest that its rule is behind. */
function causesWith({ causes }: RuntimeError, findings: readonly Finding[]): readonly FoundCause[] {
  const told = new Set<Finding>();
  return causes.map(cause => {
    const ofCause = findings.filter(finding => cause.ruleIds.includes(finding.ruleId) && !told.has(finding));
    for (const finding of ofCause) told.add(finding);
    return { cause, findings: ofCause };
  });
}

// A number of its own, and no port or part of an address.
const STATUS = /(?<![\d.:])[45]\d\d(?![\d.:])/g;

/** True where a message speaks of answers, and not of that which the text has. */
function namesAnotherStatus(message: string, text: string): boolean {
  const wanted = /HTTP (?:status )?(\d{3})/.exec(text)?.[1];
  const named = [...message.matchAll(STATUS)].map(([status]) => status);
  return wanted !== undefined && named.length > 0 && !named.includes(wanted);
}

const QUOTED = /\(((?:x509|tls|remote error|server returned)\b.*)\)/;

/** True where a message foretells another error: a rule may find what leads to several. */
function quotesAnother(message: string, error: RuntimeError): boolean {
  const quoted = QUOTED.exec(message)?.[1];
  const foretold = quoted === undefined ? undefined : runtimeErrorOf(quoted);
  return foretold !== undefined && foretold !== error;
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
