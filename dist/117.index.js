"use strict";
exports.id = 117;
exports.ids = [117];
exports.modules = {

/***/ 3117:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  initCommand: () => (/* binding */ initCommand)
});

// EXTERNAL MODULE: ./build/bundle/src/lint/read.js + 4 modules
var read = __webpack_require__(26353);
// EXTERNAL MODULE: ./build/bundle/src/policy/configuration.js
var configuration = __webpack_require__(81778);
// EXTERNAL MODULE: ./build/bundle/src/policy/selection.js
var selection = __webpack_require__(42630);
// EXTERNAL MODULE: ./build/bundle/src/report/summary.js
var summary = __webpack_require__(7356);
// EXTERNAL MODULE: ./build/bundle/src/report/visible.js
var visible = __webpack_require__(86030);
// EXTERNAL MODULE: ./build/bundle/src/edge/configuration.js
var edge_configuration = __webpack_require__(83429);
// EXTERNAL MODULE: ./build/bundle/src/edge/git/checkout.js
var checkout = __webpack_require__(55370);
// EXTERNAL MODULE: ./build/bundle/src/edge/own-file.js
var own_file = __webpack_require__(14402);
// EXTERNAL MODULE: ./build/bundle/src/edge/tree.js + 1 modules
var tree = __webpack_require__(58069);
// EXTERNAL MODULE: ./build/bundle/src/edge/usage-error.js
var usage_error = __webpack_require__(52839);
;// CONCATENATED MODULE: ./build/bundle/src/edge/cli/first-configuration.js
/**
 * What `promsec init` writes as a configuration: every key with its default behind a comment mark, so that it changes
 * nothing until somebody takes that away.
 */
const FIRST_CONFIGURATION = `# yaml-language-server: $schema=https://raw.githubusercontent.com/promsec/promsec/v1/docs/schema/configuration.schema.json
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
//# sourceMappingURL=first-configuration.js.map
;// CONCATENATED MODULE: ./build/bundle/src/edge/cli/first-workflow.js
/** What `promsec init` writes as a workflow: docs/workflows/pull-request.yml, as a test sees to. */
const FIRST_WORKFLOW = `name: promsec
on:
  pull_request:
  merge_group:
  workflow_dispatch:
permissions:
  contents: read
jobs:
  promsec:
    name: promsec
    runs-on: ubuntu-latest
    timeout-minutes: 5
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          fetch-depth: 2 # the base of the pull request too
          persist-credentials: false
      - uses: promsec/promsec@v1
`;
//# sourceMappingURL=first-workflow.js.map
;// CONCATENATED MODULE: ./build/bundle/src/edge/cli/init-command.js












const WORKFLOW_PLACE = '.github/workflows/promsec.yml';
const NAMED_FILES = 10;
/**
 * `promsec init`: looks at what there is, and writes a configuration file and a workflow where there are none. What is
 * there stays as it is.
 *
 * @throws UsageError outside of a repository, where both files are there, and where one cannot be written.
 */
async function initCommand({ words }, terminal) {
    if (words.length > 0)
        throw new usage_error/* UsageError */.e(['init takes no path; it looks at the whole repository']);
    const root = (0,checkout/* gitTopOf */.v_)(terminal.folder);
    if (root === undefined)
        throw new usage_error/* UsageError */.e(['there is no git repository here; go to one, or make it with git init']);
    const configuration = edge_configuration/* CONFIGURATION_PLACES */.q9.find(place => (0,own_file/* isTaken */.C)(root, place));
    const workflow = (0,own_file/* isTaken */.C)(root, WORKFLOW_PLACE) ? WORKFLOW_PLACE : undefined;
    if (configuration !== undefined && workflow !== undefined) {
        throw new usage_error/* UsageError */.e([`${configuration} and ${workflow} are there already; init overwrites nothing`]);
    }
    const say = (line) => terminal.print(`${line}\n`);
    foundIn(root).forEach(say);
    const files = [
        { place: '.promsec.yml', text: FIRST_CONFIGURATION, there: configuration },
        { place: WORKFLOW_PLACE, text: FIRST_WORKFLOW, there: workflow },
    ];
    for (const { place, text, there } of files) {
        if (there === undefined)
            (0,own_file/* writeOwnFile */.O)(root, place, text, false);
        say(there === undefined ? `wrote ${place}` : `left ${there} as it is`);
    }
    say('\npromsec says what it finds now; promsec baseline records that, so that only what is new counts');
    return 0;
}
/** What the repository has for promsec, a line each. */
function foundIn(root) {
    const counts = new Map();
    const unread = [];
    for (const { path, documents, faults } of (0,read/* readingsOf */.RO)((0,tree/* treeOf */.g7)([], root), (0,selection/* selectionOf */.W)(configuration/* DEFAULT_CONFIGURATION */.P))) {
        for (const { dialect } of documents)
            counts.set(dialect, (counts.get(dialect) ?? 0) + 1);
        if (faults.length > 0)
            unread.push((0,visible/* visibleText */.Q6)(path));
    }
    const dialects = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([dialect, count]) => `${count} ${dialect}`);
    const found = dialects.length === 0
        ? 'found nothing of Prometheus yet; promsec files says what is looked at'
        : `found ${dialects.join(', ')} (promsec files names them)`;
    return [found, ...(unread.length === 0 ? [] : [unreadText(unread)])];
}
function unreadText(paths) {
    const more = paths.length > NAMED_FILES ? [`and ${paths.length - NAMED_FILES} more`] : [];
    return `could not read ${(0,summary/* numbered */.jN)(paths.length, 'file')}: ${[...paths.slice(0, NAMED_FILES), ...more].join(', ')}`;
}
//# sourceMappingURL=init-command.js.map

/***/ }),

/***/ 14402:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ isTaken),
/* harmony export */   O: () => (/* binding */ writeOwnFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _disk_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(97214);
/* harmony import */ var _usage_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(52839);




const { O_CREAT, O_EXCL, O_NOFOLLOW, O_TRUNC, O_WRONLY } = node_fs__WEBPACK_IMPORTED_MODULE_0__.constants;
/**
 * Writes a file of ours below the top of a repository, and the folders that it needs. No link leads it elsewhere.
 *
 * @param mayReplace false where a file that is there already stays as it is.
 * @throws UsageError where it cannot be written.
 */
function writeOwnFile(root, path, text, mayReplace) {
    const onDisk = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path);
    try {
        const folder = existingFolder((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(onDisk));
        if (!(0,_disk_js__WEBPACK_IMPORTED_MODULE_2__/* .liesIn */ .z$)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(root), (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(folder)))
            throw leadsOut(path);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(onDisk), { recursive: true });
        const descriptor = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(onDisk, O_WRONLY | O_CREAT | O_NOFOLLOW | (mayReplace ? O_TRUNC : O_EXCL), 0o666);
        try {
            writeAll(descriptor, Buffer.from(text));
        }
        finally {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(descriptor);
        }
    }
    catch (error) {
        if (error instanceof _usage_error_js__WEBPACK_IMPORTED_MODULE_3__/* .UsageError */ .e)
            throw error;
        if ((0,_disk_js__WEBPACK_IMPORTED_MODULE_2__/* .codeOf */ .$N)(error) === 'ELOOP')
            throw leadsOut(path);
        const reason = (0,_disk_js__WEBPACK_IMPORTED_MODULE_2__/* .codeOf */ .$N)(error) === 'EEXIST' ? 'something is there already' : 'check the folder and its permissions';
        throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_3__/* .UsageError */ .e([`${path} cannot be written; ${reason}`]);
    }
}
/** True for whatever stands at a path, a link that leads nowhere too. */
function isTaken(root, path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path), { throwIfNoEntry: false }) !== undefined;
    }
    catch {
        // Where a file stands in the place of a folder. What else is wrong is said when it is written.
        return false;
    }
}
function existingFolder(folder) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(folder) ? folder : existingFolder((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder));
}
function leadsOut(path) {
    return new _usage_error_js__WEBPACK_IMPORTED_MODULE_3__/* .UsageError */ .e([`${path} is not written through a symbolic link; remove the link`]);
}
function writeAll(descriptor, bytes) {
    for (let rest = bytes; rest.length > 0; rest = rest.subarray((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(descriptor, rest)))
        ;
}
//# sourceMappingURL=own-file.js.map

/***/ })

};
;