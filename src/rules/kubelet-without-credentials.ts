import type { Rule } from './rule.ts';

export const kubeletWithoutCredentials: Rule = {
  id: 'kubelet-without-credentials',
  severity: 'warning',
  summary: 'Kubelets are scraped without credentials',
  explanation: `A kubelet that lets nobody in anonymously, as most installers set it up, answers each scrape with
\`server returned HTTP status 401 Unauthorized\`. Where such a scrape succeeds, the kubelet lets in everybody in the network.

Send the token of the service account, \`/var/run/secrets/kubernetes.io/serviceaccount/token\`, and allow that account to \`get\`
\`nodes/metrics\`; \`nodes/proxy\` is not needed, and gives the whole API of the kubelet.

How the kubelets are set up is not known here, so that this is a warning. A client certificate counts as credentials, and
what a scrape class may supply is not reported.`,
  bad: {
    'prometheus.yml': `scrape_configs:
  - job_name: kubelet
    scheme: https # want: kubelet-without-credentials
    tls_config:
      ca_file: /var/run/secrets/kubernetes.io/serviceaccount/ca.crt
    kubernetes_sd_configs:
      - role: node
`,
  },
  good: {
    'prometheus.yml': `scrape_configs:
  - job_name: kubelet
    scheme: https
    tls_config:
      ca_file: /var/run/secrets/kubernetes.io/serviceaccount/ca.crt
    authorization:
      credentials_file: /var/run/secrets/kubernetes.io/serviceaccount/token
    kubernetes_sd_configs:
      - role: node
`,
  },
  *check({ clients, hasDefaultScrapeClass }) {
    for (const { label, path, transport, targets, tls, authentications, mayInherit, takesScrapeClass } of clients) {
      if (transport.kind !== 'tls' || !targets.areKubelets || authentications.length > 0) continue;
      const at = transport.at ?? tls?.at;
      const isIdentified = tls?.cert !== undefined || tls?.isTemplated === true;
      if (at === undefined || isIdentified || mayInherit || (takesScrapeClass && hasDefaultScrapeClass)) continue;
      yield {
        at,
        subject: { path, kind: 'credentials' },
        message: `${label} asks kubelets without credentials, which they refuse unless they let anybody in; send the token of the service account`,
      };
    }
  },
};
