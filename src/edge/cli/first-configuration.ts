/**
 * What `promsec init` writes as a configuration: every key with its default behind a comment mark, so that it changes
 * nothing until somebody takes that away.
 */
export const FIRST_CONFIGURATION = `# yaml-language-server: $schema=https://raw.githubusercontent.com/promsec/promsec/v1/docs/schema/configuration.schema.json
# What promsec looks for, and how much it matters. Every line that begins with "#" and a key shows a default.
version: 1

# Severity by rule: off, note, warning or error. promsec rules lists them, promsec explain RULE says why.
# rules: {}

# Other severities for some files: { files: ['dev/**'], rules: { insecure-skip-verify: warning } }
# overrides: []

# Run the pedantic rules too.
# pedantic: false

# The least severity that fails the run: error, warning, note or never.
# fail-on: error

# Where no Prometheus configuration is found: pass, warn or fail.
# no-files: pass

# Leave out of the count what .promsec-baseline.json records. promsec baseline makes that file.
# baseline: false

# Globs of the files to read (none: everything) and of those to leave out: [vendor/, 'test/**']
# include: []
# exclude: []

# A certificate, and that of an authority, is reported so many days before its end.
# expiry-days: 30
# ca-expiry-days: 90

# Costs of password hashes that are neither too cheap nor too dear.
# bcrypt: { min-cost: 10, max-cost: 14 }

# Suffixes for which no public authority signs, besides .internal, .local, .svc and their like: [corp.example]
# private-domains: []

# Where a folder of the server is committed: { /etc/prometheus/certs: deploy/certs }
# path-mappings: {}

# The committed certificate that a target serves: { 'node1.internal:9100': certs/node1.pem }
# servers: {}

# Which Prometheus is to accept files and certificates: 3.5, current or any.
# prometheus-version: any
`;
