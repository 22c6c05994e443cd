import { once } from 'node:events';
import { createServer as createHttpServer, type RequestListener, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { pemBlock } from '../certificates.ts';
import type { LiveServer } from './situation.ts';

/** A server that a situation asks for, on all addresses of this machine. */
export interface Target {
  readonly port: number;
  close(): void;
}

/** Starts the server; it answers each request with one metric. */
export async function startTarget(server: LiveServer): Promise<Target> {
  const listener = serverOf(server);
  listener.listen(0);
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo; // an address with a port, since it does not listen on a socket file
  return {
    port,
    close: () => {
      listener.close();
      listener.closeAllConnections();
    },
  };
}

const answer: RequestListener = (_, response) => {
  response.setHeader('Content-Type', 'text/plain; version=0.0.4');
  response.end('live_metric 1\n');
};

function serverOf(server: LiveServer): Server {
  if (server.speaks === 'http') return createHttpServer(answer);
  const { served, key, options } = server;
  return createHttpsServer(
    {
      // Weak keys and signatures are served too: it is for Prometheus to refuse them.
      ciphers: 'DEFAULT@SECLEVEL=0',
      minVersion: 'TLSv1',
      cert: served.map(der => pemBlock('CERTIFICATE', der)).join(''),
      key: key.export({ type: 'pkcs8', format: 'pem' }),
      ...options,
    },
    answer,
  );
}
