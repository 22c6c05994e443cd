import type { Problem } from '../findings/finding.ts';
import type { Link, Server } from '../model/model.ts';
import { baseName } from '../text/path.ts';
import { printable } from '../text/printable.ts';

/** What messages call a server that is asked, with the file that configures it. */
export function nameOf({ document, label }: Server): string {
  return `${label} (${printable(baseName(document.file.path))})`;
}

/** The place that says that a job asks this very server, where there is one besides the job itself. */
export function relatedTo({ server, evidence }: Link): Pick<Problem, 'related'> {
  if (evidence === undefined) return {};
  const file = printable(baseName(server.document.file.path));
  return { related: [{ at: evidence, message: `this makes ${file} the configuration of that server` }] };
}
