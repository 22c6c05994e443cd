"use strict";
exports.id = 783;
exports.ids = [783];
exports.modules = {

/***/ 91184:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  revisionReport: () => (/* binding */ revisionReport)
});

// EXTERNAL MODULE: ./build/bundle/src/edge/compared-report.js + 3 modules
var compared_report = __webpack_require__(87791);
// EXTERNAL MODULE: ./build/bundle/src/edge/usage-error.js
var usage_error = __webpack_require__(52839);
// EXTERNAL MODULE: ./build/bundle/src/edge/git/checkout.js
var checkout = __webpack_require__(55370);
// EXTERNAL MODULE: ./build/bundle/src/edge/git/commit.js
var git_commit = __webpack_require__(97211);
// EXTERNAL MODULE: ./build/bundle/src/edge/git/git-base.js + 1 modules
var git_base = __webpack_require__(10154);
;// CONCATENATED MODULE: ./build/bundle/src/edge/git/revision-base.js




/**
 * The base that a user names: where the checkout parted from a revision.
 *
 * @throws UsageError where git knows no such revision.
 */
function baseAtRevision({ root, named }, revision) {
    if ((0,checkout/* gitTopOf */.v_)(root) !== root)
        throw new usage_error/* UsageError */.e([`--base needs a git checkout, and ${root} is none`]);
    const commit = (0,git_commit/* commitNamed */.vj)(root, revision);
    if (commit === undefined)
        throw new usage_error/* UsageError */.e([`--base does not take ${revision}; name a commit that git knows`]);
    const parted = (0,git_commit/* knownMergeBaseOf */.iO)(root, 'HEAD', commit.id);
    if (parted === undefined)
        return { reason: `git does not know where HEAD parted from ${revision}` };
    const name = parted === commit.id ? revision : `where HEAD parted from ${revision}`;
    return (0,git_base/* gitBase */.A)(root, { commit: parted, name }, [...named]);
}
//# sourceMappingURL=revision-base.js.map
;// CONCATENATED MODULE: ./build/bundle/src/edge/cli/revision-report.js


/** What comes of it. Most calls compare with nothing, and do not load this. */
function revisionReport(request, { scope, revision, isWhole }) {
    return (0,compared_report/* comparedReport */._)({
        ...request,
        comparison: { scope, isWhole, findBase: tree => baseAtRevision(tree, revision) },
    });
}
//# sourceMappingURL=revision-report.js.map

/***/ }),

/***/ 38790:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hy: () => (/* binding */ lineInHeadCommit),
/* harmony export */   gf: () => (/* binding */ touchesChange),
/* harmony export */   lE: () => (/* binding */ nearestChangedLine)
/* harmony export */ });
/** The line of the head commit, where GitHub shows results, that a line of what was linted is. Both from 1. */
function lineInHeadCommit({ shifts }, path, line) {
    const shift = shifts.get(path)?.findLast(({ start }) => start <= line);
    return Math.max(1, line + (shift?.offset ?? 0));
}
/** True when one of the lines from `line` to `endLine`, from 1 and inclusive, is changed. */
function touchesChange({ isWhole, lines }, line, endLine) {
    return isWhole || lines.some(({ start, end }) => start <= endLine && line <= end);
}
/**
 * The changed line nearest to a line, of two that are as near the upper one; where lines were only taken out, the one
 * before them. The line itself where each counts as changed or no line is known.
 */
function nearestChangedLine({ isWhole, lines, deletedAfter }, line) {
    if (isWhole)
        return line;
    const nearest = [
        ...lines.map(({ start, end }) => Math.min(Math.max(line, start), end)),
        ...deletedAfter.map(after => Math.max(1, after)),
    ].sort((a, b) => Math.abs(a - line) - Math.abs(b - line) || a - b);
    return nearest[0] ?? line;
}
//# sourceMappingURL=changed-lines.js.map

/***/ })

};
;