import { expect, test } from '@jest/globals';
import { departuresIn, wantedIn } from './wanted-departures.ts';

const CONFIGURATION = `
modules:
  http_2xx:
    prober: http
    timeout: 5 # want: cannot unmarshal !!int \`5\` into time.Duration
    http:
      method: POST
      body: a
      body_file: /etc/body # want: setting body and body_file both are not allowed
      valid_http_versions: [HTTP/1.1, HTTP/3.0] # want: HTTP/3 cannot be used as a valid HTTP version when enable_http3 is false
      headers: { accept-encoding: identity }
      compression: gzip # want: invalid configuration "accept-encoding: identity", "compression: gzip"
      fail_if_body_matches_regexp: ['a)(b'] # want: "Could not compile regular expression" regexp="a)(b"
      fail_if_header_matches:
        - header: Server # want: regexp must be set for HTTP header matchers
      tls_config:
        insecure_skip_verfy: true # want: field insecure_skip_verfy not found in type config.plain
      body_size_limit: 1024 # want: units: unknown unit in 1024
      http_headers:
        host: { values: [a] } # want: setting header "Host" is not allowed
  http_3:
    prober: http
    http:
      enable_http3: true # want: when enable_http3 is true, enable_http2 must be set to false
      valid_http_versions: [HTTP/2.0] # want: HTTP/3 and HTTP/2.0/1.1 cannot be used together - only HTTP/3.0 is allowed when enable_http3 is true
  compressed:
    prober: http
    http:
      compression: gzip
      headers: { Accept-Encoding: 'br;q=0.5, *' }
  tcp:
    prober: tcp
    tcp:
      tls: 'yes'
      query_response:
        - { expect: a, expect_bytes: b } # want: expect and expect_bytes are mutually exclusive
  dns: # a module
    prober: dns
    dns: # want: query name must be set for DNS module
      query_type: MXX # want: query type 'MXX' is not valid
  icmp:
    prober: ping # want: prober 'ping' is not valid
    icmp: { ttl: 256 } # want: "ttl" cannot exceed 255
`;

test('a fault in a module is said on its line, in the words of the exporter', () => {
  expect(departuresIn('blackbox.yml', CONFIGURATION)).toEqual(wantedIn(CONFIGURATION));
});
