import { blockOf, invalid, listOf, textOf } from '../block.ts';
import type { Block, Complaint } from '../complaint.ts';
import { millisecondsOf } from '../duration.ts';

const USUAL_INTERVAL = 60_000;
const SHORTER = 'write one that is no longer than the interval';
const PROTOCOLS = [
  'OpenMetricsText0.0.1',
  'OpenMetricsText1.0.0',
  'PrometheusProto',
  'PrometheusText0.0.4',
  'PrometheusText1.0.0',
];

/** Each job has a name of its own. Prometheus' `config/config.go`, `Config.UnmarshalYAML`. */
export function* jobNames(block: Block): Iterable<Complaint> {
  const seen = new Set<string>();
  for (const [index, job] of listOf(block['scrape_configs']).entries()) {
    const name = textOf(blockOf(job)['job_name']);
    if (name !== '' && seen.has(name)) {
      yield invalid(
        ['scrape_configs', index, 'job_name'],
        `found multiple scrape configs with job name "${name}"`,
        'give each job a name of its own',
      );
    }
    seen.add(name);
  }
}

/** The timeout of all jobs fits into their interval. `GlobalConfig.UnmarshalYAML`. */
export function* globalTimeout(block: Block): Iterable<Complaint> {
  const timeout = delayOf(block['scrape_timeout']);
  const interval = delayOf(block['scrape_interval']);
  if (timeout === undefined || interval === undefined || timeout <= (interval || USUAL_INTERVAL)) return;
  yield invalid(['scrape_timeout'], 'global scrape timeout greater than scrape interval', SHORTER);
}

/** The timeout of a job fits into an interval that is its own. `ScrapeConfig.Validate`. */
export function* jobTimeout(block: Block): Iterable<Complaint> {
  const interval = delayOf(block['scrape_interval']);
  if (interval === undefined || interval === 0) return;
  if (isLonger(block, interval)) yield invalid(['scrape_timeout'], timeoutText(block), SHORTER);
}

/** The timeout of a job fits into the interval of all jobs, where it has none of its own. `ScrapeConfig.Validate`. */
export function* inheritedTimeout(block: Block): Iterable<Complaint> {
  const usual = delayOf(blockOf(block['global'])['scrape_interval']);
  if (usual === undefined) return;
  for (const [index, item] of listOf(block['scrape_configs']).entries()) {
    const job = blockOf(item);
    if (delayOf(job['scrape_interval']) !== 0 || !isLonger(job, usual || USUAL_INTERVAL)) continue;
    yield invalid(['scrape_configs', index, 'scrape_timeout'], timeoutText(job), SHORTER);
  }
}

function isLonger(job: Block, interval: number): boolean {
  const timeout = delayOf(job['scrape_timeout']);
  return timeout !== undefined && timeout > interval;
}

function timeoutText(job: Block): string {
  const name = textOf(job['job_name']);
  return `scrape timeout greater than scrape interval for scrape config with job name "${name}"`;
}

/** In milliseconds, zero where nothing is written; `undefined` where what is written is no duration. */
function delayOf(value: unknown): number | undefined {
  return value === undefined || value === null ? 0 : millisecondsOf(textOf(value));
}

/** `validateAcceptScrapeProtocols`. */
export function* scrapeProtocols(block: Block): Iterable<Complaint> {
  const protocols = block['scrape_protocols'];
  if (!Array.isArray(protocols)) return;
  if (protocols.length === 0) yield invalid(['scrape_protocols'], 'scrape_protocols cannot be empty');
  const seen = new Set<string>();
  for (const [index, item] of protocols.entries()) {
    const place = ['scrape_protocols', index];
    const protocol = textOf(item);
    if (seen.has(protocol.toLowerCase()))
      yield invalid(place, 'duplicated protocol in scrape_protocols', 'remove one of the two');
    seen.add(protocol.toLowerCase());
    if (typeof item === 'object' && item !== null) continue;
    if (!PROTOCOLS.includes(protocol)) {
      const text = `scrape_protocols: unknown scrape protocol ${protocol}, supported: [${PROTOCOLS.join(' ')}]`;
      yield invalid(place, text);
    }
    if (protocol === 'PrometheusText1.0.0') {
      const text = 'scrape_protocols: unknown scrape protocol PrometheusText1.0.0';
      yield { kind: 'version', places: [place], field: 'PrometheusText1.0.0', since: '3.0', text };
    }
  }
}
