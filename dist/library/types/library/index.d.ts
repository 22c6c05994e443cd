export { lint, mended, type Input, type Mended } from './linting.js';
export { formatted, type FormattedOptions } from './formatted.js';
export { rules, type RuleDescription } from './rules.js';
export { ConfigurationError, type ConfigurationMistake } from './configuration.js';
export type { Files, LazyFiles } from './files.js';
export type { Severity } from '../findings/finding.js';
export type { WrittenConfiguration as Configuration } from '../policy/written-configuration.js';
export type { Format } from '../report/format-names.js';
export type { CertificateJson as Certificate, FindingJson as Finding, FixJson as Fix, IgnoredJson as Ignored, PlaceJson as Place, ReportJson as Report, } from '../report/json-shape.js';
