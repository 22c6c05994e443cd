import { compose } from './compose.ts';
import { alertmanager } from './alertmanager.ts';
import { ansibleVariables } from './ansible-variables.ts';
import { blackbox } from './blackbox.ts';
import type { Dialect } from './dialect.ts';
import { certManager } from './cert-manager.ts';
import { grafanaAgent } from './grafana-agent.ts';
import { grafanaDatasources } from './grafana-datasources.ts';
import { opentelemetry } from './opentelemetry.ts';
import { promxy } from './promxy.ts';
import { thanos } from './thanos.ts';
import { helmValues } from './helm-values.ts';
import { kubernetesAccess } from './kubernetes-access.ts';
import { kubernetesSecret } from './kubernetes-secret.ts';
import { kubernetesWorkload } from './kubernetes-workload.ts';
import { operator } from './operator.ts';
import { prometheus } from './prometheus.ts';
import { webConfig } from './web-config.ts';

/** The YAML dialects, in the order in which they are asked: the first that claims a document has it. */
export const DIALECTS: readonly Dialect[] = [
  operator,
  kubernetesSecret,
  kubernetesWorkload,
  certManager,
  grafanaDatasources,
  opentelemetry,
  grafanaAgent,
  promxy,
  thanos,
  prometheus,
  webConfig,
  compose,
  alertmanager,
  blackbox,
  ansibleVariables,
  helmValues,
  kubernetesAccess,
];
