import type { Report } from '../../src/findings/report.ts';
import { wholeReport } from '../../src/edge/whole-report.ts';
import { htmlReporter } from '../../src/report/html/report-page.ts';
import { SourceFile } from '../../src/text/source.ts';
import { changeSample } from '../report/change-sample.ts';
import { findingOf, reportOf, sample } from '../report/sample.ts';

/** A page to look at, and the report that it is of. */
export interface SamplePage {
  readonly name: string;
  readonly html: string;
  readonly report: Report;
}

const NOW = new Date('2026-11-20T12:00:00Z');

/** How many findings the largest page has. */
export const MANY = 10_000;

/** A page of the examples, one of all that is hard to show, one of a change, one of many certificates, one of nothing. */
export async function samplePages(): Promise<readonly SamplePage[]> {
  const { report } = await wholeReport({
    paths: ['examples'],
    folder: process.cwd(),
    configuration: { isOff: true },
    settings: {},
    now: NOW,
  });
  return [
    pageOf('examples/', report),
    pageOf('all that is hard to show', sample),
    pageOf('a change', changeSample),
    pageOf('many certificates', manyCertificates()),
    pageOf('nothing', reportOf([])),
  ];
}

/** A page with {@link MANY} findings. */
export function largePage(): SamplePage {
  const findings = Array.from({ length: MANY / 20 }, (_, index) => index).flatMap(index => {
    const line = '      insecureSkipVerify: true\n';
    const file = new SourceFile(`clusters/team-${index}/servicemonitors.yaml`, line.repeat(20));
    return Array.from({ length: 20 }, (__, of) => {
      const start = of * line.length + 6;
      return findingOf({
        at: file.span(start, start + 24),
        rule: of % 2 === 0 ? 'insecure-skip-verify' : 'missing-ca-file',
      });
    });
  });
  return pageOf(`${MANY} findings`, reportOf(findings));
}

function manyCertificates(): Report {
  const [first] = changeSample.certificates;
  if (first === undefined) throw new Error('the sample of a change has no certificate');
  const certificates = Array.from({ length: 200 }, (_, index) => ({
    ...first,
    subject: `node-${index}.${'a-rather-long-name.'.repeat(index % 4)}example.internal`,
    notAfter: new Date(NOW.getTime() + (index * 6 - 200) * 24 * 60 * 60 * 1000),
  }));
  return reportOf([], { certificates });
}

function pageOf(name: string, report: Report): SamplePage {
  return { name, report, html: htmlReporter({ version: '1.2.3' })(report) };
}
