"use strict";
exports.id = 152;
exports.ids = [152];
exports.modules = {

/***/ 97152:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  explainCommand: () => (/* binding */ explainCommand)
});

// EXTERNAL MODULE: ./build/bundle/src/findings/engine-rules.js
var engine_rules = __webpack_require__(4522);
;// CONCATENATED MODULE: ./build/bundle/src/rules/errors/answer-errors.js
/** What the other side answers: HTTP status, alerts of TLS, and connections that end. */
const ANSWER_ERRORS = [
    {
        pattern: /HTTP (?:status )?401|\bUnauthorized\b/,
        meaning: 'The target does not take the credentials, or got none.',
        causes: [
            {
                words: 'The password is not the one that the hash of the server is made of, or the user is unknown there.',
                ruleIds: ['wrong-scrape-password', 'self-scrape-mismatch', 'closed-server', 'invalid-bcrypt-hash'],
            },
            {
                words: 'The job sends no credentials, or the target is a kubelet, which asks for a token.',
                ruleIds: [
                    'kubelet-without-credentials',
                    'self-scrape-mismatch',
                    'missing-secret-key',
                    'empty-secret-reference',
                ],
            },
            {
                words: 'What is sent is not the secret: a bcrypt hash, or a ${VARIABLE} that Prometheus does not replace, or it ends with a line break.',
                ruleIds: ['hash-as-password', 'unexpanded-variable', 'committed-secret'],
            },
            { words: 'The token has expired or was revoked.', ruleIds: [] },
        ],
    },
    {
        pattern: /is forbidden: User "|cannot (?:list|get|watch) resource/,
        meaning: 'The service account of Prometheus may not read what its discovery asks Kubernetes for.',
        causes: [
            {
                words: 'A ClusterRole lacks the resource, or nothing binds it to the service account.',
                ruleIds: ['missing-rbac'],
            },
        ],
    },
    {
        pattern: /HTTP (?:status )?403|\bForbidden\b/,
        meaning: 'The target knows who asks, and does not allow it.',
        causes: [
            {
                words: 'The service account may not read the metrics of the nodes: nodes/metrics, or a nonResourceURL.',
                ruleIds: ['missing-rbac', 'kubelet-without-credentials'],
            },
            {
                words: 'The name in the client certificate is not among those that the server allows (client_allowed_sans).',
                ruleIds: ['closed-server', 'missing-client-certificate'],
            },
        ],
    },
    {
        pattern: /HTTP (?:status )?400|\bBad Request\b|Client sent an HTTP request to an HTTPS server/,
        meaning: 'The target speaks TLS and is asked without it, or nginx wants a client certificate.',
        causes: [
            {
                words: 'Set scheme: https for the job.',
                ruleIds: ['self-scrape-mismatch', 'handshake-refused', 'tls-config-ignored'],
            },
            {
                words: 'nginx has ssl_verify_client on: give cert_file and key_file.',
                ruleIds: ['missing-client-certificate'],
            },
        ],
    },
    {
        pattern: /server gave HTTP response to HTTPS client/,
        meaning: 'The target speaks plain HTTP and is asked with TLS.',
        causes: [
            {
                words: 'The target has no TLS, or the web configuration that turns it on is not read. Set scheme: http, or better give the target a certificate.',
                ruleIds: ['self-scrape-mismatch', 'web-tls-off', 'web-without-tls', 'handshake-refused'],
            },
        ],
    },
    {
        pattern: /tls: (?:bad certificate|certificate required|unknown certificate|expired certificate|unsupported certificate|revoked certificate|access denied)/,
        meaning: 'The target asks for a client certificate, and got none or does not take the one it got.',
        causes: [
            {
                words: 'The job has no cert_file and key_file, and the server demands a certificate.',
                ruleIds: ['missing-client-certificate', 'incomplete-client-certificate', 'self-scrape-mismatch'],
            },
            {
                words: 'The certificate is past its end, is of another authority than the client_ca_file of the server, or is for servers alone.',
                ruleIds: ['certificate-expired', 'certificate-key-mismatch', 'closed-server'],
            },
        ],
    },
    {
        pattern: /tls: unrecognized name/,
        meaning: 'The target serves by name alone. Prometheus sends no name where the target is an address.',
        causes: [{ words: 'Set server_name.', ruleIds: ['missing-server-name', 'handshake-name-mismatch'] }],
    },
    {
        pattern: /tls: (?:protocol version not supported|handshake failure|no application protocol|insufficient security)/,
        meaning: 'The two have no version, cipher suite or kind of key in common.',
        causes: [
            {
                words: 'The server has only what is old or only what is new. Give it TLS 1.2 and 1.3 with the suites that Go has by default.',
                ruleIds: ['weak-tls-version', 'weak-cipher-suite', 'server-will-not-start', 'closed-server'],
            },
            {
                words: 'The server demands a client certificate, which TLS 1.2 says with the same words.',
                ruleIds: ['missing-client-certificate'],
            },
        ],
    },
    {
        pattern: /connection refused|no such host|i\/o timeout|context deadline exceeded|no route to host/,
        meaning: 'Nobody answers there, or not in time: no matter of TLS or of credentials.',
        causes: [
            { words: 'The name, the port or the network is another. Ask from where Prometheus runs.', ruleIds: [] },
            { words: 'The server did not start, because of its web configuration.', ruleIds: ['server-will-not-start'] },
        ],
    },
    {
        pattern: /\bEOF\b|connection reset by peer|broken pipe/,
        meaning: 'The target ended the connection without a word.',
        causes: [
            { words: 'The target speaks TLS and is asked without it. Set scheme: https.', ruleIds: ['self-scrape-mismatch'] },
            { words: 'The target demands a client certificate.', ruleIds: ['missing-client-certificate'] },
        ],
    },
];
//# sourceMappingURL=answer-errors.js.map
;// CONCATENATED MODULE: ./build/bundle/src/rules/errors/certificate-errors.js
const UNKNOWN_AUTHORITY = 'None of the authorities that Prometheus trusts signed what the target showed: those of ca_file, and the roots of the machine only where there is no ca_file.';
/**
 * What the verification of a certificate says (Go's crypto/x509, verify.go, 1.19 to 1.27), the more precise text before
 * the more general.
 */
const CERTIFICATE_ERRORS = [
    {
        pattern: /signed by unknown authority \(possibly because of "x509: invalid signature: parent certificate cannot sign/,
        meaning: `${UNKNOWN_AUTHORITY} There is one of the right name, which is not allowed to sign: it has CA:FALSE, or no basic constraints, or a key usage without certificate signing.`,
        causes: [
            {
                words: 'ca_file holds a certificate that is no authority. Make the authority again, with basicConstraints=critical,CA:TRUE and keyUsage=keyCertSign.',
                ruleIds: ['not-a-certificate-authority', 'handshake-unknown-authority'],
            },
        ],
    },
    {
        pattern: /signed by unknown authority \(possibly because of "x509: cannot verify signature: insecure algorithm/,
        meaning: `${UNKNOWN_AUTHORITY} There is one of the right name, and Go does not take the algorithm of its signature (SHA-1 or MD5).`,
        causes: [
            {
                words: 'The certificate is signed with SHA-1 or MD5. Have it signed again with SHA-256.',
                ruleIds: ['weak-certificate-signature', 'handshake-unknown-authority'],
            },
        ],
    },
    {
        pattern: /signed by unknown authority \(possibly because of/,
        meaning: `${UNKNOWN_AUTHORITY} There is one of the right name with another key.`,
        causes: [
            {
                words: 'The authority was made again under its old name, and ca_file or the certificate of the target is from before. Put the new authority into ca_file, beside the old one while both are in use.',
                ruleIds: ['handshake-unknown-authority'],
            },
            {
                words: 'ca_file leads to the authority of another environment. Compare the two by their fingerprints.',
                ruleIds: ['handshake-unknown-authority', 'missing-file'],
            },
        ],
    },
    {
        pattern: /certificate signed by unknown authority/,
        meaning: UNKNOWN_AUTHORITY,
        causes: [
            {
                words: "No ca_file is set, and the target's authority is a private one. Set ca_file to its certificate.",
                ruleIds: ['missing-ca-file', 'handshake-unknown-authority'],
            },
            {
                words: 'ca_file holds another authority. Put in the one that signed the certificate of the target.',
                ruleIds: ['handshake-unknown-authority'],
            },
            {
                words: 'ca_file holds the authority in a block that Go passes over without a word: behind a byte order mark, indented, with another label or with headers.',
                ruleIds: ['skipped-pem-block', 'ca-file-unusable'],
            },
            {
                words: 'The target does not send its intermediate certificate. Put it behind the certificate in the cert_file of the server, or into ca_file.',
                ruleIds: ['handshake-unknown-authority'],
            },
            {
                words: 'What is in ca_file may not sign certificates.',
                ruleIds: ['not-a-certificate-authority'],
            },
        ],
    },
    {
        pattern: /cannot validate certificate for .* because it doesn't contain any IP SANs/,
        meaning: 'The target is scraped by its address, and its certificate has names alone.',
        causes: [
            {
                words: 'Set server_name to a name of the certificate, or add the address to the certificate as an IP SAN.',
                ruleIds: ['handshake-name-mismatch', 'missing-server-name', 'self-scrape-mismatch'],
            },
        ],
    },
    {
        pattern: /certificate relies on legacy Common Name field|certificate is not valid for any names/,
        meaning: 'The certificate has no subject alternative name. Go has not looked at the common name since version 1.15.',
        causes: [
            {
                words: 'Make the certificate again with the host as a DNS or IP SAN: openssl req -addext subjectAltName=DNS:host.',
                ruleIds: ['certificate-without-san', 'handshake-name-mismatch'],
            },
        ],
    },
    {
        pattern: /certificate is valid for .*, (?:not|but none matched) /,
        meaning: 'The certificate of the target holds for other names than the one that is asked for: server_name, or without it the host of the target.',
        causes: [
            {
                words: 'The target is scraped under a name that its certificate does not have. Set server_name to one that it has, or add the name to the certificate.',
                ruleIds: ['handshake-name-mismatch', 'missing-server-name', 'self-scrape-mismatch'],
            },
            {
                words: 'server_name is misspelt, or is a URL or has a port. It takes a host name alone.',
                ruleIds: ['handshake-name-mismatch'],
            },
            {
                words: 'Something else answers there: a proxy, or a default certificate of an ingress.',
                ruleIds: [],
            },
        ],
    },
    {
        pattern: /certificate has expired or is not yet valid: current time \S+ is before/,
        meaning: 'A certificate of the chain holds only from a later moment on, or the clock of the machine is behind.',
        causes: [
            {
                words: 'A certificate was made ahead of its time, or on a machine whose clock is ahead.',
                ruleIds: ['certificate-not-yet-valid', 'handshake-expired'],
            },
            { words: 'The clock of the machine that Prometheus runs on is behind. Look at what sets it.', ruleIds: [] },
        ],
    },
    {
        pattern: /certificate has expired or is not yet valid/,
        meaning: 'A certificate of the chain is past its end. The text is the same for that of the target, an intermediate and a root, and does not say which.',
        causes: [
            {
                words: 'The certificate of the target, or one above it, is past its end. Replace it, and reload the target.',
                ruleIds: ['handshake-expired', 'certificate-expired'],
            },
            {
                words: 'The authority in ca_file is past its end. Put in its successor, with the old one while both are in use.',
                ruleIds: ['certificate-expired', 'certificate-expiring'],
            },
            {
                words: 'The file is new and the target still serves the one from before: most servers read it when they start.',
                ruleIds: [],
            },
        ],
    },
    {
        pattern: /certificate specifies an incompatible key usage/,
        meaning: 'The extended key usage of the certificate, or of an authority above it, leaves out servers.',
        causes: [
            {
                words: 'The target shows a certificate that was made for a client. Make one with extendedKeyUsage=serverAuth.',
                ruleIds: ['handshake-refused'],
            },
        ],
    },
    {
        pattern: /not authorized to sign for this name|is not permitted by any constraint|is excluded by constraint/,
        meaning: 'An authority of the chain may sign for certain names alone, and a name of the certificate is none of them.',
        causes: [
            {
                words: 'Every name of the certificate counts, not only the one that is scraped. Have it made without the others.',
                ruleIds: ['handshake-refused'],
            },
        ],
    },
    {
        pattern: /too many intermediates for path length constraint/,
        meaning: 'An authority of the chain allows fewer authorities below it than there are.',
        causes: [
            { words: 'Have the authority made again with a larger pathlen, or without one.', ruleIds: ['handshake-refused'] },
        ],
    },
    {
        pattern: /unhandled critical extension|invalid policies/,
        meaning: 'The certificate has an extension that is marked as critical, and that Go does not know or cannot meet.',
        causes: [{ words: 'Have the certificate made without that extension.', ruleIds: ['handshake-refused'] }],
    },
    {
        pattern: /failed to parse certificate from server|larger than 8192 bits|keys are insecure/,
        meaning: 'Go does not take the certificate at all, and insecure_skip_verify does not help.',
        causes: [
            {
                words: 'Have the certificate made again: RSA from 2048 to 8192 bits or ECDSA P-256, and names in ASCII.',
                ruleIds: ['handshake-refused', 'weak-certificate-key'],
            },
        ],
    },
];
//# sourceMappingURL=certificate-errors.js.map
;// CONCATENATED MODULE: ./build/bundle/src/rules/errors/loading-errors.js
const VANISHES = 'At the start, or for a new job, the job then vanishes: no target, no up series, and an alert on up == 0 stays silent. A reload of a job that runs fails, and the old settings go on.';
/** What Prometheus says when it makes a client or a server (prometheus/common config/http_config.go, exporter-toolkit web/). */
const LOADING_ERRORS = [
    {
        pattern: /unable to use specified CA cert/,
        meaning: `ca_file holds no certificate in PEM that Go would take. ${VANISHES}`,
        causes: [
            {
                words: 'The file is DER, PKCS#7, a key or a request, is empty, or starts with a byte order mark. Convert it: openssl x509 -inform DER -in ca.cer -out ca.pem.',
                ruleIds: ['ca-file-unusable', 'skipped-pem-block'],
            },
            {
                words: 'What is mounted there is something else than what the configuration means.',
                ruleIds: ['missing-secret-key', 'empty-secret-reference'],
            },
        ],
    },
    {
        pattern: /unable to (?:load|read) (?:specified )?CA cert/,
        meaning: `ca_file cannot be read. ${VANISHES}`,
        causes: [
            {
                words: 'The file is not where the configuration says, seen from the process: its mount or its path is another.',
                ruleIds: ['missing-file', 'missing-secret-key', 'empty-secret-reference'],
            },
        ],
    },
    {
        pattern: /private key (?:type )?does not match public key/,
        meaning: `The key in key_file is not that of the first certificate in cert_file. ${VANISHES}`,
        causes: [
            {
                words: 'One of the two files was replaced without the other.',
                ruleIds: ['certificate-key-mismatch'],
            },
            {
                words: 'cert_file begins with the authority. The own certificate has to come first, then those above it.',
                ruleIds: ['certificate-key-mismatch'],
            },
        ],
    },
    {
        pattern: /unable to (?:read|use) specified client cert|failed to (?:find any PEM|parse private key|find certificate)/,
        meaning: `The pair of cert_file and key_file cannot be used. ${VANISHES}`,
        causes: [
            {
                words: 'One of the two files is missing, or is where the process does not see it.',
                ruleIds: ['missing-file', 'incomplete-client-certificate', 'missing-secret-key'],
            },
            {
                words: 'The two are switched, the key is encrypted, or one is not PEM.',
                ruleIds: ['certificate-key-mismatch', 'server-will-not-start'],
            },
        ],
    },
    {
        pattern: /max_version must be greater|no supported versions satisfy MinVersion and MaxVersion|unknown TLS version/,
        meaning: 'min_version and max_version leave no version of TLS that Prometheus speaks.',
        causes: [
            {
                words: 'Write TLS12 or TLS13, and no max_version.',
                ruleIds: ['weak-tls-version', 'handshake-refused', 'server-will-not-start'],
            },
        ],
    },
    {
        pattern: /crypto\/bcrypt: |strconv\.Atoi: parsing/,
        meaning: 'A value of basic_auth_users is no bcrypt hash, and the server does not start. The text does not say whose.',
        causes: [
            {
                words: 'The value is the password itself, a hash of another kind, or one that a shell or Compose took a $ out of.',
                ruleIds: ['invalid-bcrypt-hash', 'unexpanded-variable'],
            },
        ],
    },
    {
        pattern: /at most one of|cannot have both|must configure (?:either|only one)/,
        meaning: 'Settings are there of which one alone may be.',
        causes: [{ words: 'Keep one of them.', ruleIds: ['conflicting-credentials', 'server-will-not-start'] }],
    },
    {
        pattern: /client (?:cert|key) file .* specified without|exactly one of (?:cert|key) or (?:cert|key)_file must be/,
        meaning: `A client certificate stands without its key, or a key without its certificate. ${VANISHES}`,
        causes: [{ words: 'Set both cert_file and key_file, or neither.', ruleIds: ['incomplete-client-certificate'] }],
    },
    {
        pattern: /field \S+ not found in type|already set in map|cannot unmarshal/,
        meaning: 'A field is misspelt or stands in the wrong place, comes twice, or has a value of another kind; or the server is older than the field.',
        causes: [
            {
                words: 'Mend the field that the message names. promtool check config and check web-config read the same way.',
                ruleIds: ['server-will-not-start', 'web-tls-off'],
            },
        ],
    },
    {
        pattern: /unknown (?:cipher|curve)|invalid ClientAuth|can not be configured|client CA's have been configured|HTTP\/2-required|invalid value for/i,
        meaning: 'The web configuration is refused, and the server does not start.',
        causes: [{ words: 'Mend the value that the message names.', ruleIds: ['server-will-not-start'] }],
    },
    {
        pattern: /missing (?:one of (?:cert|key) or |cert_file|key_file)|TLS (?:private key|certificate) must be defined/,
        meaning: 'The web configuration has TLS settings without a certificate or its key.',
        causes: [{ words: 'Set both cert_file and key_file.', ruleIds: ['server-will-not-start', 'web-tls-off'] }],
    },
    {
        pattern: /open \S+: (?:no such file|permission denied)|no such file or directory/,
        meaning: 'A file that the configuration names is not there, or may not be read by the user that Prometheus runs as.',
        causes: [
            {
                words: 'The path is another one from inside of the process: look at its mounts.',
                ruleIds: ['missing-file', 'missing-secret-key', 'operator-file-access'],
            },
        ],
    },
];
//# sourceMappingURL=loading-errors.js.map
;// CONCATENATED MODULE: ./build/bundle/src/rules/errors/runtime-error.js
const URL_HOST = /https?:\/\/(\[[^\]\s]*\]|[^/:"\s]+)/;
const NAME = /(?:, not |but wanted to match |none matched |cannot validate certificate for )(\S+?)(?:[\s"]|$)/;
const DIALED = /(?:dial tcp|lookup) (\[[^\]\s]*\]|[^:\s]+)/;
const JOB = /(?:scrape_pool|job|job_name)"?\s*[=:]\s*"?([^"\s,}]+)/;
const PATH = /(?:unable to (?:read file|load specified CA cert|use specified CA cert(?: file)?)|open) "?([^\s":,]+)/;
/** A line of a log has its text in quotes, with those in it escaped, as logfmt and JSON write them. */
function plainText(text) {
    return text.replaceAll('\\"', '"').replaceAll(/\s+/g, ' ').trim();
}
/** What is known of the connection. @param pasted the text of the error. */
function wantedIn(pasted) {
    const text = plainText(pasted);
    const hosts = [URL_HOST, NAME, DIALED].flatMap(pattern => pattern.exec(text)?.[1] ?? []);
    const job = JOB.exec(text)?.[1];
    const path = PATH.exec(text)?.[1];
    return {
        hosts: [...new Set(hosts.map(host => host.replace(/^\[|\]$/g, '').toLowerCase()))],
        ...(job === undefined ? {} : { job }),
        ...(path === undefined ? {} : { path }),
    };
}
//# sourceMappingURL=runtime-error.js.map
;// CONCATENATED MODULE: ./build/bundle/src/rules/errors/errors.js




/** Every error that can be explained: of several that a text matches the first counts. */
const RUNTIME_ERRORS = [...CERTIFICATE_ERRORS, ...LOADING_ERRORS, ...ANSWER_ERRORS];
/** The error that a text from the targets page or the log is; `undefined` where it is none that is known. */
function runtimeErrorOf(text) {
    const plain = plainText(text);
    return RUNTIME_ERRORS.find(({ pattern }) => pattern.test(plain));
}
//# sourceMappingURL=errors.js.map
// EXTERNAL MODULE: ./build/bundle/src/text/written.js
var text_written = __webpack_require__(95078);
;// CONCATENATED MODULE: ./build/bundle/src/lint/explanation.js



/**
 * What an error from the targets page or the log means, and where in the repository it comes from; `undefined` for a text
 * that is no error that is known.
 */
function explanationOf(text, clients, findings) {
    const error = runtimeErrorOf(text);
    if (error === undefined)
        return undefined;
    const wanted = wantedIn(text);
    const connections = connectionsIn(clients, wanted);
    const possible = findings.filter(({ message }) => !namesAnotherStatus(message, text) && !quotesAnother(message, error));
    const own = possible.filter(finding => isAbout(finding, connections, wanted));
    const causes = causesWith(error, own);
    const isAboutConnection = causes.some(cause => cause.findings.length > 0);
    return {
        error,
        connections,
        isAboutConnection,
        causes: foundFirst(isAboutConnection ? causes : causesWith(error, possible)),
    };
}
/** The causes of an error, each finding with the likeliest that its rule is behind. */
function causesWith({ causes }, findings) {
    const told = new Set();
    return causes.map(cause => {
        const ofCause = findings.filter(finding => cause.ruleIds.includes(finding.ruleId) && !told.has(finding));
        for (const finding of ofCause)
            told.add(finding);
        return { cause, findings: ofCause };
    });
}
// A number of its own, and no port or part of an address.
const STATUS = /(?<![\d.:])[45]\d\d(?![\d.:])/g;
/** True where a message speaks of answers, and not of that which the text has. */
function namesAnotherStatus(message, text) {
    const wanted = /HTTP (?:status )?(\d{3})/.exec(text)?.[1];
    const named = [...message.matchAll(STATUS)].map(([status]) => status);
    return wanted !== undefined && named.length > 0 && !named.includes(wanted);
}
const QUOTED = /\(((?:x509|tls|remote error|server returned)\b.*)\)/;
/** True where a message foretells another error: a rule may find what leads to several. */
function quotesAnother(message, error) {
    const quoted = QUOTED.exec(message)?.[1];
    const foretold = quoted === undefined ? undefined : runtimeErrorOf(quoted);
    return foretold !== undefined && foretold !== error;
}
function foundFirst(causes) {
    return [
        ...causes.filter(({ findings }) => findings.length > 0),
        ...causes.filter(({ findings }) => findings.length === 0),
    ];
}
function connectionsIn(clients, { hosts, job }) {
    return clients.flatMap(client => {
        const isOfJob = job !== undefined && client.label.endsWith(`"${job}"`);
        const written = [...client.targets.hosts, ...(client.tls?.serverName === undefined ? [] : [client.tls.serverName])];
        const asked = written.flatMap(host => (0,text_written/* literal */.e)(host) ?? []);
        const matching = asked.filter(({ value }) => hosts.includes(value.toLowerCase()));
        const found = matching.length > 0 ? matching : isOfJob ? asked.slice(0, 1) : [];
        return found.map(({ value, span }) => ({ client, host: value, at: span }));
    });
}
function isAbout(finding, connections, { hosts, path }) {
    const { at, subject, message } = finding;
    const isOfClient = connections.some(({ client }) => client.document.file.path === at.file.path && subject.path.startsWith(client.path));
    const words = [...hosts, ...(path === undefined ? [] : [path])];
    return isOfClient || words.some(word => message.toLowerCase().includes(word.toLowerCase()));
}
//# sourceMappingURL=explanation.js.map
// EXTERNAL MODULE: ./build/bundle/src/lint/lint.js + 15 modules
var lint = __webpack_require__(36225);
// EXTERNAL MODULE: ./build/bundle/src/lint/lower.js
var lower = __webpack_require__(75214);
// EXTERNAL MODULE: ./build/bundle/src/text/near-name.js
var near_name = __webpack_require__(91083);
// EXTERNAL MODULE: ./build/bundle/src/policy/selection.js
var selection = __webpack_require__(42630);
// EXTERNAL MODULE: ./build/bundle/src/rules/index.js + 72 modules
var rules = __webpack_require__(65037);
// EXTERNAL MODULE: ./build/bundle/src/edge/configuration.js
var edge_configuration = __webpack_require__(83429);
// EXTERNAL MODULE: ./build/bundle/src/lint/linted.js
var linted = __webpack_require__(63011);
// EXTERNAL MODULE: ./build/bundle/src/edge/usage-error.js
var usage_error = __webpack_require__(52839);
// EXTERNAL MODULE: ./build/bundle/src/edge/whole-report.js
var whole_report = __webpack_require__(19599);
// EXTERNAL MODULE: ./build/bundle/src/report/position.js
var position = __webpack_require__(45361);
// EXTERNAL MODULE: ./build/bundle/src/report/summary.js
var summary = __webpack_require__(7356);
// EXTERNAL MODULE: ./build/bundle/src/report/visible.js
var visible = __webpack_require__(86030);
;// CONCATENATED MODULE: ./build/bundle/src/edge/cli/error-page.js



const SHOWN_LIMIT = 5;
/** What an error of Prometheus means, and where in the repository it comes from, in Markdown. */
function errorPage(explanation) {
    const { error, connections, causes, isAboutConnection } = explanation;
    const isFound = causes.some(({ findings }) => findings.length > 0);
    const parts = [error.meaning];
    if (connections.length > 0) {
        parts.push('## Who asks', listOf(connections.map(({ client, host, at }) => `${placeOf(at)}: ${(0,visible/* visibleText */.Q6)(client.label)} asks ${(0,visible/* visibleText */.Q6)(host)}`)));
    }
    if (isFound && !isAboutConnection) {
        parts.push(connections.length > 0
            ? 'Nothing was found about this connection. What was found about others may be of the same kind.'
            : 'The text names no connection of this repository, so what was found here may be about another one.');
    }
    const shown = new Set();
    parts.push('## Causes', ...causes.map((cause, index) => causeText(cause, index + 1, shown)));
    if (!isFound)
        parts.push('Nothing in this repository shows which of them it is.');
    return `${parts.join('\n\n')}\n`;
}
/** @param shown what is said of earlier causes, and grows by what is said of this one. */
function causeText({ cause, findings }, number, shown) {
    const rules = cause.ruleIds.length === 0 ? 'No file shows it.' : `Rules: ${cause.ruleIds.join(', ')}`;
    const found = findings.slice(0, SHOWN_LIMIT).map(finding => {
        const { at, severity, ruleId, message } = finding;
        if (shown.has(finding))
            return `${placeOf(at)}: ${ruleId}, as above`;
        shown.add(finding);
        return `${placeOf(at)}: ${severity}[${ruleId}]: ${(0,visible/* visibleText */.Q6)(message)}`;
    });
    const rest = findings.length - found.length;
    const lines = rest > 0 ? [...found, `and ${(0,summary/* numbered */.jN)(rest, 'more finding')}; see promsec lint`] : found;
    return [`${number}. ${cause.words}`, `   ${rules}`, ...lines.map(line => `   - ${line}`)].join('\n');
}
function listOf(lines) {
    const unique = [...new Set(lines)];
    const rest = unique.length - SHOWN_LIMIT;
    const shown = unique.slice(0, SHOWN_LIMIT);
    return [...shown, ...(rest > 0 ? [`and ${rest} more`] : [])].map(line => `- ${line}`).join('\n');
}
function placeOf(at) {
    const { line, column } = (0,position/* rangeOf */.be)(at);
    return `${(0,visible/* visibleText */.Q6)(at.file.path)}:${line}:${column}`;
}
//# sourceMappingURL=error-page.js.map
// EXTERNAL MODULE: ./build/bundle/src/policy/configuration.js
var configuration = __webpack_require__(81778);
// EXTERNAL MODULE: ./build/bundle/src/policy/configuration-file.js + 2 modules
var configuration_file = __webpack_require__(85126);
// EXTERNAL MODULE: ./build/bundle/src/report/color.js
var color = __webpack_require__(49019);
// EXTERNAL MODULE: ./build/bundle/src/report/finding-text.js
var finding_text = __webpack_require__(27513);
// EXTERNAL MODULE: ./build/bundle/src/report/secrets.js
var report_secrets = __webpack_require__(68821);
;// CONCATENATED MODULE: ./build/bundle/src/rules/rule.js
/** The moment at which examples are linted, so that what they say of dates stays true. */
const EXAMPLE_NOW = new Date('2026-11-20T00:00:00Z');
//# sourceMappingURL=rule.js.map
// EXTERNAL MODULE: ./build/bundle/src/text/source.js
var source = __webpack_require__(82784);
;// CONCATENATED MODULE: ./build/bundle/src/edge/cli/rule-page.js








const CONFIGURATION_FILE = '.promsec.yml';
const MARK = /[ \t]*# want: [a-z-]+$/;
const MARK_ABOVE = /^\s*# want-next: [a-z-]+$/;
/** The page of a rule in Markdown: what, why, a bad example with what promsec prints for it, a good one. */
function rulePage(rule) {
    const milder = rule.milderSeverity === undefined ? '' : `, or ${rule.milderSeverity} in the milder case`;
    const pedantic = 'isPedantic' in rule && rule.isPedantic === true ? ', off unless asked for (pedantic)' : '';
    const severity = `Severity: ${rule.severity}${milder}${pedantic}`;
    const parts = [`# ${rule.id}`, `${rule.summary}.`, severity, rule.explanation];
    if ('bad' in rule) {
        parts.push('## Bad', ...filesIn(rule.bad), 'promsec says:', fenced('text', outputFor(rule)), '## Good', ...filesIn(rule.good));
    }
    return `${parts.join('\n\n')}\n`;
}
/** An example as a tree of files. */
function exampleTree(example) {
    const paths = Object.keys(example).sort();
    return {
        paths,
        named: new Set(paths),
        belowNamed: new Set(),
        has: path => path in example,
        read: path => {
            const text = example[path];
            return text === undefined ? undefined : { bytes: new TextEncoder().encode(text) };
        },
    };
}
/** The configuration that an example brings along, or the default one. @throws Error for a mistake in it, which is ours. */
function exampleConfiguration(example) {
    const text = example[CONFIGURATION_FILE];
    if (text === undefined)
        return configuration/* DEFAULT_CONFIGURATION */.P;
    const reading = (0,configuration_file.readConfiguration)(new source/* SourceFile */.s(CONFIGURATION_FILE, text));
    if ('mistakes' in reading)
        throw new Error(reading.mistakes.map(({ message }) => message).join('; '));
    return reading.configuration;
}
/** An example as users should see it, without the marks for the tests. */
function withoutMarks(example) {
    return Object.fromEntries(Object.entries(example).map(([path, text]) => {
        const lines = text.split('\n').filter(line => !MARK_ABOVE.test(line));
        return [path, lines.map(line => line.replace(MARK, '')).join('\n')];
    }));
}
function filesIn(example) {
    return Object.entries(withoutMarks(example)).flatMap(([path, text]) => [
        `\`${path}\``,
        fenced(languageOf(path), text),
    ]);
}
function outputFor(rule) {
    const files = exampleTree(withoutMarks(rule.bad));
    const configuration = { ...exampleConfiguration(rule.bad), pedantic: true };
    const report = (0,lint/* lint */.u)({ files, configuration, now: EXAMPLE_NOW, rules: [rule] });
    const secrets = new report_secrets/* Secrets */.S(report.secrets);
    return report.findings.map(finding => (0,finding_text/* findingText */.N)(finding, secrets, (0,color/* painterFor */.D)(false))).join('\n\n');
}
function fenced(language, text) {
    return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}
function languageOf(path) {
    return /\.ya?ml$/.test(path) ? 'yaml' : 'text';
}
//# sourceMappingURL=rule-page.js.map
;// CONCATENATED MODULE: ./build/bundle/src/edge/cli/explain-command.js














const ALL = [...rules/* RULES */.y, ...engine_rules/* ENGINE_RULES */.NR];
/**
 * `promsec explain RULE`: the page of the rule. `promsec explain "ERROR"`: what an error of Prometheus means, and where in
 * the repository it comes from.
 *
 * @throws UsageError where there is no such rule, and no such error.
 */
async function explainCommand(command, terminal) {
    const text = command.words.join(' ');
    const rule = ALL.find(candidate => candidate.id === text);
    if (rule !== undefined)
        terminal.print(rulePage(rule));
    else if (runtimeErrorOf(text) !== undefined)
        terminal.print(await pageOfError(text, command, terminal));
    else
        throw new usage_error/* UsageError */.e([unexplained(text)]);
    return 0;
}
async function pageOfError(text, { configuration: choice, now }, terminal) {
    const files = (0,whole_report/* treeFor */.UJ)({ ...terminal, paths: [] });
    const configuration = { ...(await (0,edge_configuration/* configurationFor */.a2)(files.root, choice, terminal.folder)), pedantic: true };
    const explanation = await (0,linted/* answered */.o)(answers => {
        const tree = (0,lower/* lowered */.D)(files, (0,selection/* selectionOf */.W)(configuration), answers.decipher);
        const report = (0,lint/* lint */.u)({ files, configuration, now: now ?? terminal.now, lowered: tree, ...answers });
        return explanationOf(text, tree.meanings.flatMap(({ clients }) => clients), report.findings);
    });
    return explanation === undefined ? '' : errorPage(explanation);
}
function unexplained(text) {
    if (text === '')
        return 'name a rule, or quote an error of Prometheus; promsec rules lists the rules';
    if (/\s/.test(text)) {
        return 'no error that promsec knows is in this text; paste the line of the targets page or of the log, in quotes';
    }
    const ids = ALL.map(candidate => candidate.id);
    return `there is no rule ${text}; ${(0,near_name/* nearAdvice */.n)(text, ids, 'promsec rules lists them')}`;
}
//# sourceMappingURL=explain-command.js.map

/***/ })

};
;