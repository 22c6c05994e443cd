import type { Document } from '../../documents/document.ts';
import type { Span } from '../../text/source.ts';
import type { Located } from '../../text/written.ts';

/** What the servers of a repository may ask of Kubernetes, and what they have to. */
export interface Access {
  /** Each server with the roles of its account. */
  readonly accounts: readonly BoundAccount[];
  /** Roles that say of themselves that they are a Prometheus server's, whoever is bound to them. */
  readonly serverRoles: readonly AccessRole[];
  /** What monitors need that no server which may select them has. */
  readonly lacks: readonly Lack[];
  /** True when something in the repository asks kubelets through the API server. */
  readonly usesNodeProxy: boolean;
}

/** A ClusterRole or a Role. */
export interface AccessRole {
  readonly document: Document;
  readonly isOfCluster: boolean;
  readonly name: Located<string>;
  readonly namespace?: string;
  readonly grants: readonly Grant[];
  /** False where an aggregation or a template may add grants. */
  readonly isWhole: boolean;
  /** True where its labels say that it is a Prometheus server's. */
  readonly isOfServer: boolean;
}

/** One of the `rules` of a role. */
export interface Grant {
  readonly apiGroups: readonly string[];
  readonly resources: readonly Located<string>[];
  readonly verbs: readonly string[];
  readonly nonResourceURLs: readonly string[];
  /** True where it holds for objects of some names alone. */
  readonly isForNames: boolean;
}

/** A ClusterRoleBinding or a RoleBinding. */
export interface AccessBinding {
  readonly document: Document;
  readonly isOfCluster: boolean;
  readonly namespace?: string;
  /** Absent where a template names it. */
  readonly role?: { readonly isOfCluster: boolean; readonly name: Located<string> };
  readonly subjects: readonly AccessSubject[];
}

/** Whom a binding gives its role. */
export interface AccessSubject {
  readonly kind: string;
  /** Absent where a template names it. */
  readonly name?: string;
  readonly namespace?: string;
}

/** A Prometheus that runs as a ServiceAccount. */
export interface ServerAccount {
  readonly document: Document;
  /** What messages call the server: `Prometheus "k8s"`, `Deployment "prometheus"`. */
  readonly label: string;
  readonly name: Located<string>;
  readonly namespace?: string;
  /** What it takes of the monitors, of a resource of the operator. */
  readonly selection?: MonitorSelection;
}

/** A server's account with the bindings that give it something. */
export interface BoundAccount {
  readonly account: ServerAccount;
  readonly bindings: readonly ReachedBinding[];
  /** True when every binding of the account and every role behind one is known. */
  readonly isWhole: boolean;
}

/** A binding of an account, and the roles of the repository that it may mean. */
export interface ReachedBinding {
  readonly binding: AccessBinding;
  readonly roles: readonly AccessRole[];
  /** True when the account and the subject name the same namespace. */
  readonly isSure: boolean;
}

/** Which labels are selected; none of them selects everything. `undefined` where no selector is written. */
export type LabelSelector = ReadonlyMap<string, string> | 'unknown' | undefined;

/** The resource in which Kubernetes keeps the endpoints of a Service. */
export type EndpointSource = 'endpoints' | 'endpointslices';

/** The selectors of a Prometheus resource, by kind of monitor. */
export interface MonitorSelection {
  readonly labels: ReadonlyMap<string, LabelSelector>;
  readonly namespaces: ReadonlyMap<string, LabelSelector>;
  /** Where the endpoints of Services are looked up, for monitors that do not say. */
  readonly endpoints: EndpointSource;
  /** True where monitors may find targets in their own namespace alone. */
  readonly ignoresNamespaceSelectors: boolean;
}

/** Something that Kubernetes allows or not. */
export interface Permission {
  readonly verbs: readonly string[];
  readonly apiGroup: string;
  /** A resource, or with a slash at its start a path: `nodes/metrics`, `/metrics`. */
  readonly resource: string;
  /** True for what has no namespace, so that a Role cannot grant it. */
  readonly isOfCluster: boolean;
}

/** A ServiceMonitor or PodMonitor, with what Prometheus needs for it. */
export interface MonitorNeed {
  readonly document: Document;
  /** What messages call it: `ServiceMonitor "shop"`. */
  readonly label: string;
  readonly at: Span;
  readonly labels: ReadonlyMap<string, string>;
  /** Where it finds targets: everywhere, in the namespaces with these names, or nobody knows. */
  readonly namespaces: 'all' | 'unknown' | readonly string[];
  /** True where it looks for Services, and not for Pods alone. */
  readonly findsServices: boolean;
  /** Where it has the endpoints of Services looked up; absent where its Prometheus decides. */
  readonly endpoints?: EndpointSource;
  /** What it needs besides the discovery of its targets. */
  readonly permissions: readonly Permission[];
}

/** What the roles of a server's account do not allow, and a monitor needs. */
export interface Lack {
  readonly bound: BoundAccount;
  readonly need: MonitorNeed;
  /** At least one. */
  readonly permissions: readonly Permission[];
  /**
   * The namespaces where they are missing, though they are granted in others, and none where they are missing for the
   * whole cluster; absent where they are granted nowhere.
   */
  readonly missingIn?: readonly string[];
}
