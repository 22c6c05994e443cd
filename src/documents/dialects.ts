import type { Dialect } from './dialect.ts';
import { helmValues } from './helm-values.ts';
import { kubernetesSecret } from './kubernetes-secret.ts';
import { operator } from './operator.ts';
import { prometheus } from './prometheus.ts';
import { webConfig } from './web-config.ts';

/** The YAML dialects, in the order in which they are asked: the first that claims a document has it. */
export const DIALECTS: readonly Dialect[] = [operator, kubernetesSecret, prometheus, webConfig, helmValues];
