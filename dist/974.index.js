"use strict";
exports.id = 974;
exports.ids = [974];
exports.modules = {

/***/ 87791:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ comparedReport)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/bundle/src/findings/changed-lines.js
var changed_lines = __webpack_require__(38790);
// EXTERNAL MODULE: ./build/bundle/src/policy/comparison.js
var comparison = __webpack_require__(62547);
// EXTERNAL MODULE: ./build/bundle/src/policy/selection.js
var policy_selection = __webpack_require__(42630);
// EXTERNAL MODULE: ./build/bundle/src/report/position.js
var position = __webpack_require__(45361);
// EXTERNAL MODULE: ./build/bundle/src/report/summary.js
var summary = __webpack_require__(7356);
// EXTERNAL MODULE: ./build/bundle/src/lint/lint.js + 15 modules
var lint = __webpack_require__(36225);
// EXTERNAL MODULE: ./build/bundle/src/lint/lower.js
var lower = __webpack_require__(75214);
;// CONCATENATED MODULE: ./build/bundle/src/lint/compare.js







/** Lints two sides, and reads once what is the same on both. @param input the head, and all that holds for both. */
function lintedSides(input, base) {
    const selection = (0,policy_selection/* selectionOf */.W)(input.configuration);
    const ofHead = (0,lower/* lowered */.D)(input.files, selection, input.decipher);
    const before = { byPath: ofHead.byPath, isSame: (path) => base.isSame(path) };
    const ofBase = (0,lower/* lowered */.D)(base.files, selection, input.decipher, before);
    return {
        head: (0,lint/* lint */.u)({ ...input, lowered: ofHead }),
        base: (0,lint/* lint */.u)({ ...input, files: base.files, lowered: ofBase }),
    };
}
/** The report of the head with what the base makes of it: what is new, what is gone, and which ignores were added. */
function reportWithBase({ head, base }, known) {
    const change = changeIn(known.changes);
    const { brought, gone } = (0,comparison/* subtracted */.G)(head.findings, base.findings, change);
    const counts = known.scope === 'new' ? (finding) => brought.has(finding) : change.isOnChangedLine;
    const policyChanges = [...known.policyChanges, ...ignoresAdded(head.ignored, base.ignored, change)];
    return {
        ...head,
        findings: head.findings.map(finding => (counts(finding) ? finding : { ...finding, state: 'existing' })),
        comparison: { ...known, policyChanges, fixed: gone, isUntouched: false },
    };
}
function changeIn(changes) {
    return {
        pathInBase: path => changes.get(path)?.previousPath ?? path,
        isOnChangedLine({ at }) {
            const file = changes.get(at.file.path);
            if (file === undefined)
                return false;
            const { line, endLine } = (0,position/* rangeOf */.be)(at);
            return (0,changed_lines/* touchesChange */.gf)(file, line, endLine);
        },
    };
}
const NAMED_IGNORES = 10;
function ignoresAdded(head, base, change) {
    const [ofHead = [], ofBase = []] = [head, base].map(ignored => ignored.map(({ finding }) => finding));
    const { brought } = (0,comparison/* subtracted */.G)(ofHead, ofBase, change);
    const places = head
        .filter(({ finding }) => brought.has(finding))
        .map(({ at }) => `${at.file.path}:${(0,position/* rangeOf */.be)(at).line}`);
    const each = [...new Set(places)];
    if (each.length === 0)
        return [];
    const others = each.length > NAMED_IGNORES ? [`and ${each.length - NAMED_IGNORES} more`] : [];
    const isOrAre = each.length === 1 ? 'is' : 'are';
    const named = [...each.slice(0, NAMED_IGNORES), ...others].join(', ');
    return [`${(0,summary/* numbered */.jN)(each.length, 'ignore comment')} ${isOrAre} added: ${named}`];
}
//# sourceMappingURL=compare.js.map
// EXTERNAL MODULE: ./build/bundle/src/lint/matter.js
var matter = __webpack_require__(27718);
// EXTERNAL MODULE: ./build/bundle/src/policy/configuration.js
var policy_configuration = __webpack_require__(81778);
// EXTERNAL MODULE: ./build/bundle/src/documents/chart.js
var chart = __webpack_require__(29016);
;// CONCATENATED MODULE: ./build/bundle/src/edge/base-tree.js

/**
 * The files of a base: those of the head where nothing has changed, and what the base has of the others. What is named
 * in the head is named here too, under the name that it had.
 */
function baseSideOf(head, base) {
    const inHead = new Set(base.changes.flatMap(({ path }) => path ?? []));
    const inBase = new Set(base.changes.flatMap(({ basePath }) => basePath ?? []));
    const listed = new Set(head.paths);
    const pairs = base.changes.flatMap(({ path, basePath }) => {
        const isOurs = basePath !== undefined && (head.covers(basePath) || (path !== undefined && listed.has(path)));
        return isOurs ? [{ path: path ?? basePath, basePath }] : [];
    });
    const basePathsOf = (isMeant) => pairs.filter(({ path, basePath }) => isMeant(path) || isMeant(basePath)).map(({ basePath }) => basePath);
    const named = new Set([...head.named, ...basePathsOf(path => head.named.has(path))]);
    const isReshaped = (0,chart/* reshapedBy */.ME)([...inHead, ...inBase]);
    const isHere = (path) => inBase.has(path) || !inHead.has(path);
    return {
        files: {
            paths: [...new Set([...head.paths.filter(isHere), ...basePathsOf(() => true)])].sort(),
            named,
            belowNamed: new Set([...head.belowNamed, ...basePathsOf(head.isBelowNamed)]),
            has: path => inBase.has(path) || (!inHead.has(path) && head.has(path)),
            read(path) {
                if (inBase.has(path))
                    return base.contentOf(path);
                return inHead.has(path) ? undefined : head.read(path);
            },
        },
        isSame: path => !inHead.has(path) && !inBase.has(path) && !isReshaped(path),
    };
}
//# sourceMappingURL=base-tree.js.map
// EXTERNAL MODULE: ./build/bundle/src/edge/configuration.js
var edge_configuration = __webpack_require__(83429);
// EXTERNAL MODULE: ./build/bundle/src/lint/linted.js
var linted = __webpack_require__(63011);
// EXTERNAL MODULE: ./build/bundle/src/edge/tree.js + 1 modules
var tree = __webpack_require__(58069);
// EXTERNAL MODULE: ./build/bundle/src/text/path.js
var path = __webpack_require__(26206);
// EXTERNAL MODULE: ./build/bundle/src/edge/git/checkout.js
var checkout = __webpack_require__(55370);
;// CONCATENATED MODULE: ./build/bundle/src/edge/untouched.js



/** So many names are looked for in a repository; where more files changed it is read. */
const MOST_NAMES = 200;
/**
 * True when nothing that is ours has changed: no document, no certificate or key, no configuration of promsec, and no file
 * whose name stands in one of ours, so that it may lead there. Nothing but those is read. A name that a document hides, in
 * base64 or behind escapes, is not seen here.
 *
 * @param configurationFiles the paths of configuration files of promsec.
 */
function isUntouched(tree, base, configurationFiles) {
    const isOurs = (path) => configurationFiles.includes(path) || (((0,matter/* mayMatter */.d)(path) || tree.named.has(path)) && (0,matter/* matters */.v)(path, tree.read(path)));
    const wasOurs = (path) => configurationFiles.includes(path) || ((0,matter/* mayMatter */.d)(path) && (0,matter/* matters */.v)(path, base.contentOf(path)));
    const hasChange = base.changes.some(({ path, basePath }) => {
        return (path !== undefined && isOurs(path)) || (basePath !== undefined && wasOurs(basePath));
    });
    if (hasChange)
        return false;
    const paths = base.changes.flatMap(({ path, basePath }) => [path ?? [], basePath ?? []].flat());
    const names = [...new Set(paths.map(path/* baseName */.Fl))];
    if (names.length > MOST_NAMES || names.some(name => name.includes('\n')))
        return false;
    const mentioning = names.length === 0 ? new Set() : (0,checkout/* filesMentioning */.W$)(tree.root, names);
    return mentioning !== undefined && ![...mentioning].some(isOurs);
}
//# sourceMappingURL=untouched.js.map
// EXTERNAL MODULE: ./build/bundle/src/edge/whole-report.js
var whole_report = __webpack_require__(19599);
;// CONCATENATED MODULE: ./build/bundle/src/edge/compared-report.js











/**
 * Reads a repository and says what is wrong with it, and which of that counts since the base.
 *
 * @throws UsageError for a path that is not there and for mistakes in the configuration file.
 */
async function comparedReport(request) {
    const { comparison, now } = request;
    if (comparison === undefined)
        return (0,whole_report/* wholeReport */.wA)(request);
    const { scope, isWhole, findBase } = comparison;
    const tree = (0,whole_report/* treeFor */.UJ)(request);
    const base = await findBase(tree);
    if ('reason' in base) {
        const { report, configuration } = await (0,whole_report/* wholeReport */.wA)(request, tree);
        return { report: { ...report, withoutBase: base.reason }, configuration };
    }
    const configurationFiles = configurationFilesOf(request, tree);
    const baselineFiles = baselineFilesOf(request, tree);
    if (!isWhole && isUntouched(tree, base, [...configurationFiles, ...baselineFiles])) {
        return { report: (0,whole_report/* asRequested */.pt)(untouchedReport(scope, base, now), request), configuration: policy_configuration/* DEFAULT_CONFIGURATION */.P };
    }
    const configuration = await (0,whole_report/* configurationOf */.QV)(request, tree);
    const input = { files: tree, configuration, now, ...(request.shard === undefined ? {} : { shard: request.shard }) };
    const sides = await (0,linted/* answered */.o)(answers => lintedSides({ ...input, ...answers }, baseSideOf(tree, base)));
    const policyFiles = configuration.baseline ? [...configurationFiles, ...baselineFiles] : configurationFiles;
    const report = reportWithBase(sides, knownChange(scope, base, sides.head, policyFiles));
    return { report: (0,whole_report/* asRequested */.pt)(await (0,whole_report/* subtracted */.Gu)(report, request, tree, configuration), request), configuration };
}
/** Where the configuration file is, and where what it links to is. */
function configurationFilesOf({ configuration, folder }, { root }) {
    const { file, isOff = false } = configuration;
    return isOff ? [] : filesAt(edge_configuration/* CONFIGURATION_PLACES */.q9, file, folder, root);
}
/** The same of the baseline, if there is to be one. */
function baselineFilesOf({ baselineFile, folder, settings }, { root }) {
    return settings.baseline === false ? [] : filesAt([edge_configuration/* BASELINE_PLACE */.og], baselineFile, folder, root);
}
function filesAt(usual, named, folder, root) {
    const places = named === undefined ? usual.map(place => (0,external_node_path_.resolve)(root, place)) : [(0,external_node_path_.resolve)(folder, named)];
    const targets = places.filter(place => (0,external_node_fs_.existsSync)(place)).map(place => (0,external_node_fs_.realpathSync)(place));
    return [...new Set([...places, ...targets].map(place => (0,tree/* shownPath */.pS)(root, place)))];
}
/** What a change comes to of which nothing is ours. */
function untouchedReport(scope, base, now) {
    const known = { ...wordsOf(scope, base), changes: new Map(), shifts: new Map(), policyChanges: [] };
    return {
        findings: [],
        ignored: [],
        unread: [],
        rules: [],
        files: { seen: 0, documents: {} },
        certificates: [],
        comparison: { ...known, fixed: 0, isUntouched: true },
        secrets: [],
        now,
    };
}
function knownChange(scope, base, { findings, ignored, certificates }, policyFiles) {
    const spans = [...findings, ...ignored.map(({ finding }) => finding), ...certificates].map(({ at }) => at);
    const shown = [...new Set(spans.map(({ file }) => file.path))];
    const changed = base.changes.flatMap(({ path }) => (path !== undefined && (0,matter/* mayMatter */.d)(path) ? path : []));
    return {
        ...wordsOf(scope, base),
        changes: base.linesOf([...new Set([...changed, ...shown])]),
        shifts: base.shiftsOf(shown),
        policyChanges: base.changes.flatMap(change => policyChange(change, policyFiles) ?? []),
    };
}
function wordsOf(scope, { words, headCommit }) {
    return { scope, base: words, ...(headCommit === undefined ? {} : { headCommit }) };
}
function policyChange({ path, basePath }, policyFiles) {
    const [is, was] = [path, basePath].map(side => side !== undefined && policyFiles.includes(side));
    if (is === true)
        return `${path} is ${was === true ? 'changed' : 'added'}`;
    return was === true ? `${basePath} is removed` : undefined;
}
//# sourceMappingURL=compared-report.js.map

/***/ }),

/***/ 97211:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HK: () => (/* binding */ haveCommits),
/* harmony export */   QX: () => (/* binding */ isAncestor),
/* harmony export */   iO: () => (/* binding */ knownMergeBaseOf),
/* harmony export */   nM: () => (/* binding */ mergeBaseOf),
/* harmony export */   oy: () => (/* binding */ missingOf),
/* harmony export */   vj: () => (/* binding */ commitNamed)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _output_js__WEBPACK_IMPORTED_MODULE_2__ = {get JG(){return __webpack_require__(10603).JG},get oM(){return __webpack_require__(10603).oM},get xZ(){return __webpack_require__(10603).xZ}};



const FETCH_MILLISECONDS = 120_000;
const FETCH = ['-c', 'gc.auto=0', '-c', 'maintenance.auto=false', 'fetch', '--quiet', '--no-tags'];
const DEPTHS = [50, 500, 5000];
/** A commit by any name that git knows; `undefined` where it is not there. */
function commitNamed(top, name) {
    // `<object> commit <size>`, its headers, an empty line, its message (git-cat-file(1), "BATCH OUTPUT").
    const output = (0,_output_js__WEBPACK_IMPORTED_MODULE_2__/* .gitLine */ .JG)(top, ['cat-file', '--batch'], { input: `${name.replaceAll('\n', ' ')}^{commit}\n` });
    const [head = ''] = (output ?? '').split('\n\n', 1);
    const id = /^([0-9a-f]+) commit \d+\n/.exec(head)?.[1];
    if (id === undefined)
        return undefined;
    return { id, parents: [...head.matchAll(/^parent ([0-9a-f]+)$/gm)].map(([, parent = '']) => parent) };
}
/** True where one commit is the other, or one of those before it. */
function isAncestor(top, commit, other) {
    return (0,_output_js__WEBPACK_IMPORTED_MODULE_2__/* .gitOutput */ .oM)(top, ['merge-base', '--is-ancestor', commit, other]) !== undefined;
}
/** True where all of the commits, which are in full, are there, fetched where they were not. */
function haveCommits(top, commits) {
    const missing = missingOf(top, commits);
    if (missing.length === 0)
        return true;
    fetch(top, isShallow(top) ? ['--depth=1'] : [], missing);
    return missingOf(top, missing).length === 0;
}
/** The commits that are not there. */
function missingOf(top, commits) {
    const lines = (0,_output_js__WEBPACK_IMPORTED_MODULE_2__/* .gitLine */ .JG)(top, ['cat-file', '--batch-check'], { input: `${commits.join('\n')}\n` })?.split('\n') ?? [];
    return commits.filter((_, place) => !/^[0-9a-f]+ commit /.test(lines[place] ?? ''));
}
/** The commit at which two parted, with as much history fetched as it takes; `undefined` where they have none. */
function mergeBaseOf(top, one, other) {
    if (!isShallow(top))
        return haveCommits(top, [one, other]) ? knownMergeBaseOf(top, one, other) : undefined;
    let found = knownMergeBaseOf(top, one, other);
    // A lower depth would take away what is there.
    const known = Number((0,_output_js__WEBPACK_IMPORTED_MODULE_2__/* .gitLine */ .JG)(top, ['rev-list', '--count', one]) ?? 0);
    for (const depth of DEPTHS.filter(commits => commits > known)) {
        if (found !== undefined || !isShallow(top) || !fetch(top, [`--depth=${depth}`], [one, other]))
            break;
        found = knownMergeBaseOf(top, one, other);
    }
    return found;
}
/**
 * The same where it is there. In a shallow clone git may find one that it is not, since a way that leads to a later one is
 * cut off: it counts only where nothing is cut off above it.
 */
function knownMergeBaseOf(top, one, other) {
    const found = (0,_output_js__WEBPACK_IMPORTED_MODULE_2__/* .gitLine */ .JG)(top, ['merge-base', one, other]);
    if (found === undefined || !isShallow(top))
        return found;
    const above = (0,_output_js__WEBPACK_IMPORTED_MODULE_2__/* .gitLine */ .JG)(top, ['rev-list', one, other, `^${found}`]);
    const cutOff = commitsCutOff(top);
    return above === undefined || linesOf(above).some(commit => cutOff.has(commit)) ? undefined : found;
}
/** The commits of a shallow clone whose parents are left out. */
function commitsCutOff(top) {
    const file = (0,_output_js__WEBPACK_IMPORTED_MODULE_2__/* .gitLine */ .JG)(top, ['rev-parse', '--git-path', 'shallow']);
    try {
        return new Set(file === undefined ? [] : linesOf((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(top, file), 'utf8')));
    }
    catch {
        return new Set();
    }
}
function linesOf(text) {
    return text.split('\n').filter(line => line !== '');
}
function fetch(top, options, commits) {
    const words = [...FETCH, '--no-recurse-submodules', ...options, 'origin', ...commits];
    return (0,_output_js__WEBPACK_IMPORTED_MODULE_2__/* .gitOutput */ .oM)(top, words, { milliseconds: FETCH_MILLISECONDS }) !== undefined;
}
/** Where `.git` is a file, as in a worktree, git has to say where it keeps what it knows. */
function isShallow(top) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(top, '.git');
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'HEAD')))
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'shallow'));
    return (0,_output_js__WEBPACK_IMPORTED_MODULE_2__/* .gitLine */ .JG)(top, ['rev-parse', '--is-shallow-repository']) === 'true';
}
//# sourceMappingURL=commit.js.map

/***/ }),

/***/ 95401:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  OM: () => (/* binding */ changedFilesSince),
  Jh: () => (/* binding */ differencesFrom),
  Tl: () => (/* binding */ linesChangedBy),
  WW: () => (/* binding */ shiftsBehind),
  fh: () => (/* binding */ shiftsTo)
});

;// CONCATENATED MODULE: ./build/bundle/src/edge/git/hunk.js
const HEADER = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/;
const NEW_NAME = '+++ ';
const LINE_FEED = 10;
const BACKSLASH = 92;
/**
 * The hunks of a patch by the new names of its files; those of a deleted file are left out. The patch is one of `git diff
 * -U0` with the prefixes `a/` and `b/`. Lines of a hunk are counted and not looked at, so that nothing that a file says
 * is taken for a part of the patch.
 */
function hunksIn(patch) {
    const byName = new Map();
    let hunks = [];
    for (let at = 0; at < patch.length;) {
        const line = lineAt(patch, at);
        at += line.length + 1;
        if (line.toString('latin1', 0, NEW_NAME.length) === NEW_NAME) {
            hunks = [];
            const name = nameIn(line.toString('utf8', NEW_NAME.length));
            if (name !== undefined)
                byName.set(name, hunks);
            continue;
        }
        const [header, oldCount = '1', start = '1', count = '1'] = HEADER.exec(line.toString('latin1')) ?? [];
        if (header === undefined)
            continue;
        hunks.push({ oldCount: Number(oldCount), start: Number(start), count: Number(count) });
        for (let left = Number(oldCount) + Number(count); left > 0 && at < patch.length;) {
            // "\ No newline at end of file" is no line of either version.
            if (patch[at] !== BACKSLASH)
                left -= 1;
            at += lineAt(patch, at).length + 1;
        }
    }
    return byName;
}
function lineAt(patch, start) {
    const end = patch.indexOf(LINE_FEED, start);
    return patch.subarray(start, end === -1 ? patch.length : end);
}
/** `b/name`, with a tab behind one that has spaces; quoted as in C where it has what would break a line. */
function nameIn(written) {
    const plain = written.replace(/\t$/, '');
    const name = plain.startsWith('"') ? unquoted(plain) : plain;
    return name.startsWith('b/') ? name.slice(2) : undefined;
}
const ESCAPES = {
    a: '\x07',
    b: '\b',
    t: '\t',
    n: '\n',
    v: '\v',
    f: '\f',
    r: '\r',
};
/** quote_c_style_counted in quote.c of git: with `core.quotePath` off, octal stands for control characters alone. */
function unquoted(text) {
    return text
        .slice(1, -1)
        .replace(/\\(?:([0-7]{3})|(.))/g, (_, octal, letter = '') => octal === undefined ? (ESCAPES[letter] ?? letter) : String.fromCharCode(parseInt(octal, 8)));
}
//# sourceMappingURL=hunk.js.map
// EXTERNAL MODULE: ./build/bundle/src/edge/git/output.js
var output = {get JG(){return __webpack_require__(10603).JG},get oM(){return __webpack_require__(10603).oM},get xZ(){return __webpack_require__(10603).xZ}};
;// CONCATENATED MODULE: ./build/bundle/src/edge/git/difference.js


/** What the settings of a user could change otherwise. */
const PLAIN = ['--no-color', '--no-ext-diff', '--no-textconv', '--ignore-submodules=all'];
const HUNKS = ['-U0', '--inter-hunk-context=0', '--src-prefix=a/', '--dst-prefix=b/'];
/** Below what an argument list may hold (ARG_MAX of Linux is 2 MiB, of macOS 1 MiB, with the environment). */
const PATH_BYTES = 200_000;
const REGULAR_FILE = /^100/;
const NO_OBJECT = /^0+$/;
/** What differs between a commit and the working tree; `undefined` where git cannot tell. */
function differencesFrom(top, commit) {
    const fields = (0,output/* gitList */.xZ)(top, ['diff', '--raw', '-z', '-M', '--no-abbrev', ...PLAIN, commit, '--']);
    return fields && [...differencesIn(fields)];
}
/** `:100644 100644 OLD NEW R090`, the path, and for a rename the new path (git-diff(1), "Raw output format"). */
function* differencesIn(fields) {
    for (let at = 0; at < fields.length;) {
        const [oldMode = '', , oldObject = '', , status = ''] = (fields[at] ?? '').slice(1).split(' ');
        const isRenamed = status.startsWith('R');
        const first = fields[at + 1] ?? '';
        const second = isRenamed ? (fields[at + 2] ?? '') : first;
        at += isRenamed ? 3 : 2;
        const isFile = REGULAR_FILE.test(oldMode) && !NO_OBJECT.test(oldObject);
        yield {
            ...(status === 'D' ? {} : { path: second }),
            ...(status === 'A' ? {} : { basePath: first }),
            ...(isFile ? { blob: oldObject } : {}),
            isRenamed: status === 'R100',
        };
    }
}
/** What changed in files of the working tree since a commit, by path. */
function changedFilesSince(top, commit, differences) {
    const pairs = differences.flatMap(({ path, basePath }) => path === undefined || basePath === undefined ? [] : [path === basePath ? [path] : [basePath, path]]);
    const hunks = hunksSince(top, commit, pairs, '-M');
    return new Map(differences.flatMap(({ path, basePath, isRenamed }) => {
        if (path === undefined)
            return [];
        const own = basePath === undefined ? undefined : (hunks.get(path) ?? (isRenamed ? [] : undefined));
        const previous = basePath === undefined || basePath === path ? {} : { previousPath: basePath };
        return [[path, { path, ...previous, ...linesChangedBy(own) }]];
    }));
}
/** The lines that hunks change. @param hunks `undefined` where no lines can be told. */
function linesChangedBy(hunks) {
    const some = hunks ?? [];
    return {
        lines: some.filter(({ count }) => count > 0).map(({ start, count }) => ({ start, end: start + count - 1 })),
        deletedAfter: some.filter(({ count }) => count === 0).map(({ start }) => start),
        isWhole: hunks === undefined,
    };
}
/** What leads from lines of the working tree to those of a commit, by path; only of files that differ. */
function shiftsTo(top, commit, paths) {
    const hunks = hunksSince(top, commit, paths.map(path => [path]), '--no-renames');
    return new Map([...hunks].map(([path, ofFile]) => [path, shiftsBehind(ofFile)]));
}
/** What leads from the lines of the new version behind each hunk to those of the old one. */
function shiftsBehind(hunks) {
    let offset = 0;
    return hunks.map(({ start, count, oldCount }) => {
        offset += oldCount - count;
        // Of a hunk without lines `start` is the line before it.
        return { start: start + Math.max(count, 1), offset };
    });
}
/** @param files the path of each, or the two of one that is renamed, without which git does not see that it is. */
function hunksSince(top, commit, files, renames) {
    const all = new Map();
    for (const paths of inPortions(files)) {
        const patch = (0,output/* gitOutput */.oM)(top, ['diff', '-p', renames, ...HUNKS, ...PLAIN, commit, '--', ...paths]);
        if (patch === undefined)
            continue;
        for (const [path, hunks] of hunksIn(patch))
            all.set(path, hunks);
    }
    return all;
}
function* inPortions(files) {
    let portion = [];
    let bytes = 0;
    for (const paths of files) {
        portion.push(...paths);
        for (const path of paths)
            bytes += Buffer.byteLength(path) + 1;
        if (bytes < PATH_BYTES)
            continue;
        yield portion;
        [portion, bytes] = [[], 0];
    }
    if (portion.length > 0)
        yield portion;
}
//# sourceMappingURL=difference.js.map

/***/ }),

/***/ 10154:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ gitBase)
});

// EXTERNAL MODULE: ./build/bundle/src/lint/matter.js
var matter = __webpack_require__(27718);
// EXTERNAL MODULE: ./build/bundle/src/edge/disk.js
var disk = __webpack_require__(97214);
// EXTERNAL MODULE: ./build/bundle/src/edge/git/output.js
var git_output = {get JG(){return __webpack_require__(10603).JG},get oM(){return __webpack_require__(10603).oM},get xZ(){return __webpack_require__(10603).xZ}};
;// CONCATENATED MODULE: ./build/bundle/src/edge/git/blobs.js


/** What is read at once; what goes beyond it is read when it is asked for, and not kept. */
const AT_ONCE_BYTES = 128 * 2 ** 20;
const LINE_FEED = 10;
/** The contents of objects of a checkout, by their names in full. */
class Blobs {
    #top;
    #contents = new Map();
    /** @param expected those that will be asked for, which are read together. */
    constructor(top, expected) {
        this.#top = top;
        const blobs = [...new Set(expected)];
        const sizes = blobs.length === 0 ? [] : sizesOf(top, blobs);
        let bytes = 0;
        const atOnce = blobs.filter((blob, place) => {
            const size = sizes[place] ?? disk/* FILE_BYTES */.rU + 1;
            if (size > disk/* FILE_BYTES */.rU)
                this.#contents.set(blob, sizes[place] === undefined ? NOT_THERE : disk/* TOO_LARGE */.PH);
            else
                bytes += size;
            return size <= disk/* FILE_BYTES */.rU && bytes <= AT_ONCE_BYTES;
        });
        for (const [blob, content] of readTogether(top, atOnce))
            this.#contents.set(blob, content);
    }
    contentOf(blob) {
        const known = this.#contents.get(blob);
        if (known !== undefined)
            return known;
        const [size] = sizesOf(this.#top, [blob]);
        if (size !== undefined && size > disk/* FILE_BYTES */.rU)
            return disk/* TOO_LARGE */.PH;
        const bytes = (0,git_output/* gitOutput */.oM)(this.#top, ['cat-file', 'blob', blob]);
        return bytes === undefined ? NOT_THERE : { bytes };
    }
}
const NOT_THERE = { reason: 'git does not have it' };
/** `<object> <type> <size>`, or `<object> missing` (git-cat-file(1), "BATCH OUTPUT"). */
function sizesOf(top, blobs) {
    const lines = (0,git_output/* gitLine */.JG)(top, ['cat-file', '--batch-check'], { input: `${blobs.join('\n')}\n` })?.split('\n') ?? [];
    return lines.map(line => {
        const [, type, size] = line.split(' ');
        return type === 'blob' ? Number(size) : undefined;
    });
}
/** Each as a line like those of a check, the content, and a line feed. */
function* readTogether(top, blobs) {
    if (blobs.length === 0)
        return;
    const output = (0,git_output/* gitOutput */.oM)(top, ['cat-file', '--batch'], { input: `${blobs.join('\n')}\n` }) ?? Buffer.alloc(0);
    for (let at = 0; at < output.length;) {
        const start = output.indexOf(LINE_FEED, at) + 1;
        const [blob = '', , size] = output.toString('latin1', at, start - 1).split(' ');
        const end = start + Number(size);
        yield [blob, { bytes: output.subarray(start, end) }];
        at = end + 1;
    }
}
//# sourceMappingURL=blobs.js.map
// EXTERNAL MODULE: ./build/bundle/src/edge/git/checkout.js
var checkout = __webpack_require__(55370);
// EXTERNAL MODULE: ./build/bundle/src/edge/git/difference.js + 1 modules
var difference = __webpack_require__(95401);
;// CONCATENATED MODULE: ./build/bundle/src/edge/git/git-base.js




const SHORT_NAME = 7;
/**
 * What a commit of a checkout is to its working tree.
 *
 * @param top the top level of the checkout.
 * @param named files below it that count though git ignores them.
 */
function gitBase(top, { commit, name, headCommit }, named) {
    const tracked = (0,difference/* differencesFrom */.Jh)(top, commit);
    if (tracked === undefined)
        return { reason: `git cannot compare the files with ${name}` };
    const untracked = (0,checkout/* untrackedFilesOf */.Ov)(top, named).map(path => ({ path, isRenamed: false }));
    const changes = [...tracked, ...untracked];
    const byPath = new Map(changes.map(change => [change.path, change]));
    const blobs = new Map(tracked.map(({ basePath, blob }) => [basePath, blob]));
    const lines = new Map();
    const linesOf = paths => {
        const unknown = paths.flatMap(path => (lines.has(path) ? [] : (byPath.get(path) ?? [])));
        for (const [path, file] of (0,difference/* changedFilesSince */.OM)(top, commit, unknown))
            lines.set(path, file);
        return new Map(paths.flatMap(path => entryOf(lines, path)));
    };
    let contents;
    return {
        words: `${name} (${commit.slice(0, SHORT_NAME)})`,
        ...(headCommit === undefined ? {} : { headCommit }),
        changes,
        contentOf(basePath) {
            if (contents === undefined) {
                // A clone without blobs gets those that a patch needs with one request, and else each with one of its own.
                linesOf(changes.flatMap(({ path }) => (path !== undefined && (0,matter/* mayMatter */.d)(path) ? path : [])));
                contents = new Blobs(top, expectedIn(changes));
            }
            const blob = blobs.get(basePath);
            return blob === undefined ? undefined : contents.contentOf(blob);
        },
        linesOf,
        shiftsOf: paths => (headCommit === undefined ? new Map() : (0,difference/* shiftsTo */.fh)(top, headCommit, paths)),
    };
}
function entryOf(map, key) {
    const value = map.get(key);
    return value === undefined ? [] : [[key, value]];
}
function expectedIn(changes) {
    return changes.flatMap(({ basePath, blob }) => blob !== undefined && basePath !== undefined && (0,matter/* mayMatter */.d)(basePath) ? [blob] : []);
}
//# sourceMappingURL=git-base.js.map

/***/ }),

/***/ 27718:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ mayMatter),
/* harmony export */   v: () => (/* binding */ matters)
/* harmony export */ });
/* harmony import */ var _documents_candidate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94677);
/* harmony import */ var _documents_chart_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29016);
/* harmony import */ var _model_alert_rules_js__WEBPACK_IMPORTED_MODULE_2__ = {get JQ(){return __webpack_require__(34175).JQ},get NF(){return __webpack_require__(34175).NF},get WX(){return __webpack_require__(34175).WX}};
/* harmony import */ var _model_handshakes_kubernetes_service_js__WEBPACK_IMPORTED_MODULE_3__ = {get D2(){return __webpack_require__(99986).D2},get qp(){return __webpack_require__(99986).qp},get sp(){return __webpack_require__(99986).sp}};
/* harmony import */ var _model_references_generated_entry_js__WEBPACK_IMPORTED_MODULE_4__ = {get S(){return __webpack_require__(64922).S},get h(){return __webpack_require__(64922).h}};
/* harmony import */ var _read_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(26353);






/** True where the name of a file allows that a change of it matters. */
function mayMatter(path) {
    return (0,_documents_candidate_js__WEBPACK_IMPORTED_MODULE_0__/* .candidateOf */ .RH)(path) !== undefined || (0,_documents_candidate_js__WEBPACK_IMPORTED_MODULE_0__/* .isOursByName */ .yg)(path) || (0,_model_alert_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .mayHoldAlertRules */ .WX)(path);
}
/** A look at a file: true where something of ours may stand in it, or where it decides what others mean. */
function matters(path, content) {
    if (content === undefined)
        return false;
    if ((0,_documents_candidate_js__WEBPACK_IMPORTED_MODULE_0__/* .isOursByName */ .yg)(path) || (0,_documents_chart_js__WEBPACK_IMPORTED_MODULE_1__/* .templatesShapedBy */ .oU)(path) !== undefined || (0,_model_references_generated_entry_js__WEBPACK_IMPORTED_MODULE_4__/* .isKustomization */ .S)(path))
        return true;
    if ('reason' in content)
        return mayMatter(path);
    const { bytes } = content;
    if ((0,_model_alert_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .mayHoldAlertRules */ .WX)(path) && (0,_model_alert_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .alertRulesOf */ .JQ)(bytes).exist)
        return true;
    return (0,_read_js__WEBPACK_IMPORTED_MODULE_5__/* .mayHoldOurs */ .Mj)(path, bytes) || (0,_model_handshakes_kubernetes_service_js__WEBPACK_IMPORTED_MODULE_3__/* .mayHoldServices */ .D2)(path, bytes);
}
//# sourceMappingURL=matter.js.map

/***/ })

};
;