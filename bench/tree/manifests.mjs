import { wordsFrom } from './words.mjs';

/** The text of a Deployment and its Service, in one file. */
export function deployment(seed) {
  const words = wordsFrom(seed);
  const name = `${words.word()}-${words.word()}-${seed}`;
  const variables = Array.from({ length: 8 }, () => words.name());
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  namespace: ${words.word()}
  labels:
    app.kubernetes.io/name: ${name}
    app.kubernetes.io/part-of: ${words.word()}
spec:
  replicas: ${1 + words.number(5)}
  selector:
    matchLabels:
      app.kubernetes.io/name: ${name}
  template:
    metadata:
      labels:
        app.kubernetes.io/name: ${name}
    spec:
      serviceAccountName: ${name}
      containers:
        - name: ${name}
          image: registry.example.com/${words.word()}/${name}:1.${words.number(40)}.${words.number(10)}
          args: [--log.level=info, --web.listen-address=:8080, --${words.word()}.${words.word()}=${words.number(900)}s]
          env:
${variables.map(variable => `            - name: ${variable}\n              value: "${words.number(5000)}"`).join('\n')}
          ports:
            - name: http
              containerPort: 8080
          readinessProbe:
            httpGet:
              path: /ready
              port: http
          resources:
            limits: { memory: ${words.number(900)}Mi }
            requests: { cpu: ${words.number(900)}m, memory: ${words.number(900)}Mi }
          securityContext:
            allowPrivilegeEscalation: false
            readOnlyRootFilesystem: true
---
apiVersion: v1
kind: Service
metadata:
  name: ${name}
  namespace: ${words.word()}
spec:
  selector:
    app.kubernetes.io/name: ${name}
  ports:
    - name: http
      port: 80
      targetPort: http
`;
}
