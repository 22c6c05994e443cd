import type { Check } from '../complaint.ts';
import { apiVersion } from './alerting.ts';
import { httpHeaders, oauth2Secrets } from './http-client.ts';
import { kubernetesDiscovery } from './kubernetes-discovery.ts';
import {
  externalLabels,
  nameSchemes,
  otlpTranslation,
  requiredMatchers,
  sourceLabels,
  targetLabels,
} from './name-scheme.ts';
import { laterStrategy, otlpAttributes } from './otlp.ts';
import { relabeling } from './relabel.ts';
import { queue, remoteHeaders, remoteNames, tracingHeaders } from './remote.ts';
import { globalTimeout, inheritedTimeout, jobNames, jobTimeout, scrapeProtocols } from './scrape.ts';
import { scalewayDiscovery } from './scaleway-discovery.ts';
import {
  awsRole,
  azureDiscovery,
  dnsDiscovery,
  ociDiscovery,
  openstackRole,
  stackitDiscovery,
  tritonRefresh,
} from './service-discovery.ts';
import { retentionSize } from './storage.ts';
import { alertmanagerTargets, staticTargets } from './targets.ts';
import { refreshInterval, sendInterval } from './ticker.ts';

/** By the names in `facts/prometheus.json`. */
export const CHECKS: Readonly<Record<string, Check>> = {
  alertmanagerTargets,
  apiVersion,
  awsRole,
  azureDiscovery,
  dnsDiscovery,
  externalLabels,
  globalTimeout,
  httpHeaders,
  inheritedTimeout,
  jobNames,
  jobTimeout,
  kubernetesDiscovery,
  laterStrategy,
  nameSchemes,
  oauth2Secrets,
  ociDiscovery,
  openstackRole,
  otlpAttributes,
  otlpTranslation,
  queue,
  refreshInterval,
  relabeling,
  remoteHeaders,
  remoteNames,
  requiredMatchers,
  retentionSize,
  scalewayDiscovery,
  scrapeProtocols,
  sendInterval,
  sourceLabels,
  stackitDiscovery,
  staticTargets,
  targetLabels,
  tracingHeaders,
  tritonRefresh,
};
