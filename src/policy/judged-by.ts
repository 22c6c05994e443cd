import { digestOf } from '../findings/fingerprint.ts';
import type { JudgedBy } from '../findings/report.ts';
import type { Configuration } from './configuration.ts';

/** What a report says of the configuration that it was judged by. */
export function judgedBy(configuration: Configuration): JudgedBy {
  const { failOn, noFiles } = configuration;
  return { failOn, noFiles, fingerprint: digestOf(JSON.stringify(configuration)) };
}
