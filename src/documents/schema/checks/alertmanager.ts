import type { Check } from '../complaint.ts';
import * as notifiers from './alertmanager-notifiers.ts';
import { receivers } from './alertmanager-receivers.ts';
import { inhibitRule, route, routing, timeIntervals, timeRange } from './alertmanager-routing.ts';
import { httpHeaders, oauth2Secrets } from './http-client.ts';

/** By the names in `facts/alertmanager.json`. */
export const CHECKS: Readonly<Record<string, Check>> = {
  emailHeaders: notifiers.emailHeaders,
  eventWebhook: notifiers.eventWebhook,
  globalSlack: notifiers.globalSlack,
  httpHeaders,
  incidentioAuthorization: notifiers.incidentioAuthorization,
  inhibitRule,
  jiraFields: notifiers.jiraFields,
  kafkaBrokers: notifiers.kafkaBrokers,
  oauth2Secrets,
  receiverLabels: notifiers.receiverLabels,
  receivers,
  responders: notifiers.responders,
  route,
  routing,
  slackUpdates: notifiers.slackUpdates,
  snsTarget: notifiers.snsTarget,
  timeIntervals,
  timeRange,
  victorOpsFields: notifiers.victorOpsFields,
  webexAuthorization: notifiers.webexAuthorization,
};
