/** As many ConfigMaps in a stream, each with a configuration in which verification is switched off once. */
export function configMaps(count) {
  return Array.from({ length: count }, (_, number) => `${HEAD}  name: jobs-${number}\n${DATA}${job(number, 10)}`).join(
    '---\n',
  );
}

/** A ConfigMap that carries as many jobs in one block, every hundredth with verification switched off. */
export function largeBlock(jobs) {
  return `${HEAD}  name: jobs\n${DATA}${Array.from({ length: jobs }, (_, number) => job(number, 2400)).join('')}`;
}

const HEAD = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n';
const DATA = 'data:\n  jobs.yml: |\n    scrape_configs:\n';

/** @param padding how many characters the comment of a job has. */
function job(number, padding) {
  return `      # ${'a'.repeat(padding)}
      - job_name: job-${number}
        scheme: https
        tls_config: { ca_file: /etc/ca.pem, insecure_skip_verify: ${number % 100 === 0 || padding < 100} }
`;
}
