"use strict";
exports.id = 659;
exports.ids = [659,268];
exports.modules = {

/***/ 16268:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ prunedText),
/* harmony export */   X: () => (/* binding */ baselinePath),
/* harmony export */   reportWithBaseline: () => (/* binding */ reportWithBaseline)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _findings_fingerprint_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(77764);
/* harmony import */ var _policy_baseline_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3213);
/* harmony import */ var _policy_baseline_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42864);
/* harmony import */ var _rules_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(65037);
/* harmony import */ var _configuration_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(83429);
/* harmony import */ var _settings_file_js__WEBPACK_IMPORTED_MODULE_5__ = {get F(){return __webpack_require__(98249).F},get R(){return __webpack_require__(98249).R}};







/** The path of a baseline on disk. */
function baselinePath({ named, folder, root }) {
    return named === undefined ? (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(root, _configuration_js__WEBPACK_IMPORTED_MODULE_4__/* .BASELINE_PLACE */ .og) : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(folder, named);
}
/**
 * A report in which what the baseline has is `existing`. Stale is what could have been found and was not: files that were
 * not looked at, and rules that did not run, say nothing.
 *
 * @throws UsageError where the baseline is not there, or is none.
 */
function reportWithBaseline(report, place, tree) {
    const entries = entriesIn(place);
    const ran = new Set(report.rules.map(({ id }) => id));
    const sleeping = new Set(_rules_index_js__WEBPACK_IMPORTED_MODULE_3__/* .RULES */ .y.map(({ id }) => id).filter(id => !ran.has(id)));
    const { findings, stale } = (0,_policy_baseline_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutBaseline */ .m4)(report.findings, entries);
    return {
        ...report,
        findings,
        baseline: {
            file: place.named ?? _configuration_js__WEBPACK_IMPORTED_MODULE_4__/* .BASELINE_PLACE */ .og,
            fingerprint: (0,_findings_fingerprint_js__WEBPACK_IMPORTED_MODULE_6__/* .digestOf */ .o)((0,_policy_baseline_file_js__WEBPACK_IMPORTED_MODULE_2__/* .baselineText */ .B)(entries)),
            stale: stale.filter(({ file, rule }) => tree.covers(file) && !sleeping.has(rule)),
        },
    };
}
/** The text of a baseline without what is stale in it. @throws UsageError where it cannot be read. */
function prunedText(place, stale) {
    return (0,_policy_baseline_file_js__WEBPACK_IMPORTED_MODULE_2__/* .baselineText */ .B)((0,_policy_baseline_js__WEBPACK_IMPORTED_MODULE_1__/* .pruned */ .FA)(entriesIn(place), stale));
}
function entriesIn(place) {
    const shown = place.named ?? _configuration_js__WEBPACK_IMPORTED_MODULE_4__/* .BASELINE_PLACE */ .og;
    const path = baselinePath(place);
    const reading = (0,_policy_baseline_file_js__WEBPACK_IMPORTED_MODULE_2__/* .readBaseline */ .m)((0,_settings_file_js__WEBPACK_IMPORTED_MODULE_5__/* .settingsIn */ .R)({ what: 'the baseline', path, shown, root: place.root }));
    if ('entries' in reading)
        return reading.entries;
    throw (0,_settings_file_js__WEBPACK_IMPORTED_MODULE_5__/* .wrongSettings */ .F)([reading.mistake]);
}
//# sourceMappingURL=baseline.js.map

/***/ }),

/***/ 63659:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   baselineCommand: () => (/* binding */ baselineCommand),
/* harmony export */   pruneBaseline: () => (/* binding */ pruneBaseline)
/* harmony export */ });
/* harmony import */ var _findings_engine_rules_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4522);
/* harmony import */ var _findings_report_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(24276);
/* harmony import */ var _policy_baseline_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3213);
/* harmony import */ var _policy_baseline_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42864);
/* harmony import */ var _report_summary_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7356);
/* harmony import */ var _report_visible_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(86030);
/* harmony import */ var _baseline_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(16268);
/* harmony import */ var _configuration_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(83429);
/* harmony import */ var _lint_linted_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(63011);
/* harmony import */ var _own_file_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(14402);
/* harmony import */ var _usage_error_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(52839);
/* harmony import */ var _whole_report_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(19599);
/* harmony import */ var _saved_js__WEBPACK_IMPORTED_MODULE_10__ = {get _(){return __webpack_require__(28573)._}};













/**
 * `promsec baseline`: records what is found in the whole repository, so that from then on only what is new counts.
 *
 * @throws UsageError where words follow, since what is not looked at would be lost, and where nothing can be written.
 */
async function baselineCommand(command, terminal) {
    if (command.words.length > 0)
        throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_8__/* .UsageError */ .e(['baseline records the whole repository and takes no path']);
    const tree = (0,_whole_report_js__WEBPACK_IMPORTED_MODULE_9__/* .treeFor */ .UJ)({ ...terminal, paths: [] });
    const read = await (0,_configuration_js__WEBPACK_IMPORTED_MODULE_5__/* .configurationFor */ .a2)(tree.root, command.configuration, terminal.folder);
    const configuration = command.isPedantic ? { ...read, pedantic: true } : read;
    const report = await (0,_lint_linted_js__WEBPACK_IMPORTED_MODULE_6__/* .linted */ .b)({ files: tree, configuration, now: command.now ?? terminal.now });
    if (report.findings.some(({ ruleId }) => ruleId === _findings_engine_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .INTERNAL_ERROR */ .zR.id)) {
        throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_8__/* .UsageError */ .e(['promsec made a mistake, and recorded nothing; promsec lint says where']);
    }
    const text = (0,_policy_baseline_file_js__WEBPACK_IMPORTED_MODULE_2__/* .baselineText */ .B)((0,_policy_baseline_js__WEBPACK_IMPORTED_MODULE_1__/* .baselineOf */ .Bv)(report.findings));
    if (command.output === undefined)
        (0,_own_file_js__WEBPACK_IMPORTED_MODULE_7__/* .writeOwnFile */ .O)(tree.root, _configuration_js__WEBPACK_IMPORTED_MODULE_5__/* .BASELINE_PLACE */ .og, text, true);
    else
        (0,_saved_js__WEBPACK_IMPORTED_MODULE_10__/* .saved */ ._)(command.output, text, terminal.folder);
    terminal.print(`${recorded(report, command.output)}\n`);
    return 0;
}
function recorded({ findings }, output) {
    const where = (0,_report_visible_js__WEBPACK_IMPORTED_MODULE_11__/* .visibleText */ .Q6)(output ?? _configuration_js__WEBPACK_IMPORTED_MODULE_5__/* .BASELINE_PLACE */ .og);
    const what = `${(0,_report_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .numbered */ .jN)(findings.length, 'finding')} in ${(0,_report_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .numbered */ .jN)((0,_findings_report_js__WEBPACK_IMPORTED_MODULE_12__/* .filesOf */ .R8)(findings).length, 'file')}`;
    const option = output === undefined ? '--baseline' : `--baseline=${where}`;
    return `${where} records ${what}; commit it, and promsec lint ${option} counts only what it has not`;
}
/** Drops what is stale from the baseline that a report was judged with, and says so. */
function pruneBaseline({ baseline }, place, terminal) {
    // Where nothing was judged, nothing is known of it.
    if (baseline === undefined)
        return;
    const { file, stale } = baseline;
    if (stale.length === 0) {
        terminal.complain(`nothing in ${file} is stale`);
        return;
    }
    const text = (0,_baseline_js__WEBPACK_IMPORTED_MODULE_4__/* .prunedText */ .C)(place, stale);
    if (place.named === undefined)
        (0,_own_file_js__WEBPACK_IMPORTED_MODULE_7__/* .writeOwnFile */ .O)(place.root, _configuration_js__WEBPACK_IMPORTED_MODULE_5__/* .BASELINE_PLACE */ .og, text, true);
    else
        (0,_saved_js__WEBPACK_IMPORTED_MODULE_10__/* .saved */ ._)((0,_baseline_js__WEBPACK_IMPORTED_MODULE_4__/* .baselinePath */ .X)(place), text, place.folder);
    const count = stale.reduce((sum, entry) => sum + entry.count, 0);
    terminal.complain(`${(0,_report_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .numbered */ .jN)(count, 'finding')} that ${count === 1 ? 'is' : 'are'} gone dropped from ${file}`);
}
//# sourceMappingURL=baseline-command.js.map

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

/***/ }),

/***/ 42864:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ baselineText),
/* harmony export */   m: () => (/* binding */ readBaseline)
/* harmony export */ });
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65157);
/* harmony import */ var _text_grouped_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(19159);
/* harmony import */ var _parse_yaml_node_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96071);
/* harmony import */ var _parse_yaml_stream_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(64467);
/* harmony import */ var _parse_yaml_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55568);
/* harmony import */ var _configuration_mistake_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55099);






/** What cannot be meant, with the keys and indices that lead there. */
class Misfit extends Error {
    path;
    constructor(path, message) {
        super(message);
        this.path = path;
    }
}
// As many as a report can count.
const MOST = 2 ** 31 - 1;
const ROOT_KEYS = ['version', 'findings'];
const ENTRY_KEYS = ['rule', 'severity', 'fingerprint', 'count'];
const FINGERPRINT = /^[0-9a-f]{16}$/;
/** The text of a baseline file: JSON with a line for each entry, so that what is changed shows by itself. */
function baselineText(entries) {
    const files = [...(0,_text_grouped_js__WEBPACK_IMPORTED_MODULE_4__/* .groupedBy */ .m)(entries, ({ file }) => file)].map(([file, group]) => {
        const lines = group.map(entry => {
            const fields = ENTRY_KEYS.map(key => `${JSON.stringify(key)}: ${JSON.stringify(entry[key])}`);
            return `      { ${fields.join(', ')} }`;
        });
        return `    ${JSON.stringify(file)}: [\n${lines.join(',\n')}\n    ]`;
    });
    const findings = files.length === 0 ? '{}' : `{\n${files.join(',\n')}\n  }`;
    return `{\n  "version": 1,\n  "findings": ${findings}\n}\n`;
}
/** Reads a baseline file, which anybody may have written. */
function readBaseline(file) {
    let value;
    try {
        value = JSON.parse(file.text);
    }
    catch {
        // What a parser says of it may quote it.
        return {
            mistake: { at: faultIn(file), message: 'this is no JSON; mend it, or make it anew with promsec baseline' },
        };
    }
    try {
        return { entries: entriesOf(value) };
    }
    catch (error) {
        if (error instanceof Misfit)
            return { mistake: { at: placeOf(error.path, file), message: error.message } };
        throw error;
    }
}
function entriesOf(value) {
    const root = mappingAt([], value, ROOT_KEYS);
    if (root.get('version') !== 1)
        throw new Misfit(['version'], 'version has a value that it does not take; use 1');
    const seen = new Set();
    return [...mappingAt(['findings'], root.get('findings'))].flatMap(([file, list]) => {
        const path = ['findings', file];
        if (!Array.isArray(list))
            throw new Misfit(path, 'the findings of a file have to be a list');
        return list.map((item, index) => {
            const entry = entryAt([...path, index], file, item);
            const key = JSON.stringify({ ...entry, count: 0 });
            if (seen.has(key))
                throw new Misfit([...path, index], 'this is recorded above already; keep one, with their sum');
            seen.add(key);
            return entry;
        });
    });
}
function entryAt(path, file, value) {
    const entry = mappingAt(path, value, ENTRY_KEYS);
    const [rule, severity, fingerprint, count] = ENTRY_KEYS.map(key => entry.get(key));
    const wrong = (key, has) => new Misfit([...path, key], `${key} has to be ${has}`);
    if (typeof rule !== 'string')
        throw wrong('rule', 'the id of a rule');
    if (!isSeverity(severity))
        throw wrong('severity', _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .SEVERITIES */ .o.join(', ').replace(/, (?=\w+$)/, ' or '));
    if (typeof fingerprint !== 'string' || !FINGERPRINT.test(fingerprint))
        throw wrong('fingerprint', '16 hexadecimal digits');
    if (typeof count !== 'number' || !Number.isInteger(count) || count < 1 || count > MOST)
        throw wrong('count', `a whole number from 1 to ${MOST}`);
    return { file, rule, severity, fingerprint, count };
}
function isSeverity(value) {
    return _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .SEVERITIES */ .o.some(severity => severity === value);
}
/** The entries of an object. @param keys those that it has, all of them and no others; none where any will do. */
function mappingAt(path, value, keys) {
    const what = path.length === 0 ? 'the baseline' : path.length === 1 ? 'findings' : 'a finding';
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        throw new Misfit(path, `${what} has to be an object`);
    const entries = new Map(Object.entries(value));
    if (keys === undefined)
        return entries;
    const strange = [...entries.keys()].find(key => !keys.includes(key));
    // Not quoted: it may be anything, and its place is said.
    if (strange !== undefined)
        throw new Misfit([...path, strange], `there is no such key; it has ${keys.join(', ')}`);
    const missing = keys.find(key => !entries.has(key));
    if (missing !== undefined)
        throw new Misfit(path, `${missing} is missing`);
    return entries;
}
/** JSON is YAML, whose reader knows where things stand. */
function placeOf(path, file) {
    const [piece] = (0,_parse_yaml_stream_js__WEBPACK_IMPORTED_MODULE_5__/* .piecesOf */ .Xe)(file.text);
    const reading = piece === undefined ? undefined : (0,_parse_yaml_js__WEBPACK_IMPORTED_MODULE_2__/* .readYaml */ .g)(file, piece);
    if (reading === undefined || 'fault' in reading || reading.root?.kind !== 'map')
        return file.span(0, 0);
    return (0,_parse_yaml_node_js__WEBPACK_IMPORTED_MODULE_1__/* .spanOf */ .ee)((0,_configuration_mistake_js__WEBPACK_IMPORTED_MODULE_3__/* .nodeAt */ .oB)(reading.root, path.map(String)));
}
function faultIn(file) {
    const [piece, second] = (0,_parse_yaml_stream_js__WEBPACK_IMPORTED_MODULE_5__/* .piecesOf */ .Xe)(file.text);
    const reading = piece === undefined ? undefined : (0,_parse_yaml_js__WEBPACK_IMPORTED_MODULE_2__/* .readYaml */ .g)(file, piece);
    if (reading !== undefined && 'fault' in reading)
        return reading.fault.at;
    return second === undefined ? file.span(0, 0) : file.span(second.start, second.start);
}
//# sourceMappingURL=baseline-file.js.map

/***/ }),

/***/ 3213:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bv: () => (/* binding */ baselineOf),
/* harmony export */   FA: () => (/* binding */ pruned),
/* harmony export */   m4: () => (/* binding */ withoutBaseline)
/* harmony export */ });
/* harmony import */ var _findings_engine_rules_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4522);
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65157);
/* harmony import */ var _findings_order_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6328);



/**
 * What is to be recorded of findings, so that they count no more: by file, rule, severity and fingerprint. Our own
 * failures are never recorded.
 */
function baselineOf(findings) {
    const recordable = findings.filter(({ ruleId }) => ruleId !== _findings_engine_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .INTERNAL_ERROR */ .zR.id);
    return withoutRepetition(recordable.map(({ at, ruleId, severity, fingerprint }) => ({
        file: at.file.path,
        rule: ruleId,
        severity,
        fingerprint,
        count: 1,
    })));
}
/**
 * Takes what a baseline has from the findings, each once and within its file. What became worse is none that was there
 * before, and of several that are the same those count first that are `new` already.
 */
function withoutBaseline(findings, entries) {
    const left = new Map(withoutRepetition(entries).map(entry => [keyOf(entry), entry]));
    const taken = new Set(existingFirst(findings).filter(finding => isTaken(finding, left)));
    return {
        findings: findings.map(finding => (taken.has(finding) ? { ...finding, state: 'existing' } : finding)),
        stale: [...left.values()].filter(({ count }) => count > 0),
    };
}
/** A baseline without what is stale in it. */
function pruned(entries, stale) {
    const gone = new Map(stale.map(entry => [keyOf(entry), entry.count]));
    return withoutRepetition(entries)
        .map(entry => ({ ...entry, count: entry.count - (gone.get(keyOf(entry)) ?? 0) }))
        .filter(({ count }) => count > 0);
}
function existingFirst(findings) {
    return findings.toSorted((a, b) => Number(a.state === 'new') - Number(b.state === 'new'));
}
/** Takes an entry that is as bad as a finding or else worse, the least, and says whether there was one. */
function isTaken({ at, ruleId, severity, fingerprint }, left) {
    const asBad = _findings_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .SEVERITIES */ .o.slice(0, _findings_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .SEVERITIES */ .o.indexOf(severity) + 1).toReversed();
    return asBad.some(level => {
        const key = keyOf({ file: at.file.path, rule: ruleId, severity: level, fingerprint });
        const entry = left.get(key);
        if (entry === undefined || entry.count === 0)
            return false;
        left.set(key, { ...entry, count: entry.count - 1 });
        return true;
    });
}
/** Entries in order, the same ones as one. */
function withoutRepetition(entries) {
    const byKey = new Map();
    for (const entry of entries) {
        const count = (byKey.get(keyOf(entry))?.count ?? 0) + entry.count;
        byKey.set(keyOf(entry), { ...entry, count });
    }
    return [...byKey.values()].sort(_findings_order_js__WEBPACK_IMPORTED_MODULE_2__/* .inBaselineOrder */ .df);
}
function keyOf({ file, rule, severity, fingerprint }) {
    return `${file}\0${rule}\0${severity}\0${fingerprint}`;
}
//# sourceMappingURL=baseline.js.map

/***/ }),

/***/ 55099:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Wl: () => (/* binding */ mistakeOf),
/* harmony export */   fg: () => (/* binding */ repeatedKeys),
/* harmony export */   oB: () => (/* binding */ nodeAt)
/* harmony export */ });
/* harmony import */ var _parse_yaml_node_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96071);
/* harmony import */ var _text_printable_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82554);
/* harmony import */ var _text_near_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91083);



const TYPES = {
    array: 'a list',
    boolean: 'true or false',
    integer: 'a whole number',
    object: 'a mapping',
    string: 'a text',
};
/** What the schema finds wrong, in our own words and at its place in the file. @param root what was checked. */
function mistakeOf(error, root) {
    const path = error.instancePath.split('/').slice(1).map(unescaped);
    const node = nodeAt(root, path);
    const name = nameOf(path);
    const parameter = (key) => String(error.params[key]);
    switch (error.keyword) {
        case 'additionalProperties': {
            const known = Object.keys(Object(error.parentSchema?.['properties']));
            return unknownKey(node, parameter('additionalProperty'), known, path.at(-1) === 'rules' ? 'rule' : 'key');
        }
        case 'required': {
            const missing = parameter('missingProperty');
            const message = name === '' ? `${missing} is missing; start with version: 1` : `${missing} is missing in ${name}`;
            return { at: (0,_parse_yaml_node_js__WEBPACK_IMPORTED_MODULE_0__/* .spanOf */ .ee)(node), message };
        }
        case 'enum':
        case 'const': {
            const allowed = error.params['allowedValues'] ?? [error.params['allowedValue']];
            const words = Array.isArray(allowed) ? allowed.map(String) : [];
            return { at: (0,_parse_yaml_node_js__WEBPACK_IMPORTED_MODULE_0__/* .spanOf */ .ee)(node), message: `${name} has a value that it does not take; ${adviceFor(node, words)}` };
        }
        case 'type': {
            const type = TYPES[parameter('type')] ?? parameter('type');
            return { at: (0,_parse_yaml_node_js__WEBPACK_IMPORTED_MODULE_0__/* .spanOf */ .ee)(node), message: `${name} has to be ${type}${isQuoted(node) ? ', without quotes' : ''}` };
        }
        case 'minimum':
            return { at: (0,_parse_yaml_node_js__WEBPACK_IMPORTED_MODULE_0__/* .spanOf */ .ee)(node), message: `${name} is too small; use ${parameter('limit')} or more` };
        case 'maximum':
            return { at: (0,_parse_yaml_node_js__WEBPACK_IMPORTED_MODULE_0__/* .spanOf */ .ee)(node), message: `${name} is too large; use ${parameter('limit')} or less` };
        case 'pattern': {
            if (name === 'prometheus-version') {
                const advice = 'write one from 2.40 on, such as 3.5, current or any';
                return { at: (0,_parse_yaml_node_js__WEBPACK_IMPORTED_MODULE_0__/* .spanOf */ .ee)(node), message: `${name} is no version of Prometheus that is known; ${advice}` };
            }
            const message = `${name} begins with / or !; write a glob from the top of the repository, and only of what is meant`;
            return { at: (0,_parse_yaml_node_js__WEBPACK_IMPORTED_MODULE_0__/* .spanOf */ .ee)(node), message };
        }
        default:
            // What is left are the least lengths of the schema.
            return { at: (0,_parse_yaml_node_js__WEBPACK_IMPORTED_MODULE_0__/* .spanOf */ .ee)(node), message: `${name} is empty; fill it in or remove it` };
    }
}
/** The keys that stand twice in one mapping. */
function* repeatedKeys(root, seen = new Set()) {
    if (root.kind === 'scalar' || seen.has(root))
        return;
    seen.add(root);
    const keys = new Set();
    for (const { key } of root.kind === 'map' ? root.pairs : []) {
        if (keys.has(key.text))
            yield { at: (0,_parse_yaml_node_js__WEBPACK_IMPORTED_MODULE_0__/* .spanOf */ .ee)(key), message: `${quoted(key.text)} is set twice; keep one` };
        keys.add(key.text);
    }
    const below = root.kind === 'list' ? root.items : root.pairs.flatMap(pair => pair.value ?? []);
    for (const node of below)
        yield* repeatedKeys(node, seen);
}
/** The node at a path, or the nearest one above it that is there. Of repeated keys the last counts. */
function nodeAt(root, path) {
    let node = root;
    for (const step of path) {
        const below = node.kind === 'list'
            ? node.items[Number(step)]
            : node.kind === 'map'
                ? node.pairs.findLast(pair => pair.key.text === step)?.value
                : undefined;
        if (below === undefined)
            return node;
        node = below;
    }
    return node;
}
function unknownKey(node, wrong, known, what) {
    const key = node.kind === 'map' ? node.pairs.find(pair => pair.key.text === wrong)?.key : undefined;
    const advice = (0,_text_near_name_js__WEBPACK_IMPORTED_MODULE_1__/* .nearAdvice */ .n)(wrong, known, `remove it, or use one of ${known.join(', ')}`);
    return { at: (0,_parse_yaml_node_js__WEBPACK_IMPORTED_MODULE_0__/* .spanOf */ .ee)(key ?? node), message: `there is no ${what} ${quoted(wrong)}; ${advice}` };
}
function adviceFor(node, words) {
    if (node.kind === 'scalar' && words.includes(node.text))
        return `write ${node.text} without quotes`;
    const otherwise = `use ${words.join(', ')}`;
    return node.kind === 'scalar' ? (0,_text_near_name_js__WEBPACK_IMPORTED_MODULE_1__/* .nearAdvice */ .n)(node.text, words, otherwise) : otherwise;
}
function isQuoted(node) {
    return node.kind === 'scalar' && node.style !== 'plain' && /^(?:true|false|-?\d+)$/.test(node.text);
}
/** `overrides[0].rules`, with a key that is no plain word in quotes. */
function nameOf(path) {
    return path
        .map(step => (/^\d+$/.test(step) ? `[${step}]` : /^[\w-]+$/.test(step) ? `.${step}` : `[${quoted(step)}]`))
        .join('')
        .replace(/^\./, '');
}
function unescaped(step) {
    return step.replaceAll('~1', '/').replaceAll('~0', '~');
}
function quoted(text) {
    return `"${(0,_text_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g)(text)}"`;
}
//# sourceMappingURL=configuration-mistake.js.map

/***/ })

};
;