// What `import ... from 'promsec'` gives: the engine without the world. Everything is a function from what is given to a
// promise, since parts of it are loaded when they are needed; `require('promsec')` gives the same.

export { lint, mended, type Input, type Mended } from './linting.ts';
export { formatted, type FormattedOptions } from './formatted.ts';
export { rules, type RuleDescription } from './rules.ts';
export { ConfigurationError, type ConfigurationMistake } from './configuration.ts';
export type { Files, LazyFiles } from './files.ts';
export type { Severity } from '../findings/finding.ts';
export type { WrittenConfiguration as Configuration } from '../policy/written-configuration.ts';
export type { Format } from '../report/format-names.ts';
export type {
  CertificateJson as Certificate,
  FindingJson as Finding,
  FixJson as Fix,
  IgnoredJson as Ignored,
  PlaceJson as Place,
  ReportJson as Report,
} from '../report/json-shape.ts';
