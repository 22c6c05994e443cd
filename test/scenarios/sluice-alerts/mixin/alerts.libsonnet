{
  prometheusAlerts+:: {
    groups+: [{
      name: 'sluice',
      rules: [{ alert: 'CertificateEnds', expr: 'probe_ssl_earliest_cert_expiry - time() < 86400 * 20' }],
    }],
  },
}
