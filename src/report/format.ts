import type { Reporter } from '../findings/report.ts';
import type { Format } from './format-names.ts';
import { githubReporter, type AnnotationSlots } from './annotations.ts';
import { checkstyleReporter } from './checkstyle.ts';
import { codeQualityReporter } from './code-quality.ts';
import { htmlReporter } from './html/report-page.ts';
import { jsonReporter } from './json.ts';
import { junitReporter } from './junit.ts';
import { markdownReporter, type MarkdownOptions } from './markdown.ts';
import { rdjsonReporter } from './rdjson.ts';
import { sarifReporter } from './sarif.ts';
import type { TextOptions } from './text.ts';
import { textReporter } from './text.ts';

/** What reporters ask for beside the report. */
export interface FormatOptions extends TextOptions, MarkdownOptions {
  /** The version of promsec. */
  readonly version: string;
  /** How many annotations may be written. */
  readonly slots?: AnnotationSlots;
}

/** The reporter of `format`. */
export function reporterFor(format: Format, options: FormatOptions): Reporter {
  switch (format) {
    case 'text':
      return textReporter(options);
    case 'json':
      return jsonReporter(options.version);
    case 'sarif':
      return sarifReporter(options.version);
    case 'github':
      return githubReporter(options.slots);
    case 'markdown':
      return markdownReporter(options);
    case 'html':
      return htmlReporter(options);
    case 'junit':
      return junitReporter();
    case 'checkstyle':
      return checkstyleReporter();
    case 'gitlab':
      return codeQualityReporter();
    case 'rdjson':
      return rdjsonReporter();
  }
}
