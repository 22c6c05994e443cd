import type { Finding, Severity } from '../findings/finding.ts';
import type { Reporter } from '../findings/report.ts';
import { groupedBy } from '../text/grouped.ts';
import { messageLines } from './message-lines.ts';
import { shownRangeOf } from './position.ts';
import { TOOL_NAME } from './project.ts';
import { XML_DECLARATION, xmlElement } from './xml.ts';

/** The version of Checkstyle whose form it is, which other linters name too. */
const CHECKSTYLE_VERSION = '4.3';

const SEVERITIES: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', note: 'info' };

/**
 * The XML of Checkstyle (its `XMLLogger`), as Jenkins' Warnings Next Generation and others read it. What is not new is
 * there too, since such readers compare by themselves; what is ignored is not. Columns are in UTF-16 units.
 */
export function checkstyleReporter(): Reporter {
  return ({ findings }) => {
    const files = [...groupedBy(findings, ({ at }) => at.file.path)].map(([name, ofFile]) =>
      xmlElement('file', { name }, ofFile.map(errorElement).join('')),
    );
    return XML_DECLARATION + xmlElement('checkstyle', { version: CHECKSTYLE_VERSION }, files.join(''));
  };
}

function errorElement(finding: Finding): string {
  const { line, column } = shownRangeOf(finding.at);
  return xmlElement('error', {
    line,
    column,
    severity: SEVERITIES[finding.severity],
    message: messageLines(finding),
    source: `${TOOL_NAME}.${finding.ruleId}`,
  });
}
