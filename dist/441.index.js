"use strict";
exports.id = 441;
exports.ids = [441];
exports.modules = {

/***/ 80441:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   rulesCommand: () => (/* binding */ rulesCommand),
/* harmony export */   severitiesOf: () => (/* binding */ severitiesOf)
/* harmony export */ });
/* harmony import */ var _findings_engine_rules_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4522);
/* harmony import */ var _rules_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65037);
/* harmony import */ var _usage_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52839);



const ALL = [..._rules_index_js__WEBPACK_IMPORTED_MODULE_1__/* .RULES */ .y, ..._findings_engine_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .ENGINE_RULES */ .NR];
/** `promsec rules`: a line for each rule. @throws UsageError where words follow. */
function rulesCommand({ words }, terminal) {
    if (words.length > 0)
        throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .e(['rules takes no path; for a folder of that name say ./rules']);
    const width = Math.max(...ALL.map(rule => rule.id.length));
    const severityWidth = Math.max(...ALL.map(rule => severitiesOf(rule).length));
    terminal.print(ALL.map(rule => `${rule.id.padEnd(width)}  ${severitiesOf(rule).padEnd(severityWidth)}  ${rule.summary}\n`).join(''));
    return 0;
}
/** `error`, `error, warning` where the rule has a milder case, `note (pedantic)` where it runs only when asked for. */
function severitiesOf(rule) {
    const { severity, milderSeverity } = rule;
    const severities = milderSeverity === undefined ? severity : `${severity}, ${milderSeverity}`;
    return 'isPedantic' in rule && rule.isPedantic === true ? `${severities} (pedantic)` : severities;
}
//# sourceMappingURL=rules-command.js.map

/***/ })

};
;