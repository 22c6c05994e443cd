import { mapAt, nodeAt, type Dialect } from './dialect.ts';

const SIGN = /server_groups/;
// It takes a configuration of Prometheus for the rules that it evaluates (pkg/config/config.go).
const OURS = new Set(['promxy', 'alerting', 'remote_write', 'remote_read']);

/** The configuration of promxy, which asks several Prometheus as one (jacksontj/promxy pkg/servergroup, at v0.0.94). */
export const promxy: Dialect = {
  signAt: ({ isJson }) => (isJson ? undefined : SIGN),
  isFirstOnly: true,
  claimOf(root) {
    const own = mapAt(root, 'promxy');
    if (own === undefined || nodeAt(own, 'server_groups')?.kind !== 'list') return undefined;
    const parts = root.pairs.flatMap(({ key, value }) =>
      value !== undefined && OURS.has(key.text) ? [{ keys: [key.text], node: value }] : [],
    );
    return { dialect: 'promxy', spelling: 'snake', name: '', parts };
  },
};
