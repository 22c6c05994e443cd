/** What `--format` takes for the list of certificates. */
export const CERTIFICATE_FORMATS = ['text', 'json', 'csv', 'ical'] as const;
export type CertificateFormat = (typeof CERTIFICATE_FORMATS)[number];
