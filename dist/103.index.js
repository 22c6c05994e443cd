"use strict";
exports.id = 103;
exports.ids = [103];
exports.modules = {

/***/ 57103:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  mergeCommand: () => (/* binding */ mergeCommand)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/bundle/src/findings/engine-rules.js
var engine_rules = __webpack_require__(4522);
// EXTERNAL MODULE: ./node_modules/ajv/dist/ajv.js
var ajv = __webpack_require__(42463);
// EXTERNAL MODULE: ./build/bundle/src/findings/shard.js
var findings_shard = {get O(){return __webpack_require__(79268).O},get Y(){return __webpack_require__(79268).Y}};
// EXTERNAL MODULE: ./build/bundle/src/text/printable.js
var printable = __webpack_require__(82554);
;// CONCATENATED MODULE: ./build/bundle/src/report/json-places.js
/** Every place of a report as JSON, with where it stands there: a JSON pointer (RFC 6901). */
function* placesIn(json) {
    for (const [index, finding] of json.findings.entries())
        yield* placesOfFinding(`/findings/${index}`, finding);
    for (const [index, { finding, at }] of json.ignored.entries()) {
        yield* placesOfFinding(`/ignored/${index}/finding`, finding);
        yield [`/ignored/${index}/at`, at];
    }
    for (const [index, certificate] of json.certificates.entries()) {
        yield [`/certificates/${index}`, certificate];
        yield* placesOfList(`/certificates/${index}/usedBy`, certificate.usedBy);
    }
}
function* placesOfFinding(pointer, finding) {
    yield [pointer, finding];
    yield* placesOfList(`${pointer}/related`, finding.related);
    yield* placesOfList(`${pointer}/fix/edits`, finding.fix?.edits ?? []);
}
function* placesOfList(pointer, places) {
    for (const [index, place] of places.entries())
        yield [`${pointer}/${index}`, place];
}
/** A report with the files that it speaks of below a folder. @param prefix the folder with a slash behind it. */
function reportBelow(prefix, json) {
    const below = (place) => ({
        ...place,
        file: prefix + place.file,
    });
    const findingBelow = (finding) => ({
        ...below(finding),
        related: finding.related.map(below),
        ...(finding.fix === undefined ? {} : { fix: { ...finding.fix, edits: finding.fix.edits.map(below) } }),
    });
    const { comparison, baseline } = json;
    return {
        ...json,
        findings: json.findings.map(findingBelow),
        ignored: json.ignored.map(({ finding, reason, at }) => ({ finding: findingBelow(finding), reason, at: below(at) })),
        unread: json.unread.map(({ path, reason }) => ({ path: prefix + path, reason })),
        certificates: json.certificates.map(certificate => ({
            ...below(certificate),
            usedBy: certificate.usedBy.map(below),
        })),
        excerpts: json.excerpts.map(below),
        ...(baseline === undefined ? {} : { baseline: { ...baseline, stale: baseline.stale.map(below) } }),
        ...(comparison === undefined
            ? {}
            : {
                comparison: {
                    ...comparison,
                    changes: comparison.changes.map(change => ({
                        ...below(change),
                        ...(change.previousFile === undefined ? {} : { previousFile: prefix + change.previousFile }),
                    })),
                    shifts: comparison.shifts.map(below),
                },
            }),
    };
}
//# sourceMappingURL=json-places.js.map
// EXTERNAL MODULE: ./build/bundle/src/findings/finding.js
var finding = __webpack_require__(65157);
// EXTERNAL MODULE: ./build/bundle/src/findings/repository-name.js
var repository_name = __webpack_require__(41156);
;// CONCATENATED MODULE: ./build/bundle/src/report/json-schema-parts.js

/** Far beyond any file, and a number that JavaScript counts with. */
const MOST = 2 ** 31 - 1;
const POSITION = { type: 'integer', minimum: 1, maximum: MOST };
const COUNT = { type: 'integer', minimum: 0, maximum: MOST };
const TEXT = { type: 'string' };
const MOMENT = { type: 'string', format: 'date-time' };
const FILE = {
    ...TEXT,
    description: 'Relative to the git top level, else to the current folder, with /.',
};
const PLACE_PROPERTIES = {
    file: FILE,
    line: { ...POSITION, description: 'Counted from 1.' },
    column: { ...POSITION, description: 'Counted from 1, in UTF-16 code units.' },
    endLine: { ...POSITION, description: 'The line the place ends on.' },
    endColumn: { ...POSITION, description: 'One past the last UTF-16 code unit.' },
    exact: {
        type: 'boolean',
        description: 'False where the text is decoded from what stands there, base64 for one, so that nothing may be edited.',
    },
};
const PLACE_KEYS = ['file', 'line', 'column', 'endLine', 'endColumn', 'exact'];
const LINE_TEXT = { ...TEXT, pattern: '^[^\\n]*$' };
/** What is shown of a file, in the JSON Schema of a report. */
const EXCERPT_SCHEMA = {
    type: 'object',
    required: ['file', 'lines', 'shown'],
    properties: {
        file: FILE,
        lines: { ...POSITION, description: 'How many lines it has, counted no further than one behind the last of shown.' },
        byteOrderMark: { type: 'boolean', description: 'Whether the file begins with one, which no line has.' },
        shown: {
            type: 'array',
            items: {
                type: 'object',
                required: ['line', 'length', 'parts', 'masked'],
                properties: {
                    line: POSITION,
                    length: { ...COUNT, description: 'Its UTF-16 code units without the line feed.' },
                    parts: {
                        type: 'array',
                        description: 'What frames show of it, without its secrets.',
                        items: {
                            type: 'object',
                            required: ['column', 'text'],
                            properties: { column: POSITION, text: LINE_TEXT },
                            additionalProperties: true,
                        },
                    },
                    masked: {
                        type: 'array',
                        description: 'Where the secrets are that frames mask.',
                        items: {
                            type: 'object',
                            required: ['column', 'endColumn'],
                            properties: { column: POSITION, endColumn: POSITION },
                            additionalProperties: true,
                        },
                    },
                    hash: {
                        ...TEXT,
                        pattern: '^[0-9a-f]{1,16}:[0-9]{1,9}$',
                        description: 'The primaryLocationLineHash of SARIF, where a finding stands on the line.',
                    },
                },
                additionalProperties: true,
            },
        },
    },
    additionalProperties: true,
};
/** A certificate of the repository, in the JSON Schema of a report. */
const CERTIFICATE_SCHEMA = {
    type: 'object',
    required: [
        'subject',
        'issuer',
        'kind',
        'names',
        'notBefore',
        'notAfter',
        'key',
        'fingerprint256',
        ...PLACE_KEYS,
        'block',
        'blocks',
        'usedBy',
    ],
    properties: {
        subject: { ...TEXT, description: 'The common name, else the first organization, else the serial number.' },
        issuer: TEXT,
        kind: { enum: ['root', 'intermediate', 'leaf'] },
        names: { type: 'array', items: TEXT, description: 'The host names and addresses it holds for.' },
        notBefore: MOMENT,
        notAfter: MOMENT,
        key: { ...TEXT, description: 'RSA 2048, ECDSA P-256 ...' },
        fingerprint256: { ...TEXT, pattern: '^[0-9A-F]{2}(:[0-9A-F]{2}){31}$' },
        ...PLACE_PROPERTIES,
        block: { ...POSITION, description: 'Which of the certificates of its text it is.' },
        blocks: POSITION,
        usedBy: {
            type: 'array',
            description: 'The fields of the configuration that lead to it.',
            items: {
                type: 'object',
                required: ['field', ...PLACE_KEYS],
                properties: { field: TEXT, ...PLACE_PROPERTIES },
                additionalProperties: true,
            },
        },
    },
    additionalProperties: true,
};
/** What a baseline took out of the count, in the JSON Schema of a report. */
const BASELINE_SCHEMA = {
    type: 'object',
    description: 'The baseline that the run was judged with. What it has does not count: its state is existing.',
    required: ['file', 'fingerprint', 'stale'],
    properties: {
        file: { ...TEXT, description: 'For people.' },
        fingerprint: { ...TEXT, description: 'The same for the same content.' },
        stale: {
            type: 'array',
            description: 'What the baseline has and was not found.',
            items: {
                type: 'object',
                required: ['file', 'rule', 'severity', 'fingerprint', 'count'],
                properties: {
                    file: FILE,
                    rule: { ...TEXT, description: 'The id of the rule.' },
                    severity: { enum: finding/* SEVERITIES */.o },
                    fingerprint: TEXT,
                    count: POSITION,
                },
                additionalProperties: true,
            },
        },
    },
    additionalProperties: true,
};
/** What a run is compared with, in the JSON Schema of a report. */
const COMPARISON_SCHEMA = {
    type: 'object',
    description: 'What the run is compared with. Then only findings whose state is new count.',
    required: ['scope', 'base', 'fixed', 'policyChanges', 'untouched', 'changes', 'shifts'],
    properties: {
        scope: { enum: ['new', 'changed-lines'] },
        base: { type: 'string', description: 'For people.' },
        headCommit: { type: 'string', description: 'The commit that GitHub shows results on.' },
        fixed: { ...COUNT, description: 'How many findings of the base are gone.' },
        policyChanges: {
            type: 'array',
            items: { type: 'string' },
            description: 'What the change alters of what counts.',
        },
        untouched: {
            type: 'boolean',
            description: 'True where nothing that promsec reads is changed, and so nothing was judged.',
        },
        changes: {
            type: 'array',
            description: 'What changed in the files that the report speaks of.',
            items: {
                type: 'object',
                required: ['file', 'lines', 'deletedAfter', 'whole'],
                properties: {
                    file: FILE,
                    previousFile: { ...TEXT, description: 'What it was called, where that is something else.' },
                    lines: {
                        type: 'array',
                        description: 'The lines that are new or other than before.',
                        items: {
                            type: 'object',
                            required: ['start', 'end'],
                            properties: { start: POSITION, end: POSITION },
                            additionalProperties: true,
                        },
                    },
                    deletedAfter: {
                        type: 'array',
                        description: 'The lines behind which others were taken out; 0 at the begin of the file.',
                        items: COUNT,
                    },
                    whole: { type: 'boolean', description: 'True where each line counts as changed.' },
                },
                additionalProperties: true,
            },
        },
        shifts: {
            type: 'array',
            description: 'How far lines have moved in headCommit, by file: those from start on by offset.',
            items: {
                type: 'object',
                required: ['file', 'lines'],
                properties: {
                    file: FILE,
                    lines: {
                        type: 'array',
                        items: {
                            type: 'object',
                            required: ['start', 'offset'],
                            properties: { start: POSITION, offset: { type: 'integer', minimum: -MOST, maximum: MOST } },
                            additionalProperties: true,
                        },
                    },
                },
                additionalProperties: true,
            },
        },
    },
    additionalProperties: true,
};
//# sourceMappingURL=json-schema-parts.js.map
;// CONCATENATED MODULE: ./build/bundle/src/report/json-schema.js



/** The JSON Schema (draft-07) of what `--format json` prints. Later versions may add properties, and take none away. */
const FINDINGS_SCHEMA = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'https://raw.githubusercontent.com/promsec/promsec/v1/docs/schema/findings.schema.json',
    title: 'promsec findings',
    description: 'What promsec prints with --format json. Properties may be added, none is taken away within a version.',
    type: 'object',
    required: [
        'version',
        'tool',
        'now',
        'findings',
        'ignored',
        'unread',
        'files',
        'counts',
        'rules',
        'certificates',
        'excerpts',
    ],
    properties: {
        version: { const: 1 },
        tool: {
            type: 'object',
            required: ['name', 'version'],
            properties: { name: { type: 'string' }, version: { type: 'string' } },
            additionalProperties: true,
        },
        now: { ...MOMENT, description: 'The moment that dates were compared with.' },
        findings: { type: 'array', items: { $ref: '#/definitions/finding' } },
        ignored: {
            type: 'array',
            description: 'Findings that an ignore comment took out.',
            items: {
                type: 'object',
                required: ['finding', 'reason', 'at'],
                properties: {
                    finding: { $ref: '#/definitions/finding' },
                    reason: { type: 'string', description: 'The reason given in the comment.' },
                    at: { $ref: '#/definitions/place', description: 'Where the comment stands.' },
                },
                additionalProperties: true,
            },
        },
        unread: {
            type: 'array',
            description: 'Files, or parts of them, that might matter and were not read.',
            items: {
                type: 'object',
                required: ['path', 'reason'],
                properties: { path: { type: 'string' }, reason: { type: 'string' } },
                additionalProperties: true,
            },
        },
        files: {
            type: 'object',
            required: ['seen', 'documents'],
            properties: {
                seen: { ...COUNT, description: 'All files, also those that cannot matter.' },
                documents: { type: 'object', description: 'Documents read, by dialect.', additionalProperties: COUNT },
            },
            additionalProperties: true,
        },
        counts: {
            type: 'object',
            description: 'Findings by severity.',
            required: finding/* SEVERITIES */.o,
            properties: { error: COUNT, warning: COUNT, note: COUNT },
            additionalProperties: true,
        },
        comparison: COMPARISON_SCHEMA,
        withoutBase: { type: 'string', description: 'Why there is nothing to compare with, where there should be.' },
        baseline: BASELINE_SCHEMA,
        repository: {
            ...TEXT,
            pattern: repository_name/* REPOSITORY_NAME */.N.source,
            description: 'What the repository is called, owner/name, where that was said.',
        },
        shard: {
            type: 'object',
            description: 'Set where the report is one of several parts, each with what stands in some of the files.',
            required: ['index', 'count'],
            properties: { index: { ...POSITION, description: 'Counted from 1.' }, count: POSITION },
            additionalProperties: true,
        },
        configuration: {
            type: 'object',
            description: 'What it was judged by, as far as who puts reports together has to know.',
            required: ['failOn', 'noFiles', 'fingerprint'],
            properties: {
                failOn: { enum: [...finding/* SEVERITIES */.o, 'never'] },
                noFiles: { enum: ['pass', 'warn', 'fail'] },
                fingerprint: { ...TEXT, description: 'The same for the same configuration.' },
            },
            additionalProperties: true,
        },
        rules: { type: 'array', items: TEXT, description: 'The ids of the rules that ran.' },
        certificates: {
            type: 'array',
            items: CERTIFICATE_SCHEMA,
            description: 'Every certificate that is committed, the first to end first.',
        },
        excerpts: {
            type: 'array',
            items: EXCERPT_SCHEMA,
            description: 'The lines that the report speaks of, without their secrets, so that it can be shown in other ways.',
        },
    },
    additionalProperties: true,
    definitions: {
        place: { type: 'object', required: PLACE_KEYS, properties: PLACE_PROPERTIES, additionalProperties: true },
        related: {
            type: 'object',
            required: ['message', ...PLACE_KEYS],
            properties: { message: { type: 'string' }, ...PLACE_PROPERTIES },
            additionalProperties: true,
        },
        fix: {
            type: 'object',
            description: 'What mends the finding. The edits belong together.',
            required: ['title', 'safe', 'edits'],
            properties: {
                title: { type: 'string' },
                safe: { type: 'boolean', description: 'True where nothing but the finding changes by it.' },
                edits: {
                    type: 'array',
                    items: {
                        type: 'object',
                        required: ['text', ...PLACE_KEYS],
                        properties: { text: { type: 'string', description: 'What stands there then.' }, ...PLACE_PROPERTIES },
                        additionalProperties: true,
                    },
                },
            },
            additionalProperties: true,
        },
        finding: {
            type: 'object',
            required: ['rule', 'severity', 'message', ...PLACE_KEYS, 'subject', 'fingerprint', 'state', 'related'],
            properties: {
                rule: { type: 'string', description: 'The id of the rule.' },
                severity: { enum: finding/* SEVERITIES */.o },
                message: { type: 'string' },
                ...PLACE_PROPERTIES,
                subject: {
                    type: 'object',
                    description: 'What it is about, without lines: the same after a reformat or a move.',
                    required: ['path', 'kind'],
                    properties: { path: { type: 'string' }, kind: { type: 'string' } },
                    additionalProperties: true,
                },
                fingerprint: { type: 'string', description: 'Made of the rule and the subject, never of a line.' },
                state: { enum: ['new', 'existing'], description: 'existing: the base or the baseline has it already.' },
                related: { type: 'array', items: { $ref: '#/definitions/related' } },
                fix: { $ref: '#/definitions/fix' },
            },
            additionalProperties: true,
        },
    },
};
//# sourceMappingURL=json-schema.js.map
// EXTERNAL MODULE: ./build/bundle/src/report/project.js
var project = __webpack_require__(75309);
;// CONCATENATED MODULE: ./build/bundle/src/report/json-reading.js






/** What the lines of all files of a report may come to, so that no report takes more memory than a repository. */
const MOST_LINES = 2 ** 24;
const MOST_UNITS = 2 ** 27;
const json_reading_MOMENT = /^(?:\d{4}|[+-]\d{6})-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const isReport = new ajv.Ajv({ formats: { 'date-time': isMoment } }).compile(FINDINGS_SCHEMA);
/** Reads a report, which anybody may have written. */
function readReport(text, { version, ruleIds }) {
    const value = parsed(text);
    if (value === undefined)
        return { mistake: 'this is no JSON; write it with --format json' };
    const made = fieldOf(fieldOf(value, 'tool'), 'version');
    if (typeof made === 'string' && made !== version) {
        return {
            mistake: `it was made by ${project/* TOOL_NAME */.lH} ${(0,printable/* printable */.g)(made)}, and this is ${version}; use one version for all`,
        };
    }
    if (!isReport(value)) {
        const { instancePath = '', message = 'it is no report' } = isReport.errors?.[0] ?? {};
        return { mistake: mistakeAt(instancePath, message) };
    }
    const mistake = mistakeOfShard(value) ?? mistakeOfRules(value, ruleIds) ?? mistakeOfExcerpts(value) ?? mistakeOfPlaces(value);
    return mistake === undefined ? { json: value } : { mistake };
}
function mistakeOfShard({ shard }) {
    if (shard === undefined)
        return undefined;
    if (shard.index > shard.count)
        return mistakeAt('/shard', 'index is above count');
    return shard.count > findings_shard/* MOST_SHARDS */.Y ? mistakeAt('/shard', `count is above ${findings_shard/* MOST_SHARDS */.Y}`) : undefined;
}
function mistakeOfRules({ rules, findings, ignored }, ruleIds) {
    const strange = rules.find(id => !ruleIds.has(id));
    if (strange !== undefined)
        return mistakeAt('/rules', `there is no rule ${(0,printable/* printable */.g)(strange)}`);
    const ran = new Set(rules);
    const found = [
        ...findings.map(({ rule }, index) => [`/findings/${index}/rule`, rule]),
        ...ignored.map(({ finding }, index) => [`/ignored/${index}/finding/rule`, finding.rule]),
    ];
    const [pointer] = found.find(([, rule]) => !ran.has(rule)) ?? [];
    return pointer === undefined ? undefined : mistakeAt(pointer, 'must be one of the rules that ran');
}
function mistakeOfExcerpts({ excerpts }) {
    const files = new Set();
    let lines = 0;
    let units = 0;
    for (const [index, excerpt] of excerpts.entries()) {
        const pointer = `/excerpts/${index}`;
        if (files.has(excerpt.file))
            return mistakeAt(pointer, 'this file has an excerpt already');
        files.add(excerpt.file);
        lines += excerpt.lines;
        units += excerpt.shown.reduce((sum, { length }) => sum + length, 0);
        if (lines > MOST_LINES || units > MOST_UNITS)
            return mistakeAt(pointer, 'the files up to here are too large');
        let last = 0;
        for (const [place, shown] of excerpt.shown.entries()) {
            const isInOrder = shown.line > last && shown.line <= excerpt.lines;
            if (!isInOrder)
                return mistakeAt(`${pointer}/shown/${place}`, 'this line is out of order');
            if (!isWhole(shown))
                return mistakeAt(`${pointer}/shown/${place}`, 'a part does not lie within the line');
            last = shown.line;
        }
    }
    return undefined;
}
function isWhole({ length, parts, masked }) {
    return (parts.every(({ column, text }) => column - 1 + text.length <= length) &&
        masked.every(({ column, endColumn }) => column <= endColumn && endColumn - 1 <= length));
}
function mistakeOfPlaces(json) {
    const lengths = new Map(json.excerpts.map(({ file, shown }) => [file, new Map(shown.map(({ line, length }) => [line, length]))]));
    const isIn = (file, line, column) => {
        const length = lengths.get(file)?.get(line);
        return length !== undefined && column - 1 <= length;
    };
    for (const [pointer, place] of placesIn(json)) {
        const { file, line, column, endLine, endColumn } = place;
        if (!isIn(file, line, column) || !isIn(file, endLine, endColumn)) {
            return mistakeAt(pointer, 'its place is in no excerpt');
        }
        if (endsBeforeStart(place))
            return mistakeAt(pointer, 'it ends before it begins');
    }
    return undefined;
}
function endsBeforeStart({ line, column, endLine, endColumn }) {
    return endLine < line || (endLine === line && endColumn < column);
}
function mistakeAt(pointer, what) {
    return `this is no report of ${project/* TOOL_NAME */.lH}: ${pointer === '' ? '' : `at ${(0,printable/* printable */.g)(pointer)} `}${what}`;
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function fieldOf(value, field) {
    return typeof value === 'object' && value !== null ? Reflect.get(value, field) : undefined;
}
function isMoment(text) {
    // `Date` takes February 31st for March 3rd.
    return json_reading_MOMENT.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString() === text;
}
//# sourceMappingURL=json-reading.js.map
// EXTERNAL MODULE: ./build/bundle/src/text/days.js
var text_days = {get SM(){return __webpack_require__(14134).SM},get YM(){return __webpack_require__(14134).YM},get kb(){return __webpack_require__(14134).kb}};
// EXTERNAL MODULE: ./build/bundle/src/text/grouped.js
var grouped = __webpack_require__(19159);
// EXTERNAL MODULE: ./build/bundle/src/findings/fingerprint.js
var fingerprint = __webpack_require__(77764);
;// CONCATENATED MODULE: ./build/bundle/src/report/merged-baseline.js

/** The baseline that several reports were judged with. Shards have one; of several repositories each may have its own. */
function mergedBaseline(reports) {
    const all = reports.flatMap(({ baseline }) => baseline ?? []);
    const [first] = all;
    if (first === undefined)
        return undefined;
    const prints = [...new Set(all.map(({ fingerprint }) => fingerprint))];
    const isOne = all.every(({ file }) => file === first.file) && all.length === reports.length;
    return {
        file: isOne ? first.file : 'the baselines of the repositories',
        fingerprint: prints.length === 1 ? first.fingerprint : (0,fingerprint/* digestOf */.o)(prints.join(' ')),
        stale: all.flatMap(({ stale }) => stale),
    };
}
//# sourceMappingURL=merged-baseline.js.map
;// CONCATENATED MODULE: ./build/bundle/src/report/merged-comparison.js
/**
 * What several reports are compared with, which all of them are or none, with one scope. Shards have one base; of several
 * repositories each has its own, and then what is said of it is said of the repository.
 */
function mergedComparison(reports) {
    const all = reports.flatMap(({ comparison }) => comparison ?? []);
    const [first] = all;
    if (first === undefined)
        return undefined;
    const changes = new Map();
    for (const change of all.flatMap(comparison => comparison.changes))
        changes.set(change.file, change);
    const shifts = new Map(all.flatMap(comparison => comparison.shifts).map(shift => [shift.file, shift]));
    return {
        ...(areOfOneRepository(reports) ? first : comparisonOfAll(reports, all, first)),
        changes: [...changes.values()],
        shifts: [...shifts.values()],
    };
}
function comparisonOfAll(reports, all, { scope }) {
    return {
        scope,
        base: 'the base of each repository',
        fixed: all.reduce((sum, { fixed }) => sum + fixed, 0),
        policyChanges: reports.flatMap(({ repository, comparison }) => (comparison?.policyChanges ?? []).map(change => `${repository}: ${change}`)),
        untouched: all.every(({ untouched }) => untouched),
    };
}
/** Why there is nothing to compare several reports with. */
function mergedWithoutBase(reports) {
    const reasons = reports.flatMap(({ repository, withoutBase }) => withoutBase === undefined ? [] : [{ repository, withoutBase }]);
    if (areOfOneRepository(reports))
        return reasons[0]?.withoutBase;
    return reasons.map(({ repository, withoutBase }) => `${repository}: ${withoutBase}`).join('; ') || undefined;
}
function areOfOneRepository(reports) {
    return new Set(reports.map(({ repository }) => repository)).size === 1;
}
//# sourceMappingURL=merged-comparison.js.map
;// CONCATENATED MODULE: ./build/bundle/src/report/merged-excerpts.js

/** The excerpts of reports of the same files: of each file and line what any of them shows. */
function mergedExcerpts(reports) {
    const byFile = (0,grouped/* groupedBy */.m)(reports.flatMap(({ excerpts }) => excerpts), ({ file }) => file);
    return [...byFile].map(([file, ofFile]) => ({
        file,
        lines: ofFile.reduce((most, { lines }) => Math.max(most, lines), 0),
        ...(ofFile.some(({ byteOrderMark }) => byteOrderMark === true) ? { byteOrderMark: true } : {}),
        shown: mergedLines(ofFile.flatMap(({ shown }) => shown)),
    }));
}
function mergedLines(lines) {
    const byLine = (0,grouped/* groupedBy */.m)(lines, ({ line }) => String(line));
    return [...byLine.values()].flatMap(mergedLine).sort((a, b) => a.line - b.line);
}
function mergedLine(same) {
    const [first] = same;
    if (first === undefined)
        return [];
    const hash = same.find(one => one.hash !== undefined)?.hash;
    return [
        {
            line: first.line,
            length: first.length,
            parts: same.flatMap(({ parts }) => parts),
            masked: same.flatMap(({ masked }) => masked),
            ...(hash === undefined ? {} : { hash }),
        },
    ];
}
//# sourceMappingURL=merged-excerpts.js.map
;// CONCATENATED MODULE: ./build/bundle/src/report/merged.js






/**
 * Puts reports together: the shards of a repository to the report that they are parts of, and the reports of several
 * repositories to one in which the paths begin with the repository. Nothing is sorted here.
 *
 * @param reports at least one, of one version of promsec.
 */
function merged(reports) {
    const groups = [...(0,grouped/* groupedBy */.m)(reports, ({ json }) => json.repository ?? '').values()];
    const mistakes = [
        ...groups.flatMap(mistakesOfShards),
        ...(groups.length > 1 ? reports.filter(({ json }) => json.repository === undefined).map(nameless) : []),
    ];
    if (mistakes.length > 0)
        return { mistakes };
    const repositories = groups.map(group => together(group.map(({ json }) => json)));
    const bases = new Set(repositories.map(({ comparison }) => comparison?.scope));
    if (bases.size > 1) {
        return { mistakes: ['some of the reports are compared with a base and others otherwise; use one scope for all'] };
    }
    const placed = repositories.map(json => groups.length === 1 ? json : reportBelow(`${json.repository ?? ''}/`, json));
    return { json: together(placed), repositories, remarks: remarksOn(reports) };
}
function nameless({ name }) {
    return `${name} does not say which repository it is of; make it with --repository owner/name`;
}
/** What keeps the reports of one repository from being one. */
function mistakesOfShards(reports) {
    const [first, ...others] = reports;
    if (first === undefined || (others.length === 0 && first.json.shard === undefined))
        return [];
    const whose = first.json.repository === undefined ? '' : ` of ${first.json.repository}`;
    const whole = reports.filter(({ json }) => json.shard === undefined);
    if (whole.length > 0) {
        const names = whole.map(({ name }) => name).join(', ');
        const which = whole.length === 1 ? 'is a whole report' : 'are whole reports';
        return [`${names} ${which}${whose}, not a part; keep one, or make each with --repository owner/name`];
    }
    const unlike = others.find(({ json }) => json.shard?.count !== first.json.shard?.count);
    if (unlike !== undefined) {
        return [
            `${first.name} and ${unlike.name} are parts of ${countsOfShards(first, unlike)} shards${whose}; take those of one run`,
        ];
    }
    return [...missingAndDoubled(reports, whose), ...mistakesOfRuns(first, others, whose)];
}
function countsOfShards(...reports) {
    return reports.map(({ json }) => json.shard?.count ?? 1).join(' and ');
}
const NAMED_SHARDS = 10;
function missingAndDoubled(reports, whose) {
    const count = reports[0]?.json.shard?.count ?? 0;
    const byIndex = (0,grouped/* groupedBy */.m)(reports, ({ json }) => String(json.shard?.index));
    const doubled = [...byIndex].flatMap(([index, same]) => {
        const names = same.map(({ name }) => name).join(', ');
        return same.length > 1 ? [`shard ${index}/${count}${whose} is there more than once: ${names}; keep one`] : [];
    });
    const missing = Array.from({ length: count }, (_, place) => `${place + 1}`).filter(index => !byIndex.has(index));
    if (missing.length === 0)
        return doubled;
    const named = missing.slice(0, NAMED_SHARDS).map(index => `${index}/${count}`);
    const more = missing.length > NAMED_SHARDS ? [`and ${missing.length - NAMED_SHARDS} more`] : [];
    const [noun, verb] = missing.length === 1 ? ['shard', 'is'] : ['shards', 'are'];
    return [...doubled, `${noun} ${[...named, ...more].join(', ')}${whose} ${verb} missing`];
}
/** Shards are of one run: the same commit, configuration and base. */
function mistakesOfRuns(first, others, whose) {
    const differing = (part) => others.find(({ json }) => JSON.stringify(part(json)) !== JSON.stringify(part(first.json)));
    const configured = differing(({ configuration, rules }) => [configuration, rules]);
    const compared = differing(({ comparison, withoutBase }) => [
        comparison && { ...comparison, changes: [], shifts: [] },
        withoutBase,
    ]);
    const subtracted = differing(({ baseline }) => baseline?.fingerprint);
    const shown = differingLine([first, ...others]);
    return [
        ...(configured === undefined
            ? []
            : [
                `${first.name} and ${configured.name}${whose} were judged by different configurations; use one for all shards`,
            ]),
        ...(compared === undefined
            ? []
            : [`${first.name} and ${compared.name}${whose} are compared with different bases; use one for all shards`]),
        ...(subtracted === undefined
            ? []
            : [`${first.name} and ${subtracted.name}${whose} were judged with different baselines; use one for all shards`]),
        ...(shown === undefined ? [] : [`${shown}${whose}; make all shards of one commit`]),
    ];
}
/** A line of which two reports say different lengths. */
function differingLine(reports) {
    const known = new Map();
    for (const { name, json } of reports) {
        for (const { file, shown } of json.excerpts) {
            for (const { line, length } of shown) {
                const place = `${file}:${line}`;
                const other = known.get(place);
                if (other !== undefined && other.length !== length)
                    return `${other.name} and ${name} differ in ${place}`;
                known.set(place, { length, name });
            }
        }
    }
    return undefined;
}
function remarksOn(reports) {
    const days = [...new Set(reports.map(({ json }) => (0,text_days/* dayOf */.kb)(new Date(json.now))))].sort();
    return days.length > 1
        ? [`the reports were made on different days: ${days.join(', ')}; certificates are dated from the last one`]
        : [];
}
/** One report of several that say nothing twice. @param reports at least one. */
function together(reports) {
    const [first] = reports;
    if (first === undefined)
        throw new Error('there is nothing to put together');
    const { version, tool } = first;
    const repository = shared(reports.map(json => json.repository));
    const configuration = shared(reports.map(json => json.configuration));
    const comparison = mergedComparison(reports);
    const withoutBase = mergedWithoutBase(reports);
    const baseline = mergedBaseline(reports);
    return {
        version,
        tool,
        now: reports.map(({ now }) => now).reduce((a, b) => (new Date(a) < new Date(b) ? b : a)),
        findings: reports.flatMap(({ findings }) => findings),
        ignored: reports.flatMap(({ ignored }) => ignored),
        unread: reports.flatMap(({ unread }) => unread),
        files: {
            seen: reports.reduce((sum, { files }) => sum + files.seen, 0),
            documents: summed(reports.map(({ files }) => files.documents)),
        },
        counts: countsOf(reports),
        ...(comparison === undefined ? {} : { comparison }),
        ...(withoutBase === undefined ? {} : { withoutBase }),
        ...(baseline === undefined ? {} : { baseline }),
        ...(repository === undefined ? {} : { repository }),
        ...(configuration === undefined ? {} : { configuration }),
        rules: [...new Set(reports.flatMap(({ rules }) => rules))],
        certificates: reports.flatMap(({ certificates }) => certificates),
        excerpts: mergedExcerpts(reports),
    };
}
/** The value that all have; `undefined` where they differ. */
function shared(values) {
    const [first] = values;
    return values.every(value => JSON.stringify(value) === JSON.stringify(first)) ? first : undefined;
}
function summed(counts) {
    const sums = new Map();
    for (const [key, count] of counts.flatMap(Object.entries))
        sums.set(key, (sums.get(key) ?? 0) + count);
    return Object.fromEntries(sums);
}
function countsOf(reports) {
    const counts = { error: 0, warning: 0, note: 0 };
    for (const { severity } of reports.flatMap(({ findings }) => findings))
        counts[severity] += 1;
    return counts;
}
//# sourceMappingURL=merged.js.map
// EXTERNAL MODULE: ./build/bundle/src/findings/order.js
var order = __webpack_require__(6328);
// EXTERNAL MODULE: ./build/bundle/src/report/excerpted-file.js
var excerpted_file = __webpack_require__(68003);
// EXTERNAL MODULE: ./build/bundle/src/report/position.js
var position = __webpack_require__(45361);
;// CONCATENATED MODULE: ./build/bundle/src/report/rebuilt-report.js



/**
 * The report that was printed as JSON. Every reporter makes the same of it as of the report itself.
 *
 * @param json as read by `json-reading.ts`: all of its places are in its excerpts.
 * @param rules of which each rule of the report is one.
 */
function rebuiltReport(json, rules) {
    const { unread, files, withoutBase, repository, shard, configuration, comparison, baseline } = json;
    const places = new Places(json.excerpts);
    const ran = new Set(json.rules);
    return {
        findings: json.findings.map(finding => findingOf(finding, places)).sort(order/* inReportOrder */.ET),
        ignored: json.ignored
            .map(ignored => ignoredOf(ignored, places))
            .sort((a, b) => (0,order/* inReportOrder */.ET)(a.finding, b.finding)),
        unread: unread.toSorted((a, b) => (0,order/* inCodeUnitOrder */.ZL)(a.path, b.path)),
        rules: rules.filter(({ id }) => ran.has(id)),
        files: { seen: files.seen, documents: sortedByKey(files.documents) },
        certificates: json.certificates.map(certificate => certificateOf(certificate, places)).sort(order/* inOrderOfEnd */.sh),
        ...(comparison === undefined ? {} : { comparison: comparisonOf(comparison) }),
        ...(withoutBase === undefined ? {} : { withoutBase }),
        ...(baseline === undefined ? {} : { baseline: baselineOf(baseline) }),
        ...(repository === undefined ? {} : { repository }),
        ...(shard === undefined ? {} : { shard }),
        ...(configuration === undefined ? {} : { judgedBy: configuration }),
        secrets: places.secrets,
        now: new Date(json.now),
    };
}
/** The places of a report, in files of which the excerpts are known. */
class Places {
    secrets;
    #files;
    constructor(excerpts) {
        this.#files = new Map(excerpts.map(excerpt => [excerpt.file, fileOf(excerpt)]));
        this.secrets = excerpts.flatMap(({ file, shown }) => shown.flatMap(({ line, masked }) => masked.map(({ column, endColumn }) => this.at({ file, line, column, endLine: line, endColumn, exact: true }))));
    }
    at({ file: path, line, column, endLine, endColumn, exact }) {
        const file = this.#files.get(path);
        if (file === undefined)
            throw new Error('a place is in no excerpt');
        const start = (0,position/* lineBoundsOf */.bm)(file, line).start + column - 1;
        return { file, start, end: (0,position/* lineBoundsOf */.bm)(file, endLine).start + endColumn - 1, exact };
    }
}
function fileOf({ file, lines, byteOrderMark = false, shown }) {
    let text = '';
    let at = 1;
    for (const line of shown) {
        text += '\n'.repeat(line.line - at) + lineText(line);
        at = line.line;
    }
    text += '\n'.repeat(lines - at);
    const hashes = shown.flatMap(({ line, hash }) => (hash === undefined ? [] : [[line, hash]]));
    return new excerpted_file/* ExcerptedFile */.B(file, text, byteOrderMark, new Map(hashes));
}
/** The line with blanks for what of it is not known. */
function lineText({ length, parts }) {
    let text = '';
    for (const { column, text: part } of parts.toSorted((a, b) => a.column - b.column)) {
        const start = column - 1;
        if (start > text.length)
            text += ' '.repeat(start - text.length);
        text += part.slice(text.length - start);
    }
    return text + ' '.repeat(length - text.length);
}
function findingOf(json, places) {
    const { rule, severity, message, subject, fingerprint, state, related, fix } = json;
    return {
        ruleId: rule,
        severity,
        message,
        at: places.at(json),
        subject,
        fingerprint,
        state,
        related: related.map(one => ({ message: one.message, at: places.at(one) })),
        ...(fix === undefined
            ? {}
            : {
                fix: {
                    title: fix.title,
                    isSafe: fix.safe,
                    edits: fix.edits.map(edit => ({ text: edit.text, at: places.at(edit) })),
                },
            }),
    };
}
function ignoredOf({ finding, reason, at }, places) {
    return { finding: findingOf(finding, places), reason, at: places.at(at) };
}
function certificateOf(json, places) {
    const { subject, issuer, kind, names, notBefore, notAfter, key, fingerprint256, block, blocks, usedBy } = json;
    return {
        subject,
        issuer,
        kind,
        names,
        notBefore: new Date(notBefore),
        notAfter: new Date(notAfter),
        key,
        fingerprint256,
        at: places.at(json),
        block,
        blocks,
        usedBy: usedBy.map(use => ({ field: use.field, at: places.at(use) })),
    };
}
function comparisonOf({ untouched, changes, shifts, ...known }) {
    const { scope, base, headCommit, fixed, policyChanges } = known;
    return {
        scope,
        base,
        ...(headCommit === undefined ? {} : { headCommit }),
        changes: new Map(changes.map(change => [change.file, changedFileOf(change)])),
        shifts: new Map(shifts.map(({ file, lines }) => [file, lines])),
        fixed,
        policyChanges,
        isUntouched: untouched,
    };
}
function changedFileOf({ file, previousFile, lines, deletedAfter, whole }) {
    const previous = previousFile === undefined ? {} : { previousPath: previousFile };
    return { path: file, ...previous, lines, deletedAfter, isWhole: whole };
}
/** Of several files and shards, their entries stand in another order. */
function baselineOf({ file, fingerprint, stale }) {
    return { file, fingerprint, stale: stale.toSorted(order/* inBaselineOrder */.df) };
}
function sortedByKey(counts) {
    return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (0,order/* inCodeUnitOrder */.ZL)(a, b)));
}
//# sourceMappingURL=rebuilt-report.js.map
// EXTERNAL MODULE: ./build/bundle/src/rules/index.js + 72 modules
var rules = __webpack_require__(65037);
// EXTERNAL MODULE: ./build/bundle/src/edge/usage-error.js
var usage_error = __webpack_require__(52839);
// EXTERNAL MODULE: ./build/bundle/src/edge/verdict.js
var verdict = __webpack_require__(67058);
// EXTERNAL MODULE: ./build/bundle/src/report/version.js
var version = __webpack_require__(15720);
// EXTERNAL MODULE: ./build/bundle/src/edge/cli/lint-command.js
var lint_command = __webpack_require__(44829);
;// CONCATENATED MODULE: ./build/bundle/src/edge/cli/merge-command.js











const ALL = [...rules/* RULES */.y, ...engine_rules/* ENGINE_RULES */.NR];
/**
 * `promsec merge`: one report of several that were printed as JSON, with the status of the worst of their repositories.
 *
 * @throws UsageError for what is no report, and for shards that are no whole.
 */
async function mergeCommand(command, terminal) {
    if (command.words.length === 0)
        throw new usage_error/* UsageError */.e(['merge needs the files of reports; make them with --format json']);
    const merging = merged(savedReports(command.words, terminal.folder));
    if ('mistakes' in merging)
        throw new usage_error/* UsageError */.e(merging.mistakes);
    const { json, repositories, remarks } = merging;
    await (0,lint_command/* reported */.Y6)(rebuiltReport(json, ALL), command, terminal);
    for (const remark of remarks)
        terminal.complain(remark);
    const statuses = repositories.map(repository => statusOf(repository, command, terminal));
    return statuses.reduce((worst, status) => (status > worst ? status : worst));
}
function savedReports(paths, folder) {
    const wanted = { version: version/* VERSION */.x, ruleIds: new Set(ALL.map(({ id }) => id)) };
    const mistakes = [];
    const reports = paths.flatMap(name => {
        const reading = readReport(textAt(name, folder), wanted);
        if ('json' in reading)
            return [{ name, json: reading.json }];
        mistakes.push(`${name}: ${reading.mistake}`);
        return [];
    });
    if (mistakes.length > 0)
        throw new usage_error/* UsageError */.e(mistakes);
    return reports;
}
function textAt(name, folder) {
    try {
        return (0,external_node_fs_.readFileSync)((0,external_node_path_.resolve)(folder, name), 'utf8');
    }
    catch {
        throw new usage_error/* UsageError */.e([`the report ${name} cannot be read; check that it is there`]);
    }
}
function statusOf(json, { failOn }, terminal) {
    const report = rebuiltReport(json, ALL);
    const { configuration } = json;
    const thresholds = {
        failOn: failOn ?? configuration?.failOn ?? 'error',
        noFiles: configuration?.noFiles ?? 'pass',
    };
    const nothing = (0,verdict/* noFilesMessage */.m)(report, thresholds);
    if (nothing !== undefined)
        terminal.complain(json.repository === undefined ? nothing : `${json.repository}: ${nothing}`);
    return (0,verdict/* exitStatusOf */.e)(report, thresholds);
}
//# sourceMappingURL=merge-command.js.map

/***/ }),

/***/ 68003:
/***/ ((module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ ExcerptedFile)
/* harmony export */ });
/* harmony import */ var _text_source_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82784);

/**
 * A file of which no more is known than what a report shows: the lines that it speaks of, each as long as it is, with
 * blanks for their secrets. All other lines are empty.
 */
class ExcerptedFile extends _text_source_js__WEBPACK_IMPORTED_MODULE_0__/* .SourceFile */ .s {
    /** The hashes of the lines that alerts may stand on, worked out when all of the file was known. Lines from 1. */
    lineHashes;
    constructor(path, text, hasByteOrderMark, lineHashes) {
        super(path, text, hasByteOrderMark);
        this.lineHashes = lineHashes;
    }
}
//# sourceMappingURL=excerpted-file.js.map
void module.id;


/***/ })

};
;