import { wordsFrom } from './words.mjs';

const SECRET_KEY = {
  description: 'Selects a key of a Secret in the namespace of the object.',
  properties: {
    key: { description: 'The key of the secret to select from.  Must be a valid secret key.', type: 'string' },
    name: {
      default: '""',
      description: [
        'Name of the referent.',
        'This field is effectively required, but due to backwards compatibility is',
        'allowed to be empty. Instances of this type with an empty value here are',
        'almost certainly wrong.',
        'More info: https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#names',
      ],
      type: 'string',
    },
    optional: { description: 'Specify whether the Secret or its key must be defined', type: 'boolean' },
  },
  required: ['key'],
  type: 'object',
  'x-kubernetes-map-type': 'atomic',
};

const TLS_CONFIG = {
  description: 'tlsConfig defines the TLS configuration used by the client.',
  properties: {
    ca: { ...SECRET_KEY, description: 'ca defines the Certificate authority used when verifying server certificates.' },
    cert: {
      ...SECRET_KEY,
      description: 'cert defines the Client certificate to present when doing client-authentication.',
    },
    insecureSkipVerify: {
      description: 'insecureSkipVerify defines how to disable target certificate validation.',
      type: 'boolean',
    },
    keySecret: {
      ...SECRET_KEY,
      description: 'keySecret defines the Secret containing the client key file for the targets.',
    },
    minVersion: {
      description: ['minVersion defines the minimum acceptable TLS version.', '', 'It requires Prometheus >= v2.35.0.'],
      enum: ['TLS10', 'TLS11', 'TLS12', 'TLS13'],
      type: 'string',
    },
    serverName: { description: 'serverName is used to verify the hostname for the targets.', type: 'string' },
  },
  type: 'object',
};

const BASIC_AUTH = {
  description: [
    'basicAuth defines the Basic Authentication credentials used by the',
    'client.',
    '',
    'Cannot be set at the same time as `authorization`, `bearerTokenSecret` or `oauth2`.',
  ],
  properties: { password: SECRET_KEY, username: SECRET_KEY },
  type: 'object',
};

/**
 * The text of a CustomResourceDefinition of monitoring.coreos.com, as controller-gen writes them, of at least so many
 * bytes: endpoints with their TLS and authentication settings between fields of other kinds.
 */
export function customResourceDefinition(seed, kind, bytes) {
  const words = wordsFrom(seed);
  const lines = headOf(kind);
  let length = 0;
  while (length < bytes) {
    const endpoint = [...yamlLines({ [`${words.name()}${length}`]: endpointSchema(words) }, 18)];
    lines.push(...endpoint);
    length += endpoint.reduce((sum, line) => sum + line.length + 1, 0);
  }
  return `${[...lines, ...TAIL].join('\n')}\n`;
}

function endpointSchema(words) {
  const plainFields = Array.from({ length: 12 + words.number(12) }, () => [
    words.name(),
    {
      description: [words.sentence(9), words.sentence(7), '', `Default: ${words.number(100)}`],
      type: ['string', 'boolean', 'integer'][words.number(3)],
    },
  ]);
  return {
    description: [words.sentence(10), words.sentence(10)],
    items: {
      description: words.sentence(12),
      properties: {
        basicAuth: BASIC_AUTH,
        bearerTokenSecret: SECRET_KEY,
        ...Object.fromEntries(plainFields),
        tlsConfig: TLS_CONFIG,
      },
      type: 'object',
    },
    type: 'array',
  };
}

/** A schema as lines of YAML; a list under `description` is the lines of a block scalar. */
function* yamlLines(schema, indent) {
  const margin = ' '.repeat(indent);
  for (const [key, value] of Object.entries(schema)) {
    if (typeof value === 'string') {
      yield `${margin}${key}: ${value}`;
    } else if (Array.isArray(value)) {
      const isText = key === 'description';
      yield `${margin}${key}:${isText ? ' |-' : ''}`;
      for (const line of value) yield line && `${margin}${isText ? '  ' : '- '}${line}`;
    } else {
      yield `${margin}${key}:`;
      yield* yamlLines(value, indent + 2);
    }
  }
}

function headOf(kind) {
  const singular = kind.toLowerCase();
  return `---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  annotations:
    controller-gen.kubebuilder.io/version: v0.19.0
    operator.prometheus.io/version: 0.93.0
  name: ${singular}s.monitoring.coreos.com
spec:
  group: monitoring.coreos.com
  names:
    categories:
    - prometheus-operator
    kind: ${kind}
    listKind: ${kind}List
    plural: ${singular}s
    singular: ${singular}
  scope: Namespaced
  versions:
  - name: v1
    schema:
      openAPIV3Schema:
        description: |-
          The \`${kind}\` custom resource definition (CRD) defines how Prometheus
          is to reach a set of targets.
        properties:
          apiVersion:
            type: string
          kind:
            type: string
          metadata:
            type: object
          spec:
            properties:
              endpoints:
                properties:`.split('\n');
}

const TAIL = `                type: object
            type: object
        required:
        - spec
        type: object
    served: true
    storage: true
    subresources:
      status: {}`.split('\n');
