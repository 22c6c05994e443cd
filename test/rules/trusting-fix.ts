import type { Finding } from '../../src/findings/finding.ts';
import type { Report } from '../../src/findings/report.ts';
import { lint } from '../../src/lint/lint.ts';
import { DEFAULT_CONFIGURATION, type Configuration } from '../../src/policy/configuration.ts';
import { EXAMPLE_NOW } from '../../src/rules/rule.ts';
import { makeCertificate, seededKeyPair } from '../certificates.ts';
import { faultsOfFix, fixed } from '../fixes.ts';
import { treeOf, type Files } from '../tree.ts';

const DATES = { notBefore: new Date('2020-01-01'), notAfter: new Date('2120-01-01') };
const ca = makeCertificate({ commonName: 'CA', isAuthority: true, key: seededKeyPair('CA'), ...DATES });
const node = makeCertificate({
  commonName: 'node',
  names: ['node.example'],
  issuer: ca,
  key: seededKeyPair('node'),
  ...DATES,
});

/** An authority, and the certificate that it signed for `node.example`, which is what all targets here serve. */
export const CERTIFICATES: Files = { 'certs/ca.pem': ca.pem, 'served/node.pem': node.pem };

const SERVERS = {
  'node:9100': 'served/node.pem',
  'node.example:9100': 'served/node.pem',
  'node.example:80': 'served/node.pem',
};

/** The report on a repository in which `certs` is deployed as `/etc/certs`. */
function trustingReportOn(files: Files, settings: Partial<Configuration> = {}): Report {
  const configuration = {
    ...DEFAULT_CONFIGURATION,
    servers: SERVERS,
    pathMappings: { '/etc/certs': 'certs' },
    ...settings,
  };
  return lint({ files: treeOf(files), configuration, now: EXAMPLE_NOW });
}

/** What is found in a repository, but for what certificates say of themselves. */
export function trustingFindings(files: Files): readonly Finding[] {
  return trustingReportOn(files).findings.filter(({ at }) => !at.file.path.endsWith('.pem'));
}

/** What the first finding with a fix does to a file beside the certificates. */
export function trustingFix(
  path: string,
  text: string,
  files: Files = CERTIFICATES,
  settings: Partial<Configuration> = {},
): {
  readonly ruleId?: string;
  readonly fix?: Finding['fix'];
  readonly text?: unknown;
  readonly faults: readonly string[];
} {
  const before = { [path]: text, ...files };
  const reportOn = (given: Files): Report => trustingReportOn(given, settings);
  const report = reportOn(before);
  const finding = report.findings.find(({ fix }) => fix !== undefined);
  if (finding?.fix === undefined) return { faults: [] };
  const faults = faultsOfFix(finding, before, report, reportOn);
  return { ruleId: finding.ruleId, fix: finding.fix, text: fixed(before, finding)[path], faults };
}
