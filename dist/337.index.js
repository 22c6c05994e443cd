"use strict";
exports.id = 337;
exports.ids = [337];
exports.modules = {

/***/ 94337:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runAction: () => (/* binding */ runAction)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 12 modules
var core = __webpack_require__(90143);
// EXTERNAL MODULE: ./build/bundle/src/report/annotations.js
var annotations = __webpack_require__(84510);
// EXTERNAL MODULE: ./build/bundle/src/report/cut.js
var cut = __webpack_require__(46140);
// EXTERNAL MODULE: ./build/bundle/src/report/format.js + 23 modules
var report_format = __webpack_require__(65161);
// EXTERNAL MODULE: ./build/bundle/src/report/text.js
var report_text = __webpack_require__(20877);
// EXTERNAL MODULE: ./build/bundle/src/report/visible.js
var visible = __webpack_require__(86030);
// EXTERNAL MODULE: ./build/bundle/src/report/workflow-log.js
var workflow_log = {get I(){return __webpack_require__(63504).I},get N(){return __webpack_require__(63504).N}};
// EXTERNAL MODULE: ./build/bundle/src/edge/cli/terminal.js + 1 modules
var terminal = __webpack_require__(93325);
// EXTERNAL MODULE: ./build/bundle/src/edge/compared-report.js + 3 modules
var compared_report = __webpack_require__(87791);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/bundle/src/lint/matter.js
var matter = __webpack_require__(27718);
;// CONCATENATED MODULE: ./build/bundle/src/edge/base-below.js
/**
 * A base of a repository that lies in a folder of the tree, with paths from the root of the tree.
 *
 * @param prefix the folder with a slash behind it.
 */
function baseBelow(prefix, base) {
    const inside = (paths) => paths.filter(path => path.startsWith(prefix)).map(path => path.slice(prefix.length));
    return {
        ...base,
        changes: base.changes.map(({ path, basePath }) => ({
            ...(path === undefined ? {} : { path: prefix + path }),
            ...(basePath === undefined ? {} : { basePath: prefix + basePath }),
        })),
        contentOf: basePath => base.contentOf(basePath.slice(prefix.length)),
        linesOf: paths => withPrefix(prefix, base.linesOf(inside(paths)), file => fileBelow(prefix, file)),
        shiftsOf: paths => withPrefix(prefix, base.shiftsOf(inside(paths)), shifts => shifts),
    };
}
function withPrefix(prefix, byPath, valueBelow) {
    return new Map([...byPath].map(([path, value]) => [prefix + path, valueBelow(value)]));
}
function fileBelow(prefix, file) {
    const previous = file.previousPath === undefined ? {} : { previousPath: prefix + file.previousPath };
    return { ...file, path: prefix + file.path, ...previous };
}
//# sourceMappingURL=base-below.js.map
// EXTERNAL MODULE: ./build/bundle/src/edge/git/commit.js
var git_commit = __webpack_require__(97211);
// EXTERNAL MODULE: ./build/bundle/src/edge/git/git-base.js + 1 modules
var git_base = __webpack_require__(10154);
;// CONCATENATED MODULE: ./build/bundle/src/edge/git/event-base.js






/**
 * What a run is compared with, and what counts: on a pull request and in a merge queue what is new, unless something else
 * is wanted; elsewhere everything, unless it is. `undefined` where all findings count.
 *
 * @param isWhole true where what nobody changed is listed too.
 */
function comparisonFor(run, wanted, isWhole) {
    const scope = wanted ?? (run.event.kind === 'other' ? 'all' : 'new');
    return scope === 'all' ? undefined : { scope, isWhole, findBase: tree => baseOfEvent(tree, run) };
}
/**
 * What a pull request or a group of a merge queue is compared with: of a merge commit its first parent, else the commit at
 * which the head left its base. What git lacks is fetched. The checkout may lie in a folder of the tree (`path` of
 * actions/checkout); one of something else has no base.
 */
async function baseOfEvent(tree, run) {
    const { root, named } = tree;
    const folders = checkoutsIn(root);
    let first;
    for (const folder of folders) {
        const prefix = folder === '' ? '' : `${folder}/`;
        const below = [...named].filter(path => path.startsWith(prefix) && !path.startsWith('../'));
        const base = await baseAt((0,external_node_path_.join)(root, folder), run, below.map(path => path.slice(prefix.length)));
        if (!('reason' in base))
            return folder === '' ? base : withLooseFiles(tree, folders, baseBelow(prefix, base));
        first ??= base;
    }
    return first ?? { reason: 'there is no git checkout' };
}
/** What lies beside all checkouts was made by a step before, as what git has never seen in one. */
function withLooseFiles({ paths }, folders, base) {
    const loose = paths.filter(path => !folders.some(folder => path.startsWith(`${folder}/`)));
    return { ...base, changes: [...base.changes, ...loose.map(path => ({ path }))] };
}
/** The folder itself, else those directly in it; relative to it. */
function checkoutsIn(root) {
    if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(root, '.git')))
        return [''];
    const folders = (0,external_node_fs_.readdirSync)(root, { withFileTypes: true }).filter(entry => entry.isDirectory());
    return folders
        .map(({ name }) => name)
        .filter(name => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(root, name, '.git')))
        .sort();
}
async function baseAt(top, run, named) {
    const head = (0,git_commit/* commitNamed */.vj)(top, 'HEAD');
    if (head === undefined)
        return { reason: 'git cannot read the checkout' };
    const sides = sidesOf(top, head, run);
    if ('reason' in sides)
        return sides;
    const { base, name, headCommit = sides.head, isTip } = sides;
    const commit = isTip ? (0,git_commit/* mergeBaseOf */.nM)(top, sides.head, base) : haveCommit(top, base, headCommit);
    if (commit !== undefined)
        return (0,git_base/* gitBase */.A)(top, { commit, name, headCommit }, named);
    const ofApi = await run.fetchBase?.({ base, head: sides.head }, matter/* mayMatter */.d);
    if (ofApi !== undefined)
        return { ...ofApi, headCommit };
    return { reason: `the checkout lacks ${name}, and it cannot be fetched; give actions/checkout fetch-depth: 2` };
}
function sidesOf(top, head, { event, commit }) {
    if (event.kind === 'pull-request')
        return sidesOfPullRequest(top, head, event, commit);
    if (event.kind === 'merge-group')
        return sidesOfGroup(head.id, event, commit);
    return { reason: `a run on ${event.name} has nothing to be compared with` };
}
function sidesOfPullRequest(top, head, { headSha, baseSha, baseRef }, sha) {
    const { id, parents } = mergeOf(top, head, sha);
    const [first, second, third] = parents;
    const isMerge = first !== undefined && second !== undefined && third === undefined;
    if (isMerge && (id === sha || second === headSha)) {
        return { base: first, head: id, name: 'HEAD^1', headCommit: second, isTip: false };
    }
    if (headSha === undefined || (head.id !== headSha && !(0,git_commit/* isAncestor */.QX)(top, headSha, head.id))) {
        return { reason: 'what is checked out is not the pull request' };
    }
    if (baseSha === undefined)
        return { reason: 'the event names no base' };
    return { base: baseSha, head: headSha, name: `where it left ${baseRef ?? 'its base'}`, isTip: true };
}
/** What may be the merge commit: the head, or where a step before has committed on top of it, what is below. */
function mergeOf(top, head, sha) {
    const isBelow = sha !== undefined && sha !== head.id && head.parents.length === 1 && (0,git_commit/* isAncestor */.QX)(top, sha, head.id);
    return (isBelow ? (0,git_commit/* commitNamed */.vj)(top, sha) : undefined) ?? head;
}
function sidesOfGroup(head, { headSha, baseSha }, commit) {
    if (head !== headSha && head !== commit)
        return { reason: 'what is checked out is not the merge group' };
    if (baseSha === undefined)
        return { reason: 'the event names no base' };
    return { base: baseSha, head, name: 'the base of the merge group', isTip: false };
}
/** A commit where it is there, fetched together with another that is of use and not needed. */
function haveCommit(top, commit, other) {
    return (0,git_commit/* haveCommits */.HK)(top, [commit, other]) || (0,git_commit/* missingOf */.oy)(top, [commit]).length === 0 ? commit : undefined;
}
//# sourceMappingURL=event-base.js.map
// EXTERNAL MODULE: ./build/bundle/src/edge/usage-error.js
var usage_error = __webpack_require__(52839);
// EXTERNAL MODULE: ./build/bundle/src/edge/verdict.js
var edge_verdict = __webpack_require__(67058);
// EXTERNAL MODULE: ./build/bundle/src/report/version.js
var version = __webpack_require__(15720);
;// CONCATENATED MODULE: ./build/bundle/src/edge/action/event.js

const DEPENDABOT = 'dependabot[bot]';
/** SHA-1 or SHA-256 in full. */
const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
/** A branch as git has it (git-check-ref-format(1)), and nothing that a command could take for an option. */
const BRANCH = /^(?!-|.*\.\.)[^\p{Cc}\s~^:?*[\\]+$/u;
/**
 * The event by its name, as in `GITHUB_EVENT_NAME`, and its payload, as parsed from the file at `GITHUB_EVENT_PATH`.
 * Takes anything: what is missing or not of its kind is left out (GitHub Docs, "Webhook events and payloads").
 */
function eventOf(name, payload) {
    if (name === 'pull_request')
        return pullRequestEvent(name, payload);
    if (name !== 'merge_group') {
        const branch = matching(BRANCH, fieldOf(fieldOf(payload, 'repository'), 'default_branch'));
        return { kind: 'other', name, ...present('defaultBranch', branch) };
    }
    const group = fieldOf(payload, 'merge_group');
    return {
        kind: 'merge-group',
        name,
        ...present('headSha', matching(COMMIT, fieldOf(group, 'head_sha'))),
        ...present('baseSha', matching(COMMIT, fieldOf(group, 'base_sha'))),
    };
}
/** The event of this run, as the runner's variables say; without a payload that can be read, what its name says. */
function eventIn(environment) {
    const path = environment['GITHUB_EVENT_PATH'] ?? '';
    return eventOf(environment['GITHUB_EVENT_NAME'] ?? '', payloadAt(path));
}
function payloadAt(path) {
    try {
        return JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8'));
    }
    catch {
        return undefined;
    }
}
function pullRequestEvent(name, payload) {
    const pullRequest = fieldOf(payload, 'pull_request');
    const [head, base] = [fieldOf(pullRequest, 'head'), fieldOf(pullRequest, 'base')];
    const number = fieldOf(pullRequest, 'number') ?? fieldOf(payload, 'number');
    return {
        kind: 'pull-request',
        name,
        ...present('number', Number.isSafeInteger(number) && Number(number) > 0 ? Number(number) : undefined),
        ...present('headSha', matching(COMMIT, fieldOf(head, 'sha'))),
        ...present('baseSha', matching(COMMIT, fieldOf(base, 'sha'))),
        ...present('baseRef', matching(BRANCH, fieldOf(base, 'ref'))),
        ...present('readOnlyBecause', readOnlyCause(payload, head, base)),
    };
}
/**
 * GitHub Docs, "Events that trigger workflows" and "Dependabot on GitHub Actions": runs for forks and those that
 * Dependabot started have a token that only reads. The repository of a fork that was deleted is null.
 */
function readOnlyCause(payload, head, base) {
    if (fieldOf(fieldOf(payload, 'sender'), 'login') === DEPENDABOT)
        return 'dependabot';
    const headRepository = fieldOf(head, 'repo');
    const [from, to] = [fieldOf(headRepository, 'full_name'), fieldOf(fieldOf(base, 'repo'), 'full_name')];
    const isFork = headRepository === null || (typeof from === 'string' && typeof to === 'string' && from !== to);
    return isFork ? 'fork' : undefined;
}
function fieldOf(value, field) {
    return typeof value === 'object' && value !== null ? Reflect.get(value, field) : undefined;
}
function matching(pattern, value) {
    return typeof value === 'string' && pattern.test(value) ? value : undefined;
}
/** An object with that field, or with none where there is no value for it. */
function present(field, value) {
    // A computed key has the type of any string, though it is K.
    return value === undefined ? {} : { [field]: value };
}
//# sourceMappingURL=event.js.map
// EXTERNAL MODULE: ./build/bundle/src/findings/finding.js
var finding = __webpack_require__(65157);
// EXTERNAL MODULE: ./build/bundle/src/policy/comparison.js
var comparison = __webpack_require__(62547);
// EXTERNAL MODULE: ./build/bundle/src/edge/cli/arguments.js
var cli_arguments = __webpack_require__(27334);
// EXTERNAL MODULE: ./build/bundle/src/edge/cli/options.js
var options = __webpack_require__(10008);
;// CONCATENATED MODULE: ./build/bundle/src/edge/action/inputs.js






/** Reads the inputs. @throws UsageError where one makes no sense. */
function inputs() {
    const config = (0,core/* getInput */.V4)('config');
    const failOn = (0,core/* getInput */.V4)('fail-on');
    const pedantic = booleanInput('pedantic');
    const expiryDays = (0,core/* getInput */.V4)('expiry-days');
    const sarifFile = fileInput('sarif-file');
    const jsonFile = fileInput('json-file');
    const scope = (0,core/* getInput */.V4)('scope');
    const noFiles = (0,core/* getInput */.V4)('no-files');
    const baseline = (0,core/* getInput */.V4)('baseline');
    const shard = (0,core/* getInput */.V4)('shard');
    const repository = (0,core/* getInput */.V4)('repository');
    const checkRun = (0,core/* getInput */.V4)('check-run');
    const audit = booleanInput('audit');
    if (audit === true && shard + repository !== '') {
        throw new usage_error/* UsageError */.e(['audit keeps an issue on all of its own repository; leave out shard and repository']);
    }
    return {
        // One path a line; the whole checkout is the same as none.
        paths: (0,core/* getInput */.V4)('path')
            .split('\n')
            .map(path => path.trim())
            .filter(path => path !== ''),
        configuration: config === '' ? {} : { file: config },
        ...(failOn === '' ? {} : { failOn: (0,options/* oneOf */.yL)('fail-on', failOn, [...finding/* SEVERITIES */.o, 'never']) }),
        ...(pedantic === undefined ? {} : { pedantic }),
        ...(expiryDays === '' ? {} : { expiryDays: daysIn(expiryDays) }),
        ...(sarifFile === '' ? {} : { sarifFile }),
        ...(jsonFile === '' ? {} : { jsonFile }),
        ...(scope === '' ? {} : { scope: (0,options/* oneOf */.yL)('scope', scope, comparison/* SCOPES */.i) }),
        ...(noFiles === '' ? {} : { noFiles: (0,options/* oneOf */.yL)('no-files', noFiles, ['pass', 'warn', 'fail']) }),
        ...baselineIn(baseline),
        ...(shard === '' ? {} : { shard: (0,cli_arguments/* shardOf */.IS)('shard', shard) }),
        ...(repository === '' ? {} : { repository: (0,cli_arguments/* repositoryOf */._M)('repository', repository) }),
        sinks: {
            suggestions: booleanInput('suggestions') ?? false,
            comment: booleanInput('comment') ?? false,
            ...(checkRun === '' ? {} : { checkRun }),
            ...(audit === undefined ? {} : { audit }),
        },
    };
}
/** The name of a file to write, which becomes an output. */
function fileInput(name) {
    const file = (0,core/* getInput */.V4)(name);
    if (/[\r\n]/.test(file))
        throw new usage_error/* UsageError */.e([`${name} does not take a name on several lines`]);
    return file;
}
/** `true` is the usual one, `false` none, and anything else the name of a file. */
function baselineIn(written) {
    if (written === '')
        return {};
    const isWord = /^(?:true|false)$/i.test(written);
    return isWord ? { baseline: written.toLowerCase() === 'true' } : { baseline: true, baselineFile: written };
}
/** `undefined` where nothing is said. */
function booleanInput(name) {
    const value = (0,core/* getInput */.V4)(name);
    return value === '' ? undefined : (0,options/* oneOf */.yL)(name, value.toLowerCase(), ['true', 'false']) === 'true';
}
function daysIn(text) {
    if (!/^\d{1,5}$/.test(text))
        throw new usage_error/* UsageError */.e([`expiry-days does not take ${text}; write a whole number of days`]);
    return Number(text);
}
//# sourceMappingURL=inputs.js.map
;// CONCATENATED MODULE: ./build/bundle/src/edge/action/misplaced-checkout.js


/**
 * The folder of the workspace that is a checkout and has findings, where the workspace is none (`path` of
 * actions/checkout). GitHub takes paths from the top of the repository, so that no annotation would stand on its line.
 */
function misplacedCheckout({ findings }, workspace) {
    if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(workspace, '.git')))
        return undefined;
    const folders = new Set(findings.map(({ at }) => at.file.path.split('/')[0] ?? ''));
    return [...folders].find(folder => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(workspace, folder, '.git')));
}
//# sourceMappingURL=misplaced-checkout.js.map
// EXTERNAL MODULE: ./build/bundle/src/findings/report.js
var findings_report = __webpack_require__(24276);
;// CONCATENATED MODULE: ./build/bundle/src/edge/action/outputs.js






/**
 * Sets the outputs of the step and writes the files that are asked for. Counted is what counts: of a pull request what it
 * brings. The files hold everything.
 *
 * @throws UsageError where a file cannot be written.
 */
function writeOutputs(report, wanted, workspace, options) {
    const counting = report.findings.filter(({ state }) => state === 'new');
    const counts = (0,findings_report/* countsOf */.mQ)(counting);
    (0,core/* setOutput */.uH)('findings', counting.length);
    (0,core/* setOutput */.uH)('errors', counts.error);
    (0,core/* setOutput */.uH)('warnings', counts.warning);
    (0,core/* setOutput */.uH)('notes', counts.note);
    for (const [name, file, format] of [
        ['sarif-file', wanted.sarifFile, 'sarif'],
        ['json-file', wanted.jsonFile, 'json'],
    ]) {
        if (file === undefined)
            continue;
        save(name, (0,external_node_path_.resolve)(workspace, file), (0,report_format.reporterFor)(format, options)(report));
        (0,core/* setOutput */.uH)(name, file);
    }
}
function save(input, path, text) {
    try {
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true });
        (0,external_node_fs_.writeFileSync)(path, text);
    }
    catch {
        throw new usage_error/* UsageError */.e([`the file for ${input} cannot be written; check its folder and permissions`]);
    }
}
//# sourceMappingURL=outputs.js.map
// EXTERNAL MODULE: ./build/bundle/src/edge/action/shown-commit.js
var shown_commit = __webpack_require__(21717);
// EXTERNAL MODULE: ./build/bundle/src/report/summary.js
var summary = __webpack_require__(7356);
;// CONCATENATED MODULE: ./build/bundle/src/edge/action/verdict-text.js



/** What the status of a step comes from, in a sentence of Markdown for the summary; `undefined` where nothing was found. */
function verdictText(report, configuration, status) {
    const nothing = (0,edge_verdict/* noFilesMessage */.m)(report, configuration);
    const because = `as \`fail-on\` is \`${configuration.failOn}\``;
    if (status === 2)
        return 'promsec itself broke on a part of it, which fails the step. What was found stands.';
    if (nothing !== undefined)
        return `${status === 1 ? 'This fails the step: ' : ''}${nothing}.`;
    if (status === 1)
        return `This fails the step, ${because}.`;
    return report.findings.some(({ state }) => state === 'new') ? `This does not fail the step, ${because}.` : undefined;
}
/** The error that fails a step, and so the last thing that a reader sees of it. */
function failureText(report, configuration, status, slots) {
    if (status === 2)
        return 'promsec itself broke; the other findings stand';
    const nothing = (0,edge_verdict/* noFilesMessage */.m)(report, configuration);
    if (nothing !== undefined)
        return nothing;
    const counting = report.findings.filter(({ state }) => state === 'new');
    const isWhole = (0,annotations/* annotationPlanOf */.yZ)(report, slots).shown.length === counting.length;
    const found = `promsec found ${(0,summary/* countsText */.WN)(counting, (0,summary/* whichCount */.dK)(report))}`;
    return isWhole ? found : `${found}; the summary of the job lists them`;
}
//# sourceMappingURL=verdict-text.js.map
;// CONCATENATED MODULE: ./build/bundle/src/edge/action/main.js



















/** How many notices each thing that is told to GitHub besides may cost. */
const NOTICES_PER_SINK = 2;
/**
 * Runs as a step of a workflow: annotations, the log, the summary, outputs and files, which need no token and no network;
 * and after all of them, where it is asked for, what is told to GitHub besides.
 */
async function runAction() {
    try {
        return await lintWorkspace(inputs(), process.env['GITHUB_WORKSPACE'] || process.cwd());
    }
    catch (error) {
        // One error with all lines, since a step has few, at the place of the first.
        annotate('error', (0,usage_error/* linesFor */.b)(error).join('\n'), error instanceof usage_error/* UsageError */.e ? error.place : undefined);
        return 2;
    }
}
async function lintWorkspace(wanted, workspace) {
    const event = eventIn(process.env);
    const token = (0,core/* getInput */.V4)('token');
    // What is handed on as SARIF or JSON is everything: an alert that is missing there would count as mended.
    const isWhole = wanted.sarifFile !== undefined || wanted.jsonFile !== undefined;
    const commitOfRun = process.env['GITHUB_SHA'] || undefined;
    const run = { event, commit: commitOfRun, ...(token === '' ? {} : { fetchBase: baseFetcher(event, token) }) };
    const comparison = comparisonFor(run, wanted.scope, isWhole);
    const { report, configuration } = await (0,compared_report/* comparedReport */._)({
        paths: wanted.paths,
        folder: workspace,
        configuration: wanted.configuration,
        settings: settingsOf(wanted),
        now: new Date(),
        ...(wanted.baselineFile === undefined ? {} : { baselineFile: wanted.baselineFile }),
        ...(wanted.shard === undefined ? {} : { shard: wanted.shard }),
        ...(wanted.repository === undefined ? {} : { repository: wanted.repository }),
        ...(comparison === undefined ? {} : { comparison }),
    });
    const status = (0,edge_verdict/* exitStatusOf */.e)(report, configuration);
    const misplaced = misplacedCheckout(report, workspace);
    const sinks = { ...wanted.sinks, audit: wanted.sinks.audit ?? isAudit(wanted, event) };
    const slots = slotsFor(sinks, misplaced === undefined ? 0 : 1);
    const verdict = verdictText(report, configuration, status);
    const commit = (0,shown_commit/* shownFiles */.b)(report, event, process.env);
    const options = {
        color: false,
        verbose: true,
        version: version/* VERSION */.x,
        slots,
        ...(verdict === undefined ? {} : { verdict }),
        ...(commit === undefined ? {} : { commit }),
    };
    (0,terminal/* writeOut */.sD)((0,report_format.reporterFor)('github', options)(report));
    (0,terminal/* writeOut */.sD)((0,workflow_log/* plainLogText */.I)((0,report_format.reporterFor)('text', { ...options, leavesOutExisting: true })(report)));
    writeFolded('what is not new', (0,report_text/* existingText */.x)(report));
    await summarize((0,report_format.reporterFor)('markdown', options)(report));
    if (misplaced !== undefined) {
        annotate('notice', `annotations miss their lines, since the checkout is in ${misplaced}; set path: ${misplaced}`);
    }
    const nothing = (0,edge_verdict/* noFilesMessage */.m)(report, configuration);
    if (nothing !== undefined && configuration.noFiles === 'warn')
        annotate('warning', nothing);
    writeOutputs(report, wanted, workspace, options);
    if (status !== 0)
        annotate('error', failureText(report, configuration, status, slots));
    // From here on nothing that may break or take long can take back what was found.
    process.exitCode = status;
    await tellGitHub(sinks, { report, isFailing: status !== 0, event, token, environment: process.env });
    return status;
}
/** A part of the log that is closed until a reader opens it. */
function writeFolded(title, text) {
    if (text !== '')
        (0,terminal/* writeOut */.sD)(`::group::${title}\n${(0,workflow_log/* plainLogText */.I)(text)}::endgroup::\n`);
}
async function summarize(markdown) {
    try {
        await core/* summary */.z.addRaw(markdown).write();
    }
    catch {
        // Older runners and local ones have no summary: the log above holds everything.
        (0,terminal/* writeOut */.sD)('the job summary cannot be written here; the report above is complete\n');
    }
}
function baseFetcher(event, token) {
    return async (commits, isWanted) => {
        const { baseThroughApi } = await Promise.all(/* import() */[__webpack_require__.e(157), __webpack_require__.e(313)]).then(__webpack_require__.bind(__webpack_require__, 89313));
        return baseThroughApi({ event, token, environment: process.env })(commits, isWanted);
    };
}
/** What the inputs say of what the configuration file says too. */
function settingsOf({ pedantic, failOn, expiryDays, noFiles, baseline }) {
    return {
        ...(pedantic === undefined ? {} : { pedantic }),
        ...(failOn === undefined ? {} : { failOn }),
        ...(expiryDays === undefined ? {} : { expiryDays }),
        ...(noFiles === undefined ? {} : { noFiles }),
        ...(baseline === undefined ? {} : { baseline }),
    };
}
/** An issue says what holds for all of its own repository. */
function isAudit({ shard, repository }, event) {
    return event.name === 'schedule' && shard === undefined && repository === undefined;
}
/** @param notices how many there will be besides those of the sinks. */
function slotsFor({ suggestions, comment, audit, checkRun }, notices) {
    const sinks = [suggestions, comment, audit, checkRun !== undefined].filter(Boolean).length;
    return { ...annotations/* ANNOTATION_SLOTS */.G7, note: annotations/* ANNOTATION_SLOTS */.G7.note - sinks * NOTICES_PER_SINK - notices };
}
/** An annotation of the step, at a place or at none. */
function annotate(level, text, place) {
    const { file, line, column: col } = place ?? {};
    (0,terminal/* writeOut */.sD)(`${(0,workflow_log/* workflowCommand */.N)(level, { file, line, col }, (0,cut/* cutTo */.y)(annotations/* MAX_ANNOTATION_LENGTH */.I1, (0,visible/* visibleLines */.gB)(text)))}\n`);
}
async function tellGitHub(sinks, run) {
    if (!sinks.suggestions && !sinks.comment && !sinks.audit && sinks.checkRun === undefined)
        return;
    const { runSinks } = await Promise.all(/* import() */[__webpack_require__.e(157), __webpack_require__.e(798)]).then(__webpack_require__.bind(__webpack_require__, 89798));
    for (const notice of await runSinks(sinks, run))
        annotate('notice', notice);
}
//# sourceMappingURL=main.js.map

/***/ }),

/***/ 21717:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ shownFiles),
/* harmony export */   j: () => (/* binding */ shownCommit)
/* harmony export */ });
/**
 * The commit that GitHub shows results on: of a pull request its head, and not the merge commit that is checked out.
 * `undefined` where the runner names none.
 *
 * @param environment the runner's variables.
 */
function shownCommit({ comparison }, event, environment) {
    const ofEvent = event.kind === 'other' ? undefined : event.headSha;
    return ofEvent ?? comparison?.headCommit ?? (environment['GITHUB_SHA'] || undefined);
}
/**
 * Where GitHub shows the files of the commit that results are shown on: `https://github.com/o/r/blob/SHA`. Of another
 * repository than that of the run no commit is known.
 */
function shownFiles(report, event, environment) {
    const commit = shownCommit(report, event, environment);
    const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = environment;
    if (!commit || !server || !repository)
        return undefined;
    const { repository: judged = repository } = report;
    if (judged.toLowerCase() !== repository.toLowerCase())
        return undefined;
    return `${server}/${repository}/blob/${commit}`;
}
//# sourceMappingURL=shown-commit.js.map

/***/ })

};
;