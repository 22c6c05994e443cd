"use strict";
exports.id = 435;
exports.ids = [435];
exports.modules = {

/***/ 90435:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HELP: () => (/* binding */ HELP)
/* harmony export */ });
/** What `promsec --help` prints. */
const HELP = `promsec reads the Prometheus configuration of a repository and says what is insecure or about to fail.

Usage:
  promsec [lint] [PATH ...]    lint the repository, or what is below the paths
  promsec merge FILE ...       put reports of --format json together: the shards of a repository, or several repositories
  promsec files [PATH ...]     what would be read, as which dialect, and what not, and why
  promsec certificates [PATH ...]
                               every committed certificate, by the date of its end
                               (--format text|json|csv|ical)
  promsec init                 write a configuration file and a workflow, where there are none
  promsec hash USER            ask for a password, or read it from standard input, and print an entry of basic_auth_users
  promsec baseline             record what is found in .promsec-baseline.json, so that only what is new counts
  promsec explain RULE         why a rule is there, with an example
  promsec explain "ERROR"      what an error of Prometheus means, and where in the repository it comes from
  promsec rules                every rule, with its severity
  promsec completion bash|zsh|fish
                               what makes the shell complete commands, options and their values

Options:
  --format text|json|sarif|github|markdown|html|junit|checkstyle|gitlab|rdjson
  --output FILE                write the report to a file
  --config FILE | --no-config  another configuration file, or none
  --fix                        mend what can be mended safely, and report what is left
  --fix=unsafe                 mend also what leaves something to do, such as a secret that has to be put into a file
  --fix=dry-run|unsafe-dry-run print what that would change as a diff, and leave the files as they are
  --fail-on error|warning|note|never
                               the least severity that makes the exit status 1 (default: error)
  --scope all|new|changed-lines
                               which findings count (default: all, with --base: new)
  --base REV                   compare with where HEAD left this revision
  --baseline[=FILE]            leave out of the count what .promsec-baseline.json, or another file, records
  --prune                      drop from the baseline what is gone
  --pedantic                   run the pedantic rules too
  --now DATE                   compare dates with this one
  --shard I/N                  report what stands in one of N parts of the files, of which all are read
  --repository OWNER/NAME      what the repository is called, for merge
  --cost N                     the cost of the bcrypt hash that hash makes (default: 10)
  --verbose                    list what is not new too, and what was not read file by file
  --color | --no-color
  --version | --help

Exit status: 0 nothing at or above --fail-on, 1 findings, 2 wrong usage or configuration, or a failure of promsec itself.
Configuration: .promsec.yml or .github/promsec.yml at the top of the repository. https://github.com/promsec/promsec
`;
//# sourceMappingURL=help.js.map

/***/ })

};
;