"use strict";
exports.id = 673;
exports.ids = [673];
exports.modules = {

/***/ 61673:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   filesCommand: () => (/* binding */ filesCommand)
/* harmony export */ });
/* harmony import */ var _lint_read_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26353);
/* harmony import */ var _policy_selection_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(42630);
/* harmony import */ var _report_summary_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7356);
/* harmony import */ var _report_visible_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(86030);
/* harmony import */ var _configuration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83429);
/* harmony import */ var _whole_report_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19599);






/**
 * `promsec files`: a line for each file that is read, with its dialects, and for each that could be ours and is not,
 * with the reason.
 */
async function filesCommand(command, terminal) {
    const tree = (0,_whole_report_js__WEBPACK_IMPORTED_MODULE_3__/* .treeFor */ .UJ)({ ...terminal, paths: command.words });
    const configuration = await (0,_configuration_js__WEBPACK_IMPORTED_MODULE_2__/* .configurationFor */ .a2)(tree.root, command.configuration, terminal.folder);
    const lines = [];
    for (const { path, documents, faults, unread } of (0,_lint_read_js__WEBPACK_IMPORTED_MODULE_0__/* .readingsOf */ .RO)(tree, (0,_policy_selection_js__WEBPACK_IMPORTED_MODULE_4__/* .selectionOf */ .W)(configuration))) {
        const dialects = counted(documents.map(document => document.dialect));
        const reasons = [...(unread === undefined ? [] : [unread]), ...new Set(faults.map(fault => fault.reason))];
        const notes = [...(dialects === '' ? [] : [dialects]), ...reasons.map(reason => `not read: ${reason}`)];
        lines.push(`${(0,_report_visible_js__WEBPACK_IMPORTED_MODULE_5__/* .visibleText */ .Q6)(path)}: ${notes.join('; ')}`);
    }
    const others = tree.paths.length - lines.length;
    const rest = `${(0,_report_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .numbered */ .jN)(others, 'other file')} not read: excluded, or nothing in them is for promsec`;
    terminal.print([...lines, ...(others > 0 ? [rest] : []), ''].join('\n'));
    return 0;
}
/** `prometheus`, or `3 operator` where there are several. */
function counted(dialects) {
    return [...new Set(dialects)]
        .map(dialect => {
        const count = dialects.filter(other => other === dialect).length;
        return count === 1 ? dialect : `${count} ${dialect}`;
    })
        .join(', ');
}
//# sourceMappingURL=files-command.js.map

/***/ })

};
;