import { minutesOf } from '../model/certificates/go-duration.ts';
import type { Renewal } from '../model/certificates/renewal.ts';
import { printable } from '../text/printable.ts';
import { isTemplated, literal, type Located } from '../text/written.ts';
import type { Rule } from './rule.ts';

// cert-manager at 0296d3e4, internal/apis/certmanager/validation/certificate.go (ValidateDuration), and
// pkg/apis/certmanager/v1/const.go; all in minutes.
const DEFAULT_LIFE = 90 * 24 * 60;
const LEAST_LIFE = 60;
const LEAST_RENEWAL = 5;

export const impossibleRenewal: Rule = {
  id: 'impossible-renewal',
  severity: 'note',
  isPedantic: true,
  summary: 'A certificate cannot be renewed as its resource asks cert-manager to',
  explanation: `cert-manager renews a certificate \`renewBefore\` before its end, or when \`renewBeforePercentage\` of its life is left. Its webhook
refuses a \`Certificate\` in which that makes no sense:

- a \`renewBefore\` that is not less than \`duration\`, which is 90 days where it is not set, or is less than 5 minutes;
- a \`duration\` of less than an hour;
- a \`renewBeforePercentage\` that is not between 1 and 99, or stands beside \`renewBefore\`;
- what is no duration of Go, which knows hours and no days: \`2160h\`, not \`90d\`.

What the webhook does not see, a percentage without a \`duration\` among it, is passed over, and the certificate is renewed at two
thirds of its life, whatever the resource says. That is also what happens without either setting, and good for most.`,
  bad: {
    'certificate.yaml': `apiVersion: cert-manager.io/v1
kind: Certificate
metadata:
  name: prometheus-tls
  namespace: monitoring
spec:
  secretName: prometheus-tls
  duration: 720h
  renewBefore: 720h # want: impossible-renewal
  dnsNames: [prometheus.monitoring.svc]
  issuerRef: { name: internal, kind: ClusterIssuer }
`,
  },
  good: {
    'certificate.yaml': `apiVersion: cert-manager.io/v1
kind: Certificate
metadata:
  name: prometheus-tls
  namespace: monitoring
spec:
  secretName: prometheus-tls
  duration: 720h
  renewBefore: 240h
  dnsNames: [prometheus.monitoring.svc]
  issuerRef: { name: internal, kind: ClusterIssuer }
`,
  },
  *check({ renewals }) {
    for (const renewal of renewals) {
      for (const { at, fact, remedy } of faultsOf(renewal)) {
        yield {
          at: at.span,
          subject: { path: renewal.path, kind: 'renewal' },
          message: `cert-manager cannot renew the certificate so: ${fact}; ${remedy}`,
        };
      }
    }
  },
};

/** Something that cert-manager refuses or passes over. */
interface RenewalFault {
  readonly at: Located<string>;
  readonly fact: string;
  readonly remedy: string;
}

function* faultsOf(renewal: Renewal): Generator<RenewalFault> {
  const duration = literal(renewal.duration);
  const before = literal(renewal.renewBefore);
  const share = literal(renewal.renewBeforePercentage);
  const unreadable = [duration, before].filter(
    written => written !== undefined && minutesOf(written.value) === undefined,
  );
  for (const at of unreadable) {
    if (at === undefined) continue;
    const fact = `${printable(at.value)} is no duration of Go, which knows no days`;
    yield { at, fact, remedy: 'write hours: 2160h for 90 days' };
  }
  const life = lifeOf(renewal);
  if (unreadable.length > 0 || life === undefined) return;
  if (duration !== undefined && life < LEAST_LIFE) {
    yield { at: duration, fact: `duration ${duration.value} is less than an hour`, remedy: 'set it to 1h or more' };
  }
  if (before !== undefined) yield* faultsBefore(before, life, duration);
  if (share === undefined) return;
  const remedy = 'set it to 33, or leave it out';
  if (before === undefined) yield* faultsOfShare(share, life, remedy);
  else yield { at: share, fact: 'renewBeforePercentage stands beside renewBefore', remedy: 'remove one of them' };
}

/** In minutes; `undefined` where a template says. */
function lifeOf({ duration }: Renewal): number | undefined {
  if (duration === undefined) return DEFAULT_LIFE;
  return isTemplated(duration) ? undefined : minutesOf(duration.value);
}

function* faultsBefore(
  before: Located<string>,
  life: number,
  duration: Located<string> | undefined,
): Generator<RenewalFault> {
  const minutes = minutesOf(before.value) ?? 0;
  const remedy = `set it to a third of the life, ${hours(life / 3)}, or leave it out`;
  if (minutes < LEAST_RENEWAL) {
    yield { at: before, fact: `renewBefore ${before.value} is less than 5 minutes`, remedy };
  } else if (minutes >= life) {
    const whole = duration === undefined ? 'the duration, which is 2160h by default' : `duration ${duration.value}`;
    yield { at: before, fact: `renewBefore ${before.value} is not less than ${whole}`, remedy };
  }
}

function* faultsOfShare(share: Located<string>, life: number, remedy: string): Generator<RenewalFault> {
  const percent = Number(share.value);
  if (!Number.isInteger(percent)) return;
  if (percent <= 0 || percent >= 100) {
    yield { at: share, fact: `renewBeforePercentage ${percent} is not between 1 and 99`, remedy };
  } else if ((life * (100 - percent)) / 100 < LEAST_RENEWAL) {
    yield { at: share, fact: `renewBeforePercentage ${percent} is too much of a life of ${hours(life)}`, remedy };
  }
}

/** Minutes as cert-manager would take them. */
function hours(minutes: number): string {
  return minutes % 60 === 0 ? `${minutes / 60}h` : `${Math.ceil(minutes)}m`;
}
