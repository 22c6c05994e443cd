import { argoApplication } from './argo-application.ts';
import { cloudInit } from './cloud-init.ts';
import { composeConfigs } from './compose-configs.ts';
import type { CarrierReader } from './embedded.ts';
import { fluxRelease } from './flux-release.ts';
import { helmfile } from './helmfile.ts';
import { kubernetesObject } from './kubernetes-object.ts';
import { kustomization } from './kustomization.ts';
import { valuesStrings } from './values-strings.ts';

/** What carries documents of ours in other YAML documents. Each is asked about each document that may be of its kind. */
export const CARRIERS: readonly CarrierReader[] = [
  kubernetesObject,
  valuesStrings,
  argoApplication,
  fluxRelease,
  kustomization,
  composeConfigs,
  cloudInit,
  helmfile,
];
