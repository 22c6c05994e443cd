import { ALERTMANAGER_FAULTS } from './alertmanager-formats.ts';
import { millisecondsOf } from './duration.ts';
import { regexpFaultOf } from './go-regexp.ts';
import { urlPartsOf } from './go-url.ts';

const DURATION_UNITS = new Set(['y', 'w', 'd', 'h', 'm', 's', 'ms']);
const GO_DURATION = /^[-+]?(?:0|(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|\u00b5s|\u03bcs|ms|s|m|h))+)$/;
// prometheus-operator pkg/apis/monitoring/v1/types.go, Duration and GoDuration; an empty one is one that is not set.
const RESOURCE_DURATION = /^(?:0|(?:\d+y)?(?:\d+w)?(?:\d+d)?(?:\d+h)?(?:\d+m)?(?:\d+s)?(?:\d+ms)?)$/;
const RESOURCE_GO_DURATION = /^(?:0|(?:\d+h)?(?:\d+m)?(?:\d+s)?(?:\d+ms)?)$/;
const SIZE = /^[-+]?(?:0|(?:(?:\d+(?:\.\d*)?|\.\d+)(?:B|[KMGTPE]B))+|(?:(?:\d+(?:\.\d*)?|\.\d+)(?:B|[KMGTPE]iB))+)$/;
const TARGET_FILE = /^[^*]*(?:\*[^/]*)?\.(?:json|yml|yaml|JSON|YML|YAML)$/;
const UUID =
  /^(?:urn:uuid:)?[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$|^.[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}.$|^[\da-f]{32}$/is;

/**
 * What a program says of a text that is none of the format; `undefined` for one that it takes. Never quotes what may be
 * a secret, a URL least of all.
 */
type Fault = (text: string) => string | undefined;

const FAULTS: Readonly<Record<string, Fault>> = {
  // prometheus/common model/time.go, ParseDuration.
  duration: text => {
    if (millisecondsOf(text) !== undefined) return undefined;
    if (text === '') return 'empty duration string';
    if (millisecondsOf(text.replaceAll(/\d+/g, '1')) !== undefined) return 'duration out of range';
    const [start, ...units] = text.split(/\d+/);
    const stray = start === '' ? units.find(unit => unit !== '' && !DURATION_UNITS.has(unit)) : undefined;
    return stray === undefined
      ? `not a valid duration string: "${text}"`
      : `unknown unit "${stray}" in duration "${text}"`;
  },
  // time.ParseDuration of Go.
  'go-duration': text => (GO_DURATION.test(text) ? undefined : `time: invalid duration "${text}"`),
  'resource-duration': text => (RESOURCE_DURATION.test(text) ? undefined : `Invalid value: "${text}"`),
  'resource-go-duration': text => (RESOURCE_GO_DURATION.test(text) ? undefined : `Invalid value: "${text}"`),
  // alecthomas/units, ParseBase2Bytes: powers of 1024 either way, but not mixed.
  size: text => {
    if (!SIZE.test(text)) return `units: unknown unit in ${text}`;
    return bytesOf(text) < 2 ** 63 ? undefined : 'units: overflow parsing unit';
  },
  // prometheus/common config/http_config.go, URL.
  url: urlFault,
  // A text that is given to url.Parse; an empty one is one that is missing.
  'text-url': text => (text === '' ? undefined : urlFault(text)),
  // prometheus/prometheus discovery/eureka/eureka.go and discovery/xds/kuma.go.
  'host-url': text => {
    const parts = urlPartsOf(text);
    if (text === '' || typeof parts === 'string') return text === '' ? undefined : urlFault(text);
    return parts.scheme === '' || parts.host === '' ? 'URL without scheme or host' : undefined;
  },
  // prometheus/prometheus discovery/http/http.go and discovery/puppetdb/puppetdb.go; an empty one is one that is missing.
  'http-url': text => {
    const parts = urlPartsOf(text);
    if (text === '' || typeof parts === 'string') return text === '' ? undefined : urlFault(text);
    if (parts.scheme !== 'http' && parts.scheme !== 'https') return "URL scheme must be 'http' or 'https'";
    return parts.host === '' ? 'host is missing in URL' : undefined;
  },
  // prometheus/prometheus model/relabel/relabel.go, Regexp.
  regexp: text => regexpFaultOf(`^(?s:${text})$`),
  // prometheus/common model/labels.go, LabelName: any text since 3.0.
  'label-name': text => (text === '' ? '"" is not a valid label name' : undefined),
  // prometheus/prometheus discovery/file/file.go.
  'target-file': text => (TARGET_FILE.test(text) ? undefined : `path name "${text}" is not valid for file discovery`),
  // prometheus/prometheus discovery/zookeeper/zookeeper.go.
  'rooted-path': text => (text.startsWith('/') ? undefined : `paths must begin with '/': ${text}`),
  // google/uuid, Parse; an empty one is one that is not set.
  uuid: text => (text === '' || UUID.test(text) ? undefined : 'invalid UUID'),
  // blackbox_exporter config/config.go, Regexp: not anchored.
  'plain-regexp': text =>
    regexpFaultOf(text) === undefined ? undefined : `"Could not compile regular expression" regexp="${text}"`,
  // A time.Duration as go-yaml v2 reads it: a number is one of nanoseconds.
  'go-duration-or-number': text =>
    GO_DURATION.test(text) || isNumber(text) ? undefined : `time: invalid duration "${text}"`,
  ...ALERTMANAGER_FAULTS,
  file: () => undefined,
  secret: () => undefined,
};

/** By the name of a format whether a text is one of it. What a program takes in any version is taken. */
export const FORMATS: Readonly<Record<string, (text: string) => boolean>> = Object.fromEntries(
  Object.entries(FAULTS).map(([name, fault]) => [name, (text: string) => fault(text) === undefined]),
);

/** What the program says of a text that is not of the format, where the facts of the field do not say it. */
export function formatFaultOf(format: string, text: string): string | undefined {
  return FAULTS[format]?.(text);
}

function bytesOf(size: string): number {
  const parts = [...size.matchAll(/([\d.]+)([KMGTPE]?)i?B/g)];
  return parts.reduce((sum, [, count, unit = '']) => sum + Number(count) * 1024 ** ' KMGTPE'.indexOf(unit || ' '), 0);
}

function isNumber(text: string): boolean {
  return text.trim() !== '' && !Number.isNaN(Number(text.replaceAll('_', '')));
}

function urlFault(text: string): string | undefined {
  const parts = urlPartsOf(text);
  return typeof parts === 'string' ? parts : undefined;
}
