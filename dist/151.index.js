"use strict";
exports.id = 151;
exports.ids = [151];
exports.modules = {

/***/ 7151:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fixCommand: () => (/* binding */ fixCommand)
});

// EXTERNAL MODULE: ./build/bundle/src/lint/linted.js
var linted = __webpack_require__(63011);
// EXTERNAL MODULE: ./build/bundle/src/documents/chart.js
var chart = __webpack_require__(29016);
// EXTERNAL MODULE: ./build/bundle/src/findings/order.js
var order = __webpack_require__(6328);
// EXTERNAL MODULE: ./build/bundle/src/parse/encoding.js
var encoding = __webpack_require__(47152);
// EXTERNAL MODULE: ./build/bundle/src/policy/selection.js
var selection = __webpack_require__(42630);
// EXTERNAL MODULE: ./build/bundle/src/text/grouped.js
var grouped = __webpack_require__(19159);
// EXTERNAL MODULE: ./build/bundle/src/text/text-edit.js
var text_edit = __webpack_require__(13499);
// EXTERNAL MODULE: ./build/bundle/src/lint/lint.js + 15 modules
var lint = __webpack_require__(36225);
// EXTERNAL MODULE: ./build/bundle/src/lint/lower.js
var lower = __webpack_require__(75214);
;// CONCATENATED MODULE: ./build/bundle/src/lint/mended.js








/**
 * Makes the fixes of findings and lints again, until none is left to make: a fix is kept only where what it mends is gone,
 * nothing new is found and nothing can no longer be read. Fixes that change the same place are made one after the other.
 */
function mended(input, choice) {
    const first = stateWith(input, new Map());
    const made = [];
    const refused = new Map();
    const isOpen = (finding) => (choice === 'all' || finding.fix.isSafe) && !refused.has(nameOf(finding));
    let state = first;
    for (;;) {
        const open = state.report.findings.filter(isMendable).filter(isOpen);
        if (open.length === 0)
            break;
        const round = new Round(input, state);
        round.make(withoutCollisions(open));
        // What is refused may be right once other things are mended.
        if (round.made.length > 0)
            refused.clear();
        else
            for (const finding of round.refused)
                refused.set(nameOf(finding), finding);
        made.push(...round.made);
        state = round.outcome;
    }
    return {
        before: first.report,
        report: state.report,
        files: [...state.texts.values()].sort((a, b) => (0,order/* inCodeUnitOrder */.ZL)(a.path, b.path)),
        made,
        refused: [...refused.values()],
    };
}
/** Fixes made in one state, whose places they all name. */
class Round {
    #input;
    #start;
    made = [];
    refused = [];
    outcome;
    constructor(input, start) {
        this.#input = input;
        this.#start = start;
        this.outcome = start;
    }
    /** Makes as many of the fixes as do what they promise: all at once, and where that goes wrong each half by itself. */
    make(findings) {
        if (findings.length === 0)
            return;
        const all = [...this.made, ...findings];
        const outcome = stateAfter(this.#input, this.#start, all);
        if (isBetter(outcome.report, this.#start.report, all)) {
            this.made.push(...findings);
            this.outcome = outcome;
        }
        else if (findings.length === 1) {
            this.refused.push(...findings);
        }
        else {
            const middle = findings.length >> 1;
            this.make(findings.slice(0, middle));
            this.make(findings.slice(middle));
        }
    }
}
function isMendable(finding) {
    return finding.fix !== undefined;
}
/** Findings of which no fix reaches into that of another; several may ask for the very same. */
function withoutCollisions(findings) {
    const taken = new Map();
    return findings.filter(({ fix }) => {
        const isFree = fix.edits.every(edit => {
            return taken.get(edit.at.file.path)?.every(other => isSame(edit, other) || !meets(edit, other)) !== false;
        });
        if (!isFree)
            return false;
        for (const edit of fix.edits) {
            const { path } = edit.at.file;
            taken.set(path, taken.get(path) ?? []);
            taken.get(path)?.push(edit);
        }
        return true;
    });
}
function keyOf({ at, text }) {
    return JSON.stringify([at.file.path, at.start, at.end, text]);
}
/** Of two edits of one file. */
function isSame(one, other) {
    return one.at.start === other.at.start && one.at.end === other.at.end && one.text === other.text;
}
/** True where one edit reaches into another of the same file, or both put something at the same place. */
function meets({ at: one }, { at: other }) {
    return (one.start < other.end && other.start < one.end) || (one.start === other.start && one.end === other.end);
}
function stateAfter(input, state, findings) {
    const texts = new Map(state.texts);
    for (const [path, ofFile] of editsByPath(findings)) {
        const text = ofFile[0]?.at.file.text ?? '';
        texts.set(path, { path, before: texts.get(path)?.before ?? text, after: (0,text_edit/* textAfter */.N)(text, ofFile) });
    }
    return stateWith(input, texts, state);
}
function stateWith(input, texts, before) {
    const files = treeWith(input.files, texts);
    const changed = [...texts.values()].filter(({ path, after }) => before?.texts.get(path)?.after !== after);
    const isChanged = new Set(changed.map(({ path }) => path));
    const isReshaped = (0,chart/* reshapedBy */.ME)([...isChanged]);
    const read = (0,lower/* lowered */.D)(files, (0,selection/* selectionOf */.W)(input.configuration), input.decipher, {
        byPath: before?.lowered.byPath ?? new Map(),
        isSame: path => before !== undefined && !isChanged.has(path) && !isReshaped(path),
    });
    return { texts, lowered: read, report: (0,lint/* lint */.u)({ ...input, files, lowered: read }) };
}
function treeWith(files, texts) {
    return {
        ...files,
        read(path) {
            const content = files.read(path);
            const text = texts.get(path)?.after;
            return text === undefined || content === undefined || 'reason' in content
                ? content
                : { bytes: (0,encoding/* bytesLike */.D0)(content.bytes, text) };
        },
    };
}
/**
 * True where all that was to be mended is gone, nothing is found that was not there, and all can still be read. What is found
 * in the same characters is the same, whatever the path to them is called by now.
 */
function isBetter(after, before, made) {
    const left = before.findings.filter(beyond(made));
    const added = after.findings.filter(beyond(left));
    const gone = left.filter(beyond(after.findings));
    const unread = new Set(before.unread.map(({ path }) => path));
    return added.every(isMovedFrom(gone, made)) && after.unread.every(({ path }) => unread.has(path));
}
/** Whether a finding, of some that are asked for one after the other, is more than there are of its name among others. */
function beyond(others) {
    const counts = new Map();
    for (const other of others)
        counts.set(nameOf(other), (counts.get(nameOf(other)) ?? 0) + 1);
    return finding => {
        const count = counts.get(nameOf(finding)) ?? 0;
        counts.set(nameOf(finding), count - 1);
        return count <= 0;
    };
}
/** Whether a finding is one that was there before fixes were made, by what it is and its characters. */
function isMovedFrom(gone, made) {
    const edits = editsByPath(made);
    const moved = new Set(gone.flatMap(({ ruleId, at }) => {
        const place = (0,text_edit/* placeAfter */.e)(at, edits.get(at.file.path) ?? []);
        return place === undefined ? [] : placeNameOf(ruleId, at.file.path, place);
    }));
    return ({ ruleId, at }) => moved.has(placeNameOf(ruleId, at.file.path, at));
}
/** The edits of fixes, each once. */
function editsByPath(findings) {
    const edits = new Map(findings.flatMap(({ fix }) => fix.edits).map(edit => [keyOf(edit), edit]));
    return (0,grouped/* groupedBy */.m)([...edits.values()], ({ at }) => at.file.path);
}
function placeNameOf(ruleId, path, { start, end }) {
    return `${ruleId} ${start}-${end} ${path}`;
}
function nameOf({ ruleId, at, fingerprint }) {
    return `${ruleId} ${fingerprint} ${at.file.path}`;
}
//# sourceMappingURL=mended.js.map
;// CONCATENATED MODULE: ./node_modules/diff/libesm/diff/base.js
class Diff {
    diff(oldStr, newStr, 
    // Type below is not accurate/complete - see above for full possibilities - but it compiles
    options = {}) {
        let callback;
        if (typeof options === 'function') {
            callback = options;
            options = {};
        }
        else if ('callback' in options) {
            callback = options.callback;
        }
        // Allow subclasses to massage the input prior to running
        const oldString = this.castInput(oldStr, options);
        const newString = this.castInput(newStr, options);
        const oldTokens = this.removeEmpty(this.tokenize(oldString, options));
        const newTokens = this.removeEmpty(this.tokenize(newString, options));
        return this.diffWithOptionsObj(oldTokens, newTokens, options, callback);
    }
    diffWithOptionsObj(oldTokens, newTokens, options, callback) {
        var _a;
        const done = (value) => {
            value = this.postProcess(value, options);
            if (callback) {
                setTimeout(function () { callback(value); }, 0);
                return undefined;
            }
            else {
                return value;
            }
        };
        const newLen = newTokens.length, oldLen = oldTokens.length;
        let editLength = 1;
        let maxEditLength = newLen + oldLen;
        if (options.maxEditLength != null) {
            maxEditLength = Math.min(maxEditLength, options.maxEditLength);
        }
        const maxExecutionTime = (_a = options.timeout) !== null && _a !== void 0 ? _a : Infinity;
        const abortAfterTimestamp = Date.now() + maxExecutionTime;
        const bestPath = [{ oldPos: -1, lastComponent: undefined }];
        // Seed editLength = 0, i.e. the content starts with the same values
        let newPos = this.extractCommon(bestPath[0], newTokens, oldTokens, 0, options);
        if (bestPath[0].oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
            // Identity per the equality and tokenizer
            return done(this.buildValues(bestPath[0].lastComponent, newTokens, oldTokens));
        }
        // Once we hit the right edge of the edit graph on some diagonal k, we can
        // definitely reach the end of the edit graph in no more than k edits, so
        // there's no point in considering any moves to diagonal k+1 any more (from
        // which we're guaranteed to need at least k+1 more edits).
        // Similarly, once we've reached the bottom of the edit graph, there's no
        // point considering moves to lower diagonals.
        // We record this fact by setting minDiagonalToConsider and
        // maxDiagonalToConsider to some finite value once we've hit the edge of
        // the edit graph.
        // This optimization is not faithful to the original algorithm presented in
        // Myers's paper, which instead pointlessly extends D-paths off the end of
        // the edit graph - see page 7 of Myers's paper which notes this point
        // explicitly and illustrates it with a diagram. This has major performance
        // implications for some common scenarios. For instance, to compute a diff
        // where the new text simply appends d characters on the end of the
        // original text of length n, the true Myers algorithm will take O(n+d^2)
        // time while this optimization needs only O(n+d) time.
        let minDiagonalToConsider = -Infinity, maxDiagonalToConsider = Infinity;
        // Main worker method. checks all permutations of a given edit length for acceptance.
        const execEditLength = () => {
            for (let diagonalPath = Math.max(minDiagonalToConsider, -editLength); diagonalPath <= Math.min(maxDiagonalToConsider, editLength); diagonalPath += 2) {
                let basePath;
                const removePath = bestPath[diagonalPath - 1], addPath = bestPath[diagonalPath + 1];
                if (removePath) {
                    // No one else is going to attempt to use this value, clear it
                    // @ts-expect-error - perf optimisation. This type-violating value will never be read.
                    bestPath[diagonalPath - 1] = undefined;
                }
                let canAdd = false;
                if (addPath) {
                    // what newPos will be after we do an insertion:
                    const addPathNewPos = addPath.oldPos - diagonalPath;
                    canAdd = addPath && 0 <= addPathNewPos && addPathNewPos < newLen;
                }
                const canRemove = removePath && removePath.oldPos + 1 < oldLen;
                if (!canAdd && !canRemove) {
                    // If this path is a terminal then prune
                    // @ts-expect-error - perf optimisation. This type-violating value will never be read.
                    bestPath[diagonalPath] = undefined;
                    continue;
                }
                // Select the diagonal that we want to branch from. We select the prior
                // path whose position in the old string is the farthest from the origin
                // and does not pass the bounds of the diff graph
                if (!canRemove || (canAdd && removePath.oldPos < addPath.oldPos)) {
                    basePath = this.addToPath(addPath, true, false, 0, options);
                }
                else {
                    basePath = this.addToPath(removePath, false, true, 1, options);
                }
                newPos = this.extractCommon(basePath, newTokens, oldTokens, diagonalPath, options);
                if (basePath.oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
                    // If we have hit the end of both strings, then we are done
                    return done(this.buildValues(basePath.lastComponent, newTokens, oldTokens)) || true;
                }
                else {
                    bestPath[diagonalPath] = basePath;
                    if (basePath.oldPos + 1 >= oldLen) {
                        maxDiagonalToConsider = Math.min(maxDiagonalToConsider, diagonalPath - 1);
                    }
                    if (newPos + 1 >= newLen) {
                        minDiagonalToConsider = Math.max(minDiagonalToConsider, diagonalPath + 1);
                    }
                }
            }
            editLength++;
        };
        // Performs the length of edit iteration. Is a bit fugly as this has to support the
        // sync and async mode which is never fun. Loops over execEditLength until a value
        // is produced, or until the edit length exceeds options.maxEditLength (if given),
        // in which case it will return undefined.
        if (callback) {
            (function exec() {
                setTimeout(function () {
                    if (editLength > maxEditLength || Date.now() > abortAfterTimestamp) {
                        return callback(undefined);
                    }
                    if (!execEditLength()) {
                        exec();
                    }
                }, 0);
            }());
        }
        else {
            while (editLength <= maxEditLength && Date.now() <= abortAfterTimestamp) {
                const ret = execEditLength();
                if (ret) {
                    return ret;
                }
            }
        }
    }
    addToPath(path, added, removed, oldPosInc, options) {
        const last = path.lastComponent;
        if (last && !options.oneChangePerToken && last.added === added && last.removed === removed) {
            return {
                oldPos: path.oldPos + oldPosInc,
                lastComponent: { count: last.count + 1, added: added, removed: removed, previousComponent: last.previousComponent }
            };
        }
        else {
            return {
                oldPos: path.oldPos + oldPosInc,
                lastComponent: { count: 1, added: added, removed: removed, previousComponent: last }
            };
        }
    }
    extractCommon(basePath, newTokens, oldTokens, diagonalPath, options) {
        const newLen = newTokens.length, oldLen = oldTokens.length;
        let oldPos = basePath.oldPos, newPos = oldPos - diagonalPath, commonCount = 0;
        while (newPos + 1 < newLen && oldPos + 1 < oldLen && this.equals(oldTokens[oldPos + 1], newTokens[newPos + 1], options)) {
            newPos++;
            oldPos++;
            commonCount++;
            if (options.oneChangePerToken) {
                basePath.lastComponent = { count: 1, previousComponent: basePath.lastComponent, added: false, removed: false };
            }
        }
        if (commonCount && !options.oneChangePerToken) {
            basePath.lastComponent = { count: commonCount, previousComponent: basePath.lastComponent, added: false, removed: false };
        }
        basePath.oldPos = oldPos;
        return newPos;
    }
    equals(left, right, options) {
        if (options.comparator) {
            return options.comparator(left, right);
        }
        else {
            return left === right
                || (!!options.ignoreCase && left.toLowerCase() === right.toLowerCase());
        }
    }
    removeEmpty(array) {
        const ret = [];
        for (let i = 0; i < array.length; i++) {
            if (array[i]) {
                ret.push(array[i]);
            }
        }
        return ret;
    }
    // eslint-disable-next-line @typescript-eslint/no-unused-vars
    castInput(value, options) {
        return value;
    }
    // eslint-disable-next-line @typescript-eslint/no-unused-vars
    tokenize(value, options) {
        return Array.from(value);
    }
    join(chars) {
        // Assumes ValueT is string, which is the case for most subclasses.
        // When it's false, e.g. in diffArrays, this method needs to be overridden (e.g. with a no-op)
        // Yes, the casts are verbose and ugly, because this pattern - of having the base class SORT OF
        // assume tokens and values are strings, but not completely - is weird and janky.
        return chars.join('');
    }
    postProcess(changeObjects, 
    // eslint-disable-next-line @typescript-eslint/no-unused-vars
    options) {
        return changeObjects;
    }
    get useLongestToken() {
        return false;
    }
    buildValues(lastComponent, newTokens, oldTokens) {
        // First we convert our linked list of components in reverse order to an
        // array in the right order:
        const components = [];
        let nextComponent;
        while (lastComponent) {
            components.push(lastComponent);
            nextComponent = lastComponent.previousComponent;
            delete lastComponent.previousComponent;
            lastComponent = nextComponent;
        }
        components.reverse();
        const componentLen = components.length;
        let componentPos = 0, newPos = 0, oldPos = 0;
        for (; componentPos < componentLen; componentPos++) {
            const component = components[componentPos];
            if (!component.removed) {
                if (!component.added && this.useLongestToken) {
                    let value = newTokens.slice(newPos, newPos + component.count);
                    value = value.map(function (value, i) {
                        const oldValue = oldTokens[oldPos + i];
                        return oldValue.length > value.length ? oldValue : value;
                    });
                    component.value = this.join(value);
                }
                else {
                    component.value = this.join(newTokens.slice(newPos, newPos + component.count));
                }
                newPos += component.count;
                // Common case
                if (!component.added) {
                    oldPos += component.count;
                }
            }
            else {
                component.value = this.join(oldTokens.slice(oldPos, oldPos + component.count));
                oldPos += component.count;
            }
        }
        return components;
    }
}

;// CONCATENATED MODULE: ./node_modules/diff/libesm/diff/line.js


class LineDiff extends Diff {
    constructor() {
        super(...arguments);
        this.tokenize = tokenize;
    }
    equals(left, right, options) {
        // If we're ignoring whitespace, we need to normalise lines by stripping
        // whitespace before checking equality. (This has an annoying interaction
        // with newlineIsToken that requires special handling: if newlines get their
        // own token, then we DON'T want to trim the *newline* tokens down to empty
        // strings, since this would cause us to treat whitespace-only line content
        // as equal to a separator between lines, which would be weird and
        // inconsistent with the documented behavior of the options.)
        if (options.ignoreWhitespace) {
            if (!options.newlineIsToken || !left.includes('\n')) {
                left = left.trim();
            }
            if (!options.newlineIsToken || !right.includes('\n')) {
                right = right.trim();
            }
        }
        else if (options.ignoreNewlineAtEof && !options.newlineIsToken) {
            if (left.endsWith('\n')) {
                left = left.slice(0, -1);
            }
            if (right.endsWith('\n')) {
                right = right.slice(0, -1);
            }
        }
        return super.equals(left, right, options);
    }
}
const lineDiff = new LineDiff();
function diffLines(oldStr, newStr, options) {
    return lineDiff.diff(oldStr, newStr, options);
}
function diffTrimmedLines(oldStr, newStr, options) {
    options = generateOptions(options, { ignoreWhitespace: true });
    return lineDiff.diff(oldStr, newStr, options);
}
// Exported standalone so it can be used from jsonDiff too.
function tokenize(value, options) {
    if (options.stripTrailingCr) {
        // remove one \r before \n to match GNU diff's --strip-trailing-cr behavior
        value = value.replace(/\r\n/g, '\n');
    }
    const retLines = [], linesAndNewlines = value.split(/(\n|\r\n)/);
    // Ignore the final empty token that occurs if the string ends with a new line
    if (!linesAndNewlines[linesAndNewlines.length - 1]) {
        linesAndNewlines.pop();
    }
    // Merge the content and line separators into single tokens
    for (let i = 0; i < linesAndNewlines.length; i++) {
        const line = linesAndNewlines[i];
        if (i % 2 && !options.newlineIsToken) {
            retLines[retLines.length - 1] += line;
        }
        else {
            retLines.push(line);
        }
    }
    return retLines;
}

;// CONCATENATED MODULE: ./node_modules/diff/libesm/patch/create.js

/**
 * Returns true if the filename contains characters that require C-style
 * quoting (as used by Git and GNU diffutils in diff output).
 */
function needsQuoting(s) {
    for (let i = 0; i < s.length; i++) {
        if (s[i] < '\x20' || s[i] > '\x7e' || s[i] === '"' || s[i] === '\\') {
            return true;
        }
    }
    return false;
}
/**
 * C-style quotes a filename, encoding special characters as escape sequences
 * and non-ASCII bytes as octal escapes. This is the inverse of
 * `parseQuotedFileName` in parse.ts.
 *
 * Non-ASCII bytes are encoded as UTF-8 before being emitted as octal escapes.
 * This matches the behaviour of both Git and GNU diffutils, which always emit
 * UTF-8 octal escapes regardless of the underlying filesystem encoding (e.g.
 * Git for Windows converts from NTFS's UTF-16 to UTF-8 internally).
 *
 * If the filename doesn't need quoting, returns it as-is.
 */
function quoteFileNameIfNeeded(s) {
    if (!needsQuoting(s)) {
        return s;
    }
    let result = '"';
    const bytes = new TextEncoder().encode(s);
    let i = 0;
    while (i < bytes.length) {
        const b = bytes[i];
        // See https://en.wikipedia.org/wiki/Escape_sequences_in_C#Escape_sequences
        if (b === 0x07) {
            result += '\\a';
        }
        else if (b === 0x08) {
            result += '\\b';
        }
        else if (b === 0x09) {
            result += '\\t';
        }
        else if (b === 0x0a) {
            result += '\\n';
        }
        else if (b === 0x0b) {
            result += '\\v';
        }
        else if (b === 0x0c) {
            result += '\\f';
        }
        else if (b === 0x0d) {
            result += '\\r';
        }
        else if (b === 0x22) {
            result += '\\"';
        }
        else if (b === 0x5c) {
            result += '\\\\';
        }
        else if (b >= 0x20 && b <= 0x7e) {
            // Just a printable ASCII character that is neither a double quote nor a
            // backslash; no need to escape it.
            result += String.fromCharCode(b);
        }
        else {
            // Either part of a non-ASCII character or a control character without a
            // special escape sequence; needs escaping as a 3-digit octal escape
            result += '\\' + b.toString(8).padStart(3, '0');
        }
        i++;
    }
    result += '"';
    return result;
}
const INCLUDE_HEADERS = {
    includeIndex: true,
    includeUnderline: true,
    includeFileHeaders: true
};
const FILE_HEADERS_ONLY = {
    includeIndex: false,
    includeUnderline: false,
    includeFileHeaders: true
};
const OMIT_HEADERS = {
    includeIndex: false,
    includeUnderline: false,
    includeFileHeaders: false
};
function structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options) {
    let optionsObj;
    if (!options) {
        optionsObj = {};
    }
    else if (typeof options === 'function') {
        optionsObj = { callback: options };
    }
    else {
        optionsObj = options;
    }
    if (typeof optionsObj.context === 'undefined') {
        optionsObj.context = 4;
    }
    // We copy this into its own variable to placate TypeScript, which thinks
    // optionsObj.context might be undefined in the callbacks below.
    const context = optionsObj.context;
    // @ts-expect-error (runtime check for something that is correctly a static type error)
    if (optionsObj.newlineIsToken) {
        throw new Error('newlineIsToken may not be used with patch-generation functions, only with diffing functions');
    }
    if (!optionsObj.callback) {
        return diffLinesResultToPatch(diffLines(oldStr, newStr, optionsObj));
    }
    else {
        const { callback } = optionsObj;
        diffLines(oldStr, newStr, Object.assign(Object.assign({}, optionsObj), { callback: (diff) => {
                const patch = diffLinesResultToPatch(diff);
                // TypeScript is unhappy without the cast because it does not understand that `patch` may
                // be undefined here only if `callback` is StructuredPatchCallbackAbortable:
                callback(patch);
            } }));
    }
    function diffLinesResultToPatch(diff) {
        // STEP 1: Build up the patch with no "\ No newline at end of file" lines and with the arrays
        //         of lines containing trailing newline characters. We'll tidy up later...
        if (!diff) {
            return;
        }
        diff.push({ value: '', lines: [] }); // Append an empty value to make cleanup easier
        function contextLines(lines) {
            return lines.map(function (entry) { return ' ' + entry; });
        }
        const hunks = [];
        let oldRangeStart = 0, newRangeStart = 0, curRange = [], oldLine = 1, newLine = 1;
        for (let i = 0; i < diff.length; i++) {
            const current = diff[i], lines = current.lines || splitLines(current.value);
            current.lines = lines;
            if (current.added || current.removed) {
                // If we have previous context, start with that
                if (!oldRangeStart) {
                    const prev = diff[i - 1];
                    oldRangeStart = oldLine;
                    newRangeStart = newLine;
                    if (prev) {
                        curRange = context > 0 ? contextLines(prev.lines.slice(-context)) : [];
                        oldRangeStart -= curRange.length;
                        newRangeStart -= curRange.length;
                    }
                }
                // Output our changes
                for (const line of lines) {
                    curRange.push((current.added ? '+' : '-') + line);
                }
                // Track the updated file position
                if (current.added) {
                    newLine += lines.length;
                }
                else {
                    oldLine += lines.length;
                }
            }
            else {
                // Identical context lines. Track line changes
                if (oldRangeStart) {
                    // Close out any changes that have been output (or join overlapping)
                    if (lines.length <= context * 2 && i < diff.length - 2) {
                        // Overlapping
                        for (const line of contextLines(lines)) {
                            curRange.push(line);
                        }
                    }
                    else {
                        // end the range and output
                        const contextSize = Math.min(lines.length, context);
                        for (const line of contextLines(lines.slice(0, contextSize))) {
                            curRange.push(line);
                        }
                        const hunk = {
                            oldStart: oldRangeStart,
                            oldLines: (oldLine - oldRangeStart + contextSize),
                            newStart: newRangeStart,
                            newLines: (newLine - newRangeStart + contextSize),
                            lines: curRange
                        };
                        hunks.push(hunk);
                        oldRangeStart = 0;
                        newRangeStart = 0;
                        curRange = [];
                    }
                }
                oldLine += lines.length;
                newLine += lines.length;
            }
        }
        // Step 2: eliminate the trailing `\n` from each line of each hunk, and, where needed, add
        //         "\ No newline at end of file".
        for (const hunk of hunks) {
            for (let i = 0; i < hunk.lines.length; i++) {
                if (hunk.lines[i].endsWith('\n')) {
                    hunk.lines[i] = hunk.lines[i].slice(0, -1);
                }
                else {
                    hunk.lines.splice(i + 1, 0, '\\ No newline at end of file');
                    i++; // Skip the line we just added, then continue iterating
                }
            }
        }
        return {
            oldFileName: oldFileName, newFileName: newFileName,
            oldHeader: oldHeader, newHeader: newHeader,
            hunks: hunks
        };
    }
}
/**
 * creates a unified diff patch.
 *
 * @param patch either a single structured patch object (as returned by `structuredPatch`) or an
 *   array of them (as returned by `parsePatch`).
 * @param headerOptions behaves the same as the `headerOptions` option of `createTwoFilesPatch`.
 *   Ignored for patches where `isGit` is `true`.
 *
 * When a patch has `isGit: true`, `formatPatch` output is changed to more closely match Git's
 * output: it emits a `diff --git` header, emits Git extended headers as appropriate based on
 * properties like `isRename`, `isCreate`, `newMode`, etc, and will omit `---`/`+++` file
 * headers for patches with no hunks (e.g. renames without content changes).
 */
function formatPatch(patch, headerOptions) {
    var _a, _b, _c, _d, _e, _f;
    if (!headerOptions) {
        headerOptions = INCLUDE_HEADERS;
    }
    if (Array.isArray(patch)) {
        if (patch.length > 1 && !headerOptions.includeFileHeaders && !patch.every(p => p.isGit)) {
            throw new Error('Cannot omit file headers on a multi-file patch. '
                + '(The result would be unparseable; how would a tool trying to apply '
                + 'the patch know which changes are to which file?)');
        }
        return patch.map(p => formatPatch(p, headerOptions)).join('\n');
    }
    const ret = [];
    // Git patches have a fixed header format (diff --git, extended headers,
    // and ---/+++ when hunks are present), so headerOptions is ignored.
    if (patch.isGit) {
        headerOptions = INCLUDE_HEADERS;
        // Emit Git-style diff --git header and extended headers.
        // Git never puts /dev/null in the "diff --git" line; for file
        // creations/deletions it uses the real filename on both sides.
        if (!patch.oldFileName) {
            throw new Error('oldFileName must be specified for Git patches');
        }
        if (!patch.newFileName) {
            throw new Error('newFileName must be specified for Git patches');
        }
        let gitOldName = patch.oldFileName;
        let gitNewName = patch.newFileName;
        if (patch.isCreate && gitOldName === '/dev/null') {
            gitOldName = gitNewName.replace(/^b\//, 'a/');
        }
        else if (patch.isDelete && gitNewName === '/dev/null') {
            gitNewName = gitOldName.replace(/^a\//, 'b/');
        }
        ret.push('diff --git ' + quoteFileNameIfNeeded(gitOldName) + ' ' + quoteFileNameIfNeeded(gitNewName));
        if (patch.isDelete) {
            ret.push('deleted file mode ' + ((_a = patch.oldMode) !== null && _a !== void 0 ? _a : '100644'));
        }
        if (patch.isCreate) {
            ret.push('new file mode ' + ((_b = patch.newMode) !== null && _b !== void 0 ? _b : '100644'));
        }
        if (patch.oldMode && patch.newMode && !patch.isDelete && !patch.isCreate) {
            ret.push('old mode ' + patch.oldMode);
            ret.push('new mode ' + patch.newMode);
        }
        if (patch.isRename) {
            ret.push('rename from ' + quoteFileNameIfNeeded(((_c = patch.oldFileName) !== null && _c !== void 0 ? _c : '').replace(/^a\//, '')));
            ret.push('rename to ' + quoteFileNameIfNeeded(((_d = patch.newFileName) !== null && _d !== void 0 ? _d : '').replace(/^b\//, '')));
        }
        if (patch.isCopy) {
            ret.push('copy from ' + quoteFileNameIfNeeded(((_e = patch.oldFileName) !== null && _e !== void 0 ? _e : '').replace(/^a\//, '')));
            ret.push('copy to ' + quoteFileNameIfNeeded(((_f = patch.newFileName) !== null && _f !== void 0 ? _f : '').replace(/^b\//, '')));
        }
    }
    else {
        if (headerOptions.includeIndex && patch.oldFileName == patch.newFileName && patch.oldFileName !== undefined) {
            ret.push('Index: ' + patch.oldFileName);
        }
        if (headerOptions.includeUnderline) {
            ret.push('===================================================================');
        }
    }
    // Emit --- / +++ file headers. For Git patches with no hunks (e.g.
    // pure renames, mode-only changes), Git omits these, so we do too.
    const hasHunks = patch.hunks.length > 0;
    if (headerOptions.includeFileHeaders && patch.oldFileName !== undefined && patch.newFileName !== undefined
        && (!patch.isGit || hasHunks)) {
        ret.push('--- ' + quoteFileNameIfNeeded(patch.oldFileName) + (patch.oldHeader ? '\t' + patch.oldHeader : ''));
        ret.push('+++ ' + quoteFileNameIfNeeded(patch.newFileName) + (patch.newHeader ? '\t' + patch.newHeader : ''));
    }
    for (let i = 0; i < patch.hunks.length; i++) {
        const hunk = patch.hunks[i];
        // Unified Diff Format quirk: If the chunk size is 0,
        // the first number is one lower than one would expect.
        // https://www.artima.com/weblogs/viewpost.jsp?thread=164293
        const oldStart = hunk.oldLines === 0 ? hunk.oldStart - 1 : hunk.oldStart;
        const newStart = hunk.newLines === 0 ? hunk.newStart - 1 : hunk.newStart;
        ret.push('@@ -' + oldStart + ',' + hunk.oldLines
            + ' +' + newStart + ',' + hunk.newLines
            + ' @@');
        for (const line of hunk.lines) {
            ret.push(line);
        }
    }
    return ret.join('\n') + '\n';
}
function createTwoFilesPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options) {
    if (typeof options === 'function') {
        options = { callback: options };
    }
    if (!(options === null || options === void 0 ? void 0 : options.callback)) {
        const patchObj = structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options);
        if (!patchObj) {
            return;
        }
        return formatPatch(patchObj, options === null || options === void 0 ? void 0 : options.headerOptions);
    }
    else {
        const { callback } = options;
        structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, Object.assign(Object.assign({}, options), { callback: patchObj => {
                if (!patchObj) {
                    callback(undefined);
                }
                else {
                    callback(formatPatch(patchObj, options.headerOptions));
                }
            } }));
    }
}
function createPatch(fileName, oldStr, newStr, oldHeader, newHeader, options) {
    return createTwoFilesPatch(fileName, fileName, oldStr, newStr, oldHeader, newHeader, options);
}
/**
 * Split `text` into an array of lines, including the trailing newline character (where present)
 */
function splitLines(text) {
    const hasTrailingNl = text.endsWith('\n');
    const result = text.split('\n').map(line => line + '\n');
    if (hasTrailingNl) {
        result.pop();
    }
    else {
        result.push(result.pop().slice(0, -1));
    }
    return result;
}

// EXTERNAL MODULE: ./build/bundle/src/report/frame.js
var report_frame = __webpack_require__(43077);
// EXTERNAL MODULE: ./build/bundle/src/report/secrets.js
var secrets = __webpack_require__(68821);
// EXTERNAL MODULE: ./build/bundle/src/report/visible.js
var visible = __webpack_require__(86030);
;// CONCATENATED MODULE: ./build/bundle/src/report/patch.js




/** Shorter ones stand everywhere by chance. */
const LEAST_SECRET = 4;
/**
 * The changes of files as a unified diff, in which secrets are masked on either side: where one stands in or near a change,
 * the diff is for reading and cannot be applied.
 *
 * @param before the report on the files as they were. @param after on the files as they are to be.
 */
function patchOf(files, before, after) {
    const [hiddenBefore, hiddenAfter] = [new secrets/* Secrets */.S(before.secrets), new secrets/* Secrets */.S(after.secrets)];
    return files
        .map(({ path, before: oldText, after: newText }) => {
        const words = [...secretLines(path, oldText, hiddenBefore), ...secretLines(path, newText, hiddenAfter)];
        const [oldShown, newShown] = [shownText(path, oldText, hiddenBefore), shownText(path, newText, hiddenAfter)];
        return createTwoFilesPatch(`a/${path}`, `b/${path}`, withoutWords(oldShown, words), withoutWords(newShown, words), undefined, undefined, { context: 3, headerOptions: FILE_HEADERS_ONLY });
    })
        .join('');
}
/** The lines of the secrets of a text, which a change may have put somewhere else. */
function secretLines(path, text, secrets) {
    return secrets
        .within(path, 0, text.length)
        .flatMap(({ start, end }) => text.slice(start, end).split(/[\r\n]+/))
        .map(line => line.trim())
        .filter(line => line.length >= LEAST_SECRET);
}
/** A text with its secrets masked line by line, and what cannot be seen written out; line ends stand as they are. */
function shownText(path, text, secrets) {
    const pieces = [];
    let at = 0;
    for (const { start, end } of secrets.within(path, 0, text.length)) {
        pieces.push(text.slice(at, start), text.slice(start, end).replaceAll(/[^\r\n]+/g, report_frame/* MASK */.v5));
        at = end;
    }
    pieces.push(text.slice(at));
    return pieces.join('').split('\r\n').map(visible/* visibleLines */.gB).join('\r\n');
}
function withoutWords(text, words) {
    return words.reduce((shown, word) => shown.replaceAll(word, report_frame/* MASK */.v5), text);
}
//# sourceMappingURL=patch.js.map
// EXTERNAL MODULE: ./build/bundle/src/report/position.js
var position = __webpack_require__(45361);
// EXTERNAL MODULE: ./build/bundle/src/report/summary.js
var summary = __webpack_require__(7356);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/bundle/src/edge/mended-files.js



/**
 * Writes files as fixes leave them, each in its own encoding. What has been changed since it was read is left alone.
 *
 * @returns what was not written and why, a sentence each.
 */
function writeMended(files, tree) {
    return files.flatMap(file => refusalOf(file, tree) ?? []);
}
function refusalOf({ path, before, after }, tree) {
    const content = tree.read(path);
    const bytes = content === undefined || 'reason' in content ? undefined : content.bytes;
    const decoding = bytes && (0,encoding/* textOf */.b6)(bytes);
    if (bytes === undefined || decoding === undefined || 'reason' in decoding || decoding.text !== before) {
        return `${path} was changed while it was mended, and is left as it is; run promsec again`;
    }
    try {
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.resolve)(tree.root, path), (0,encoding/* bytesLike */.D0)(bytes, after));
        return undefined;
    }
    catch {
        return `${path} cannot be written; check its permissions`;
    }
}
//# sourceMappingURL=mended-files.js.map
// EXTERNAL MODULE: ./build/bundle/src/edge/verdict.js
var verdict = __webpack_require__(67058);
// EXTERNAL MODULE: ./build/bundle/src/edge/whole-report.js
var whole_report = __webpack_require__(19599);
// EXTERNAL MODULE: ./build/bundle/src/edge/cli/lint-command.js
var lint_command = __webpack_require__(44829);
// EXTERNAL MODULE: ./build/bundle/src/edge/cli/saved.js
var saved = {get _(){return __webpack_require__(28573)._}};
;// CONCATENATED MODULE: ./build/bundle/src/edge/cli/fix-command.js










/**
 * `promsec --fix`: mends the files and reports what is left; what was done is said on standard error. A dry run prints what
 * would change and leaves everything as it is, with the status of that.
 */
async function fixCommand(command, { choice, isDryRun }, terminal) {
    const request = (0,lint_command/* requestOf */.fo)(command, terminal);
    const tree = (0,whole_report/* treeFor */.UJ)(request);
    const configuration = await (0,whole_report/* configurationOf */.QV)(request, tree);
    const { now } = request;
    const outcome = await (0,linted/* answered */.o)(answers => mended({ files: tree, configuration, now, ...answers }, choice));
    if (isDryRun) {
        const patch = patchOf(outcome.files, outcome.before, outcome.report);
        if (command.output === undefined)
            terminal.print(patch);
        else
            (0,saved/* saved */._)(command.output, patch, terminal.folder);
        for (const line of linesOn(outcome, choice, 'would be mended'))
            terminal.complain(line);
        return (0,verdict/* exitStatusOf */.e)(await (0,whole_report/* subtracted */.Gu)(outcome.before, request, tree, configuration), configuration);
    }
    const refusals = writeMended(outcome.files, tree);
    if (refusals.length > 0) {
        await (0,lint_command/* concluded */._S)(await (0,whole_report/* wholeReport */.wA)(request), command, terminal);
        for (const refusal of refusals)
            terminal.complain(refusal);
        return 2;
    }
    const report = (0,whole_report/* asRequested */.pt)(await (0,whole_report/* subtracted */.Gu)(outcome.report, request, tree, configuration), request);
    const status = await (0,lint_command/* concluded */._S)({ report, configuration }, command, terminal);
    for (const line of linesOn(outcome, choice, 'mended'))
        terminal.complain(line);
    return status;
}
function linesOn({ made, refused, files, report }, choice, mendedWord) {
    const isSafe = choice === 'safe';
    const unsafe = isSafe ? report.findings.filter(({ fix }) => fix?.isSafe === false).length : 0;
    return [
        ...made.map(finding => `${placeOf(finding)}: ${finding.ruleId} ${mendedWord}: ${finding.fix.title}`),
        made.length === 0
            ? `there is nothing that a ${isSafe ? 'safe ' : ''}fix would mend`
            : `${(0,summary/* numbered */.jN)(made.length, 'finding')} in ${(0,summary/* numbered */.jN)(files.length, 'file')} ${mendedWord}`,
        ...refused.map(finding => `${placeOf(finding)}: ${finding.ruleId} is left, since its fix would bring another finding; mend it by hand`),
        ...(unsafe === 0
            ? []
            : [`${(0,summary/* numbered */.jN)(unsafe, 'finding')} can be mended by --fix=unsafe, after which something is left to do`]),
    ];
}
function placeOf({ at }) {
    return `${at.file.path}:${(0,position/* rangeOf */.be)(at).line}`;
}
//# sourceMappingURL=fix-command.js.map

/***/ }),

/***/ 13499:
/***/ ((module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ textAfter),
/* harmony export */   e: () => (/* binding */ placeAfter)
/* harmony export */ });
/**
 * A text with edits made in it. They may come in any order, and none may reach into another.
 *
 * @param edits of this text alone.
 */
function textAfter(text, edits) {
    let result = '';
    let end = 0;
    for (const { at, text: replacement } of edits.toSorted((a, b) => a.at.start - b.at.start || a.at.end - b.at.end)) {
        if (!at.exact || at.start < end)
            throw new Error('an edit is not exact, or reaches into another');
        result += text.slice(end, at.start) + replacement;
        end = at.end;
    }
    return result + text.slice(end);
}
/**
 * Where the characters of a place stand once edits are made in its file; `undefined` where an edit reaches across an end of
 * the place. What is put in at an end of it is no part of it.
 */
function placeAfter({ start, end }, edits) {
    let [before, within] = [0, 0];
    for (const { at, text } of edits) {
        const growth = text.length - (at.end - at.start);
        if (at.end <= start)
            before += growth;
        else if (at.start >= start && at.end <= end && at.start < end)
            within += growth;
        else if (at.start < end)
            return undefined;
    }
    return { start: start + before, end: end + before + within };
}
//# sourceMappingURL=text-edit.js.map
void module.id;


/***/ })

};
;