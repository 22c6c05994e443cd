"use strict";
exports.id = 798;
exports.ids = [798];
exports.modules = {

/***/ 8348:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eh: () => (/* binding */ accessIn),
/* harmony export */   aZ: () => (/* binding */ PATIENCE),
/* harmony export */   gq: () => (/* binding */ GitHub)
/* harmony export */ });
/* harmony import */ var _actions_github__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50157);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _refusal_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(79331);



/** What is right for a step of a workflow: nothing depends on it, so it does not take long. */
const PATIENCE = { total: 120_000, answer: 15_000, attempts: 3, pause: 1000 };
/** How many things of a list GitHub gives at once. */
const PAGE = 100;
/** What the runner's variables say of the repository, for a token. */
function accessIn(environment, token) {
    const [owner = '', repo = ''] = (environment['GITHUB_REPOSITORY'] ?? '').split('/');
    return { token, apiUrl: environment['GITHUB_API_URL'] || 'https://api.github.com', owner, repo };
}
/** The author of what the token of a workflow writes. */
const WORKFLOW = { login: 'github-actions[bot]' };
/** GitHub's API for one repository. Every request either succeeds or throws a `Refusal`. */
class GitHub {
    owner;
    repo;
    #octokit;
    #patience;
    #end;
    constructor({ token, apiUrl, owner, repo }, patience = PATIENCE) {
        this.owner = owner;
        this.repo = repo;
        this.#octokit = (0,_actions_github__WEBPACK_IMPORTED_MODULE_0__/* .getOctokit */ .Q)(token, { baseUrl: apiUrl, log: SILENCE });
        this.#patience = patience;
        this.#end = Date.now() + patience.total;
    }
    /** The answer to a request. It is sent again only where GitHub says that it has not looked at it. */
    async answer(send) {
        return this.#answered(signal => send(this.#octokit.request.defaults({ request: { signal } })));
    }
    /** Everything in a list. */
    async list(send) {
        const found = [];
        for (let page = 1;; page += 1) {
            const { data } = await this.answer(request => send(request, { page, per_page: PAGE }));
            found.push(...data);
            if (data.length < PAGE)
                return found;
        }
    }
    /**
     * Who the token speaks for, as comments name their authors: that of a workflow for `github-actions[bot]`. What may not
     * know is taken for one.
     */
    async login() {
        try {
            const { data } = await this.#answered(async (signal) => ({ status: 200, data: await this.#viewer(signal) }));
            return data.login;
        }
        catch (error) {
            if (error instanceof _refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .Refusal */ .P_ && error.kind === 'forbidden')
                return WORKFLOW.login;
            throw error;
        }
    }
    async #viewer(signal) {
        try {
            const query = '{ viewer { login } }';
            return (await this.#octokit.graphql(query, { request: { signal } })).viewer;
        }
        catch (error) {
            // The answer of GraphQL to what is not permitted is a success with errors in it.
            if (error instanceof Error && error.name === 'GraphqlResponseError')
                return WORKFLOW;
            throw error;
        }
    }
    /** What comes of work that may be done once more when nobody knows what became of it: it looks at what is there. */
    async settled(work) {
        for (let attempt = 1;; attempt += 1) {
            try {
                return await work();
            }
            catch (error) {
                if (!(error instanceof _refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .Refusal */ .P_) || !error.isUnsettled)
                    throw error;
                await this.#waitOrThrow(error, attempt, this.#patience.pause * attempt);
            }
        }
    }
    async #answered(send) {
        for (let attempt = 1;; attempt += 1) {
            const signal = AbortSignal.timeout(Math.max(1, Math.min(this.#patience.answer, this.#end - Date.now())));
            try {
                const answer = await send(signal);
                if (isWhole(answer))
                    return answer;
                throw new Error('the answer ends too early');
            }
            catch (error) {
                const answer = failedAnswerOf(error);
                if (answer === undefined)
                    throw new _refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .Refusal */ .P_(signal.aborted ? 'timeout' : 'unreachable');
                const refusal = (0,_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .refusalFor */ .II)(answer);
                if (refusal.kind !== 'rate-limit')
                    throw refusal;
                await this.#waitOrThrow(refusal, attempt, (0,_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .waitFor */ .fm)(answer, Date.now()));
            }
        }
    }
    async #waitOrThrow(refusal, attempt, wait) {
        if (attempt >= this.#patience.attempts || Date.now() + wait >= this.#end)
            throw refusal;
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout)(wait);
    }
}
const SILENCE = { debug: () => { }, info: () => { }, warn: () => { }, error: () => { } };
/** The answer that an error of the client stands for; it says 500 without one where there was none. */
function failedAnswerOf(error) {
    if (!(error instanceof Error) || !('response' in error))
        return undefined;
    const { response } = error;
    if (typeof response !== 'object' || response === null || !('status' in response) || !('headers' in response)) {
        return undefined;
    }
    const { status, headers } = response;
    if (typeof status !== 'number' || typeof headers !== 'object' || headers === null)
        return undefined;
    return { status, headers: Object.fromEntries(Object.entries(headers)), message: error.message };
}
/** False where the connection broke within the answer: octokit then hands on the text that had come by then. */
function isWhole({ status, data }) {
    return status === 204 || typeof data === 'object';
}
//# sourceMappingURL=client.js.map

/***/ }),

/***/ 79331:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   II: () => (/* binding */ refusalFor),
/* harmony export */   P_: () => (/* binding */ Refusal),
/* harmony export */   fm: () => (/* binding */ waitFor)
/* harmony export */ });
/** A request that GitHub did not fulfil, after what patience allows. */
class Refusal extends Error {
    kind;
    /** What GitHub answered, where it did. */
    status;
    constructor(kind, status) {
        super(`${kind}${status === undefined ? '' : ` (${status})`}`);
        this.kind = kind;
        this.status = status;
    }
    /** True where what was asked for may have been done in spite of it, and may work in a moment. */
    get isUnsettled() {
        return this.kind === 'failing' || this.kind === 'timeout' || this.kind === 'unreachable';
    }
    /** What happened, as a clause in lower case for people. */
    get words() {
        const status = this.status === undefined ? '' : ` (${this.status})`;
        switch (this.kind) {
            case 'unauthorized':
                return `GitHub does not know the token${status}`;
            case 'forbidden':
                return `GitHub did not permit it${status}`;
            case 'locked':
                return `the conversation is locked${status}`;
            case 'gone':
                return `GitHub says that it is gone${status}`;
            case 'invalid':
                return `GitHub did not accept it${status}`;
            case 'rate-limit':
                return `the rate limit of GitHub is reached${status}`;
            case 'failing':
                return `GitHub failed${status}`;
            case 'timeout':
                return 'GitHub did not answer in time';
            case 'unreachable':
                return 'GitHub could not be reached';
        }
    }
}
/**
 * What an answer that is no success means. GitHub tells a limit by 429, and by 403 with signs of one (GitHub Docs, "Rate
 * limits for the REST API"); 404 stands for 403 where a token may not even know of a repository.
 */
function refusalFor({ status, headers, message }) {
    const isLimited = headers['retry-after'] !== undefined || headers['x-ratelimit-remaining'] === '0' || /rate limit/i.test(message);
    if (status === 429 || (status === 403 && isLimited))
        return new Refusal('rate-limit', status);
    if (status === 401)
        return new Refusal('unauthorized', status);
    if (status === 403 && /\bis locked\b/.test(message))
        return new Refusal('locked', status);
    if (status === 403 || status === 404)
        return new Refusal('forbidden', status);
    if (status === 410)
        return new Refusal('gone', status);
    return new Refusal(status >= 500 ? 'failing' : 'invalid', status);
}
/** For how many milliseconds a limit asks to wait; a minute where it does not say. @param now in milliseconds. */
function waitFor({ headers }, now) {
    const after = Number(headers['retry-after']);
    if (Number.isFinite(after) && after >= 0)
        return after * 1000;
    const reset = Number(headers['x-ratelimit-reset']);
    return headers['x-ratelimit-remaining'] === '0' && Number.isFinite(reset) ? Math.max(0, reset * 1000 - now) : 60_000;
}
//# sourceMappingURL=refusal.js.map

/***/ }),

/***/ 89798:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runSinks: () => (/* binding */ runSinks)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/bundle/src/report/cut.js
var cut = __webpack_require__(46140);
// EXTERNAL MODULE: ./build/bundle/src/report/markdown.js + 1 modules
var markdown = __webpack_require__(55680);
;// CONCATENATED MODULE: ./build/bundle/src/report/github/marker.js
/** GitHub takes bodies of 65,536 characters; this leaves room for what it may count otherwise. */
const MAX_BODY_LENGTH = 60_000;
/**
 * The first line of what we write on GitHub, which nobody sees: what it is, the step of a workflow that wrote it, and a
 * name of its own.
 */
function markerOf(kind, step, name) {
    return `<!-- promsec ${kind} ${step} ${name} -->`;
}
/**
 * The name in the first marker of a body, where it is of that kind and step. Anybody can write one, and somebody may have
 * put a note above it.
 */
function markIn(kind, step, body) {
    const [, foundKind, foundStep, name] = /^<!-- promsec (\S+) (\S+) (\S+) -->/m.exec(body) ?? [];
    return foundKind === kind && foundStep === step ? name : undefined;
}
//# sourceMappingURL=marker.js.map
;// CONCATENATED MODULE: ./build/bundle/src/report/github/comment.js


/** What of a report concerns those who look at a pull request, in Markdown: the verdict and the findings that count. */
function commentText(report, { files, run }) {
    const findings = report.findings.filter(({ state }) => state === 'new');
    const concerning = { ...report, findings, ignored: [], unread: [], certificates: [] };
    const rest = `\n[The whole report](${run})\n`;
    return (0,markdown/* markdownReporter */.L)({ commit: files, maxBytes: MAX_BODY_LENGTH - rest.length })(concerning) + rest;
}
//# sourceMappingURL=comment.js.map
// EXTERNAL MODULE: ./build/bundle/src/report/project.js
var project = __webpack_require__(75309);
// EXTERNAL MODULE: ./build/bundle/src/report/visible.js
var visible = __webpack_require__(86030);
// EXTERNAL MODULE: ./build/bundle/src/edge/action/shown-commit.js
var shown_commit = __webpack_require__(21717);
// EXTERNAL MODULE: ./build/bundle/src/findings/report.js
var findings_report = __webpack_require__(24276);
// EXTERNAL MODULE: ./build/bundle/src/text/days.js
var days = {get SM(){return __webpack_require__(14134).SM},get YM(){return __webpack_require__(14134).YM},get kb(){return __webpack_require__(14134).kb}};
// EXTERNAL MODULE: ./build/bundle/src/text/grouped.js
var grouped = __webpack_require__(19159);
// EXTERNAL MODULE: ./build/bundle/src/report/markdown-certificates.js
var markdown_certificates = __webpack_require__(28444);
// EXTERNAL MODULE: ./build/bundle/src/report/markdown-place.js
var markdown_place = __webpack_require__(25665);
// EXTERNAL MODULE: ./build/bundle/src/report/markdown-text.js
var markdown_text = __webpack_require__(65791);
// EXTERNAL MODULE: ./build/bundle/src/report/order.js
var order = __webpack_require__(84840);
// EXTERNAL MODULE: ./build/bundle/src/report/summary.js
var report_summary = __webpack_require__(7356);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./build/bundle/src/report/github/audit-record.js


/** In UTF-16 units of the 65,536 of a body: about 3,000 findings. */
const MAX_RECORD_LENGTH = 20_000;
/** What a record may take when it is unpacked, in bytes: whoever may edit an issue may write one. */
const MAX_RECORD_BYTES = 2 ** 20;
const DIGITS = 8;
const RECORD = /<!-- promsec record ([\w+/=]+) -->\s*$/;
/** The line at the end of a body, which nobody sees, that says what was found; empty where that is too much for it. */
function recordLine(findings) {
    const groups = [...(0,grouped/* groupedBy */.m)(findings.map(recorded), ({ path, ruleId }) => `${path}\0${ruleId}`).values()];
    const rows = groups.map(group => [group[0]?.path, group[0]?.ruleId, ...group.map(({ digits }) => digits)]);
    const packed = (0,external_node_zlib_.deflateRawSync)(JSON.stringify(rows), { level: 9 }).toString('base64');
    const line = `<!-- promsec record ${packed} -->\n`;
    return line.length > MAX_RECORD_LENGTH ? '' : line;
}
/** What a body says that was found, as it was written by `recordLine`; `undefined` where it says nothing. */
function recordIn(body) {
    const [, packed] = RECORD.exec(body) ?? [];
    const rows = packed === undefined ? undefined : unpacked(packed);
    if (!Array.isArray(rows))
        return undefined;
    return rows.flatMap(row => {
        if (!isTexts(row))
            return [];
        const [path = '', ruleId = '', ...all] = row;
        return all.map(digits => ({ path, ruleId, digits }));
    });
}
/** What became of the findings since a record, each of which stands for one at most. A file that is renamed is another. */
function changeSince(record, findings) {
    const left = new Map([...(0,grouped/* groupedBy */.m)(record, nameOf)].map(([name, same]) => [name, [...same]]));
    const brought = findings.filter(finding => left.get(nameOf(recorded(finding)))?.pop() === undefined);
    const rest = new Set([...left.values()].flat());
    return { brought: new Set(brought), fixed: record.filter(entry => rest.has(entry)) };
}
function recorded({ at, ruleId, fingerprint }) {
    return { path: at.file.path, ruleId, digits: fingerprint.slice(-DIGITS) };
}
function nameOf({ path, ruleId, digits }) {
    return `${path}\0${ruleId}\0${digits}`;
}
function unpacked(text) {
    try {
        return JSON.parse((0,external_node_zlib_.inflateRawSync)(Buffer.from(text, 'base64'), { maxOutputLength: MAX_RECORD_BYTES }).toString('utf8'));
    }
    catch {
        return undefined;
    }
}
function isTexts(row) {
    return Array.isArray(row) && row.every(field => typeof field === 'string');
}
//# sourceMappingURL=audit-record.js.map
;// CONCATENATED MODULE: ./build/bundle/src/report/github/audit.js












/** The parts of the whole that lists besides that of the findings may take. */
const SHARES = { certificates: 1 / 4, fixed: 1 / 20 };
const FINDINGS_HEAD = '| Severity | Rule | Place | Finding |\n| --- | --- | --- | --- |\n';
const CERTIFICATES_HEAD = '| Ends | Certificate | Place |\n| --- | --- | --- |\n';
/**
 * What the issue of an audit says: the findings by file, the worst file first, the certificates by date, and what came and
 * went since the body that the issue has.
 *
 * @param before that body, where there is an issue.
 */
function auditOf({ report, whereabouts, step }, before) {
    const { findings } = report;
    const known = before === undefined ? undefined : recordIn(before);
    const change = known && changeSince(known, findings);
    const content = (0,external_node_crypto_.createHash)('sha256').update(contentText(report, (0,markdown_place/* placeWriter */.f)(report, undefined), Infinity));
    const name = content.digest('hex').slice(0, 16);
    const place = (0,markdown_place/* placeWriter */.f)(report, whereabouts.files);
    const [head, foot] = [`${markerOf('audit', step, name)}\n`, footer(whereabouts) + recordLine(findings)];
    const room = MAX_BODY_LENGTH - Buffer.byteLength(head + foot);
    const isClean = findings.length === 0;
    const news = before === undefined ? undefined : newsText(change, report, place, whereabouts.run);
    return {
        content: name,
        body: head + contentText(report, place, room, change) + foot,
        isClean,
        ...(news === undefined ? {} : { news }),
    };
}
/** All of the body that may be other in the next one. @param room for it, in bytes of UTF-8. */
function contentText(report, place, room, change) {
    const { findings, ignored, unread } = report;
    const files = (0,findings_report/* filesOf */.R8)(findings).length;
    const where = files > 0 ? ` in ${(0,report_summary/* numbered */.jN)(files, 'file')}` : '';
    const head = `## ${project/* TOOL_NAME */.lH}: ${(0,report_summary/* countsText */.WN)(findings)}${where}\n${changeParagraph(change, report.now)}`;
    const rest = [
        ...(ignored.length > 0 ? [`${(0,report_summary/* numbered */.jN)(ignored.length, 'finding')} ignored by comments`] : []),
        ...(unread.length > 0 ? [`${(0,report_summary/* numbered */.jN)(unread.length, 'file')} not read`] : []),
    ];
    const tail = [
        fixedSection(change?.fixed ?? [], room * SHARES.fixed),
        certificatesSection(report, place, room * SHARES.certificates),
        rest.length === 0 ? '' : `\nBesides: ${rest.join(', ')}.\n`,
    ].join('');
    return head + findingsSection(findings, place, room - Buffer.byteLength(head + tail), change?.brought) + tail;
}
function changeParagraph(change, now) {
    const text = change === undefined ? '' : changeText(change);
    return text === '' ? '' : `\nThe last change, of ${(0,days/* dayOf */.kb)(now)}: ${text}.\n`;
}
/** `2 new, 1 fixed`; nothing where nothing is. */
function changeText({ brought, fixed }) {
    return [
        ...(brought.size > 0 ? [`${brought.size} new`] : []),
        ...(fixed.length > 0 ? [`${fixed.length} fixed`] : []),
    ].join(', ');
}
/** A table for each file, as far as they fit: the first row of a file has its head with it. */
function findingsSection(findings, place, budget, brought = new Set()) {
    const files = (0,grouped/* groupedBy */.m)((0,order/* mostSevereFirst */.Q)(findings), ({ at }) => at.file.path);
    const rows = [...files].flatMap(([path, ofFile]) => ofFile.map((finding, index) => {
        const head = index === 0 ? `\n### ${(0,markdown_text/* markdownCode */.D9)(path)}\n\n${FINDINGS_HEAD}` : '';
        return head + findingRow(finding, place, brought.has(finding));
    }));
    return (0,markdown_text/* rowsWithin */.d$)(budget, rows, count => `\n… ${(0,report_summary/* numbered */.jN)(count, 'more finding')}\n`);
}
function findingRow(finding, place, isNew) {
    const messages = [
        lastingMessage(finding.message),
        ...finding.related.map(({ at, message }) => `${place(at)}: ${lastingMessage(message)}`),
    ];
    const severity = isNew ? `**new** ${finding.severity}` : finding.severity;
    return `| ${severity} | ${ruleLink(finding.ruleId)} | ${place(finding.at)} | ${messages.join('<br>')} |\n`;
}
/** An issue is read on other days than it was written on. How long it is until a day is left out: the day is there too. */
function lastingMessage(message) {
    return (0,markdown_text/* markdownMessage */.ju)(message.replace(/, in (?:\d+ days?|less than a day)(?=[;,]|$)/, ''));
}
function fixedSection(fixed, budget) {
    if (fixed.length === 0)
        return '';
    const list = (0,markdown_text/* rowsWithin */.d$)(budget, fixed.map(fixedRow), more);
    return `\n<details><summary>${(0,report_summary/* numbered */.jN)(fixed.length, 'finding')} fixed</summary>\n\n${list}\n</details>\n`;
}
function fixedRow({ ruleId, path }) {
    return `- fixed: ${ruleLink(ruleId)} in ${(0,markdown_text/* markdownCode */.D9)(path)}\n`;
}
function certificatesSection({ certificates, now }, place, budget) {
    if (certificates.length === 0)
        return '';
    const rows = certificates.map(certificate => certificateRow(certificate, place, now));
    const title = `\n### ${(0,report_summary/* numbered */.jN)(certificates.length, 'certificate')}\n\n`;
    return title + CERTIFICATES_HEAD + (0,markdown_text/* rowsWithin */.d$)(budget, rows, count => `\n… ${count} more\n`);
}
function certificateRow(certificate, place, now) {
    const { notAfter, at, block, blocks } = certificate;
    const where = blocks > 1 ? `${place(at)}<br>block ${block} of ${blocks}` : place(at);
    return `| ${endText(notAfter, now)} | ${(0,markdown_certificates/* subjectText */.yq)(certificate)} | ${where} |\n`;
}
/** The day, and no count of days, for which the body would have to change each day. */
function endText(notAfter, now) {
    const day = (0,days/* dayOf */.kb)(notAfter);
    if (notAfter < now)
        return `**${day}, over**`;
    return (0,days/* daysBetween */.YM)(now, notAfter) < markdown_certificates/* SOON_DAYS */._A ? `**${day}**` : day;
}
function footer({ files, run }) {
    const commit = files.slice(files.lastIndexOf('/') + 1);
    const link = (0,markdown_text/* markdownLink */.iQ)((0,markdown_text/* markdownCode */.D9)(commit.slice(0, 7)), files.replace('/blob/', '/tree/'));
    const care = `${project/* TOOL_NAME */.lH} closes this issue when nothing is left, and opens it again when something is`;
    return `\nAs of ${link}; [the run](${run}) says more. ${care}.\n`;
}
/** What is new and what is fixed; where that is not known, that nothing is left, if that is so. */
function newsText(change, { findings }, place, run) {
    const title = change && changeText(change);
    const end = findings.length === 0 ? 'Nothing is left' : undefined;
    if (title === '' || (title ?? end) === undefined)
        return undefined;
    const brought = findings.filter(finding => change?.brought.has(finding));
    const rows = [
        ...(0,order/* mostSevereFirst */.Q)(brought).map(finding => newsRow(finding, place)),
        ...(change?.fixed ?? []).map(fixedRow),
    ];
    const head = [title, end].filter(part => part !== undefined).join('. ');
    return `${head}. [The run](${run}) says more.\n\n${(0,markdown_text/* rowsWithin */.d$)(MAX_BODY_LENGTH / 4, rows, more)}`;
}
function newsRow(finding, place) {
    const { severity, ruleId, at, message } = finding;
    return `- new ${severity}: ${ruleLink(ruleId)} at ${place(at)}: ${lastingMessage(message)}\n`;
}
function ruleLink(ruleId) {
    return `[${(0,markdown_text/* markdownText */.p7)(ruleId)}](${(0,project/* rulePageOf */.PJ)(ruleId)})`;
}
function more(count) {
    return `- … ${count} more\n`;
}
//# sourceMappingURL=audit.js.map
;// CONCATENATED MODULE: ./build/bundle/src/edge/github/comment.js

const NAME = 'report';
/** Keeps one comment that says what is so now. Done once more, it finds what it has made. */
async function keepComment(github, { number, step, text, isNews }) {
    const { owner, repo } = github;
    const body = `${markerOf('comment', step, NAME)}\n${text}`;
    const own = await ownComment(github, number, step);
    if (own === undefined) {
        if (!isNews)
            return [];
        await github.answer(request => request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', { owner, repo, issue_number: number, body }));
    }
    else if (own.body !== body) {
        await github.answer(request => request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', { owner, repo, comment_id: own.id, body }));
    }
    return [];
}
/** The comment with our marker and our author: anybody can write the marker. */
async function ownComment(github, number, step) {
    const own = await commentsBy(await github.login(), github, number);
    return own.find(({ body }) => markIn('comment', step, body) === NAME);
}
/** What somebody has said below an issue or a pull request. */
async function commentsBy(login, github, number) {
    const { owner, repo } = github;
    const comments = await github.list((request, place) => request('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
        owner,
        repo,
        issue_number: number,
        ...place,
    }));
    return comments.flatMap(({ id, body = '', user }) => (user?.login === login ? { id: Number(id), body } : []));
}
//# sourceMappingURL=comment.js.map
// EXTERNAL MODULE: ./build/bundle/src/edge/github/refusal.js
var refusal = __webpack_require__(79331);
;// CONCATENATED MODULE: ./build/bundle/src/edge/github/audit.js




/**
 * Keeps one issue that says what is so now: made with the first finding, changed when what it says does, closed when
 * nothing is left, and opened again. Done once more, it finds what it has made.
 *
 * @returns what could not be done and why, in lower case.
 */
async function keepAudit(github, order) {
    const login = await github.login();
    const issue = (await oldestOpen(github, login, order)) ?? (await lastClosed(github, login, order));
    if (issue !== undefined)
        return update(github, login, order, issue);
    if (order.report.findings.length === 0)
        return [];
    await create(github, order);
    // Another run may have looked, found nothing and made one at the same time. The older one stays, and says what we say.
    const kept = await oldestOpen(github, login, order);
    return kept === undefined ? [] : update(github, login, order, kept);
}
/** The issue that is open; of several the first one, and the others are closed. */
async function oldestOpen(github, login, order) {
    const [oldest, ...younger] = await ownIssues(github, login, order.step, 'open');
    for (const { number } of younger) {
        const body = `${markerOf('duplicate', order.step, 'closed')}\nA duplicate of #${oldest?.number}, made by another run at the same time.\n`;
        await change(github, number, { body, state: 'closed', state_reason: 'not_planned' });
    }
    return oldest;
}
/** The issue that was closed when nothing was left, where there is a reason to open it. */
async function lastClosed(github, login, { report, step }) {
    return report.findings.length === 0 ? undefined : (await ownIssues(github, login, step, 'closed')).at(-1);
}
/**
 * The issues with our marker and our author, in the order of their numbers: anybody can write the marker. They are listed,
 * since a search finds an issue only a while after it was made.
 */
async function ownIssues(github, login, step, state) {
    const { owner, repo } = github;
    const listed = await github.list((request, place) => request('GET /repos/{owner}/{repo}/issues', { owner, repo, creator: login, state, ...place }));
    return listed
        .filter(issue => issue.pull_request === undefined && issue.user?.login === login)
        .map(({ number, body }) => ({ number, body: body ?? '', isOpen: state === 'open' }))
        .filter(({ body }) => markIn('audit', step, body) !== undefined)
        .toSorted((a, b) => a.number - b.number);
}
async function create(github, order) {
    const { owner, repo } = github;
    const { body } = auditOf(order, undefined);
    await github.answer(request => request('POST /repos/{owner}/{repo}/issues', { owner, repo, title: order.title, body }));
}
/** The comment comes first: with the new body the old one is gone, and so is what there is to say of it. */
async function update(github, login, order, issue) {
    const { number, body, isOpen } = issue;
    const audit = auditOf(order, body);
    const isOther = markIn('audit', order.step, body) !== audit.content;
    const isToOpen = !audit.isClean;
    if (!isOther && isOpen === isToOpen)
        return [];
    const untold = isOther ? await tellNews(github, login, order.step, issue, audit) : [];
    await change(github, number, {
        ...(isOther ? { body: audit.body } : {}),
        ...(isOpen === isToOpen ? {} : isToOpen ? { state: 'open', state_reason: 'reopened' } : CLOSED),
    });
    return untold;
}
const CLOSED = { state: 'closed', state_reason: 'completed' };
/**
 * Comments on what is new or fixed, unless the last comment of ours says it already. An issue that is locked takes none:
 * then its body alone is to say it.
 *
 * @returns what could not be done and why.
 */
async function tellNews(github, login, step, { number, body: before }, { content, news }) {
    if (news === undefined)
        return [];
    const { owner, repo } = github;
    const name = `${markIn('audit', step, before)}-${content}`;
    const own = await commentsBy(login, github, number);
    const told = own.flatMap(({ body }) => markIn('news', step, body) ?? []);
    if (told.at(-1) === name)
        return [];
    const body = `${markerOf('news', step, name)}\n${news}`;
    try {
        await github.answer(request => request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', { owner, repo, issue_number: number, body }));
        return [];
    }
    catch (error) {
        if (!(error instanceof refusal/* Refusal */.P_) || error.kind !== 'locked')
            throw error;
        return [`no comment, since ${error.words}`];
    }
}
async function change(github, number, wanted) {
    const { owner, repo } = github;
    await github.answer(request => request('PATCH /repos/{owner}/{repo}/issues/{issue_number}', { owner, repo, issue_number: number, ...wanted }));
}
//# sourceMappingURL=audit.js.map
// EXTERNAL MODULE: ./build/bundle/src/report/anchor.js
var report_anchor = __webpack_require__(91295);
// EXTERNAL MODULE: ./build/bundle/src/report/position.js
var position = __webpack_require__(45361);
;// CONCATENATED MODULE: ./build/bundle/src/report/github/check-run.js







/** How many annotations GitHub takes at once (REST API, "Update a check run": more at a time are refused). */
const ANNOTATIONS_AT_ONCE = 50;
/** How many a check run gets here: each 50 are a request, of which GitHub takes 80 that write per minute. */
const MAX_ANNOTATIONS = 1000;
/** GitHub takes messages of 64 KB, which so many UTF-16 units never exceed. */
const MAX_MESSAGE_LENGTH = 16_000;
const LEVELS = { error: 'failure', warning: 'warning', note: 'notice' };
/**
 * The check run for a report: each finding that counts is an annotation, worst first. Those outside of the repository,
 * which were named on purpose, have no line on GitHub.
 *
 * @param isFailing whether the findings fail the step.
 */
function checkRunOf({ findings, comparison }, isFailing) {
    const counting = findings.filter(({ state }) => state === 'new');
    const shown = (0,order/* mostSevereFirst */.Q)(counting)
        .filter(({ at }) => !/^(?:\.\.)?\//.test(at.file.path))
        .slice(0, MAX_ANNOTATIONS);
    const isQuiet = counting.length === 0;
    const missing = counting.length - shown.length;
    const notShown = missing === 0 ? '' : `, ${(0,report_summary/* numbered */.jN)(missing, 'finding')} not shown beside a line`;
    return {
        conclusion: isFailing ? 'failure' : isQuiet ? 'success' : 'neutral',
        title: `${(0,report_summary/* countsText */.WN)(counting)}${notShown}`,
        annotations: shown.map(finding => annotationOf(finding, comparison)),
    };
}
/** Annotations of one line, since GitHub shows others at their end. */
function annotationOf({ at, ruleId, severity, message, related }, comparison) {
    const { column, endColumn } = (0,position/* firstLineRangeOf */.RS)(at);
    const line = (0,report_anchor/* seenLineOf */.n)(at, comparison);
    const places = related.map(place => `${place.at.file.path}:${(0,report_anchor/* seenLineOf */.n)(place.at, comparison)}: ${place.message}`);
    const lines = [message, ...places].map(visible/* visibleText */.Q6);
    return {
        path: at.file.path,
        start_line: line,
        end_line: line,
        start_column: column,
        end_column: endColumn,
        annotation_level: LEVELS[severity],
        title: ruleId,
        message: (0,cut/* cutTo */.y)(MAX_MESSAGE_LENGTH, [...lines, (0,project/* rulePageOf */.PJ)(ruleId)].join('\n')),
    };
}
//# sourceMappingURL=check-run.js.map
;// CONCATENATED MODULE: ./build/bundle/src/edge/github/parts.js

/**
 * Sends items together. GitHub does not accept any of them where it does not accept one (422), nor does it say which:
 * they are then sent in halves, until only those are left out that it takes in no company. Gives how many those are.
 */
async function inParts(items, send) {
    if (items.length === 0)
        return 0;
    try {
        await send(items);
        return 0;
    }
    catch (error) {
        if (!(error instanceof refusal/* Refusal */.P_) || error.kind !== 'invalid')
            throw error;
        if (items.length === 1)
            return 1;
        const middle = items.length >> 1;
        return (await inParts(items.slice(0, middle), send)) + (await inParts(items.slice(middle), send));
    }
}
//# sourceMappingURL=parts.js.map
;// CONCATENATED MODULE: ./build/bundle/src/edge/github/check-run.js



/**
 * Makes a check run that is complete from the beginning, and adds its annotations to it. Done once more, it makes a new
 * one, and GitHub shows the newest of a name. Gives what it could not do, as clauses.
 */
async function makeCheckRun(github, order) {
    const { owner, repo } = github;
    const { name, commit, report, isFailing, summary } = order;
    const { conclusion, title, annotations } = checkRunOf(report, isFailing);
    const output = { title, summary };
    const { data } = await github.answer(request => request('POST /repos/{owner}/{repo}/check-runs', {
        owner,
        repo,
        name,
        head_sha: commit,
        status: 'completed',
        conclusion,
        output,
    }));
    let refused = 0;
    for (let start = 0; start < annotations.length; start += ANNOTATIONS_AT_ONCE) {
        refused += await inParts(annotations.slice(start, start + ANNOTATIONS_AT_ONCE), async (part) => {
            await github.answer(request => request('PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}', {
                owner,
                repo,
                check_run_id: Number(data.id),
                output: { ...output, annotations: [...part] },
            }));
        });
    }
    return refused === 0 ? [] : [`GitHub did not accept ${(0,report_summary/* numbered */.jN)(refused, 'annotation')}`];
}
//# sourceMappingURL=check-run.js.map
// EXTERNAL MODULE: ./build/bundle/src/edge/github/client.js
var client = __webpack_require__(8348);
// EXTERNAL MODULE: ./build/bundle/src/findings/changed-lines.js
var changed_lines = __webpack_require__(38790);
;// CONCATENATED MODULE: ./build/bundle/src/report/github/diff-lines.js
/**
 * The lines of the new side, changed ones and those around them, by their numbers from 1. GitHub takes a comment on these
 * alone.
 *
 * @param patch the hunks of one file in unified format, as GitHub's list of a pull request's files has them.
 */
function diffLinesOf(patch) {
    const lines = new Map();
    let hunk = 0;
    let number = 0;
    for (const line of patch.split('\n')) {
        const start = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(line)?.[1];
        if (start !== undefined) {
            hunk += 1;
            number = Number(start);
        }
        else if (/^[ +]/.test(line)) {
            lines.set(number, { text: line.slice(1), hunk });
            number += 1;
        }
    }
    return lines;
}
//# sourceMappingURL=diff-lines.js.map
;// CONCATENATED MODULE: ./build/bundle/src/report/github/review.js





/** How many comments one review makes: more at once looks like abuse to GitHub (reviewdog makes 30). */
const MAX_COMMENTS = 30;
/**
 * The comments that have to be made, changed and taken back so that each suggestion that lies in the diff stands there
 * once. One whose lines GitHub shows differently from what was checked out is left out. A comment with a reply is part of
 * a conversation: it stays as it is and where it is.
 */
function reviewPlan(state) {
    const wanted = wantedComments(state);
    const ours = state.posted.flatMap(comment => {
        const key = markIn('suggestion', state.step, comment.body);
        return key === undefined ? [] : [{ comment, name: review_nameOf(comment.path, key) }];
    });
    // Of several with one name one stays.
    const staying = new Map(ours
        .filter(({ comment, name }) => comment.hasReply || isAtPlaceOf(comment, wanted.get(name)))
        .map(({ comment, name }) => [name, comment]));
    const create = [...wanted].filter(([name]) => !staying.has(name)).map(([, comment]) => comment);
    return {
        create: create.slice(0, MAX_COMMENTS),
        update: [...staying].flatMap(([name, { id, body, hasReply }]) => {
            const text = wanted.get(name)?.body;
            return hasReply || text === undefined || isSameText(text, body) ? [] : { id, body: text };
        }),
        remove: ours
            .filter(({ comment, name }) => !comment.hasReply && staying.get(name) !== comment)
            .map(({ comment }) => comment.id),
        postponed: Math.max(0, create.length - MAX_COMMENTS),
    };
}
/** What should stand in the pull request, by name. */
function wantedComments(state) {
    return new Map(state.suggestions.flatMap(suggestion => {
        const comment = commentFor(suggestion, state);
        return comment === undefined ? [] : [[review_nameOf(comment.path, suggestion.key), comment]];
    }));
}
function review_nameOf(path, key) {
    return `${key} ${path}`;
}
function isAtPlaceOf({ line, startLine }, wanted) {
    return wanted !== undefined && wanted.line === line && wanted.start_line === startLine;
}
function commentFor(suggestion, { step, patches, comparison }) {
    const { path, line, before } = suggestion;
    const shown = diffLinesOf(patches.get(path) ?? '');
    const first = comparison === undefined ? line : (0,changed_lines/* lineInHeadCommit */.Hy)(comparison, path, line);
    const last = first + before.length - 1;
    const body = bodyOf(suggestion, step);
    if (!areInOneHunk(shown, first, before) || body.length > MAX_BODY_LENGTH)
        return undefined;
    const place = { path, body, side: 'RIGHT', line: last };
    return first === last ? place : { ...place, start_side: 'RIGHT', start_line: first };
}
function areInOneHunk(shown, first, lines) {
    const hunk = shown.get(first)?.hunk;
    return lines.every((text, place) => {
        const there = shown.get(first + place);
        return there !== undefined && there.hunk === hunk && there.text === text;
    });
}
/** The fence is longer than any run of backticks in it, and the lines keep their indentation and breaks. */
function bodyOf({ finding, key, after }, step) {
    const longest = Math.max(2, ...(after.match(/`+/g) ?? []).map(run => run.length));
    const fence = '`'.repeat(longest + 1);
    const lines = after === '' || after.endsWith('\n') ? after : `${after}\n`;
    const rule = `[${(0,markdown_text/* markdownText */.p7)(finding.ruleId)}](${(0,project/* rulePageOf */.PJ)(finding.ruleId)})`;
    return `${markerOf('suggestion', step, key)}\n${rule}: ${(0,markdown_text/* markdownMessage */.ju)(finding.message)}\n\n${fence}suggestion\n${lines}${fence}\n`;
}
/** GitHub may give back other line breaks than it got. */
function isSameText(a, b) {
    return a.replaceAll('\r\n', '\n').trimEnd() === b.replaceAll('\r\n', '\n').trimEnd();
}
//# sourceMappingURL=review.js.map
// EXTERNAL MODULE: ./build/bundle/src/text/text-edit.js
var text_edit = __webpack_require__(13499);
// EXTERNAL MODULE: ./build/bundle/src/report/secrets.js
var report_secrets = __webpack_require__(68821);
;// CONCATENATED MODULE: ./build/bundle/src/report/github/suggestion.js





/**
 * What can be suggested of a report: the safe fixes of its new findings, in its order. A fix that touches several files
 * is left out, and where a secret or something unseen stands in the lines, since a suggestion repeats them.
 */
function suggestionsOf(report) {
    const secrets = new report_secrets/* Secrets */.S(report.secrets);
    const counting = report.findings.filter(({ state }) => state === 'new');
    const groups = (0,grouped/* groupedBy */.m)(counting, ({ at, fingerprint }) => `${fingerprint} ${at.file.path}`);
    const keys = new Map([...groups.values()].flatMap(group => group.map((finding, place) => [finding, `${finding.fingerprint}-${place + 1}`])));
    const suggestions = [...keys].flatMap(([finding, key]) => suggestionOf(finding, key, secrets) ?? []);
    return withoutRepetitions(suggestions);
}
function suggestionOf(finding, key, secrets) {
    const { fix } = finding;
    const [first] = fix?.edits ?? [];
    if (fix === undefined || first === undefined || !fix.isSafe)
        return undefined;
    const { file } = first.at;
    if (fix.edits.some(({ at }) => at.file !== file || !at.exact))
        return undefined;
    const { line, start, end, after } = replacedLines(file, fix.edits);
    const before = file.text.slice(start, end);
    const isHidden = secrets.within(file.path, start, end).length > 0 || !(0,visible/* isSeen */.U4)(before) || !(0,visible/* isSeen */.U4)(after);
    if (isHidden || before === after)
        return undefined;
    return { finding, key, path: file.path, line, before: before.replace(/\n$/, '').split('\n'), after };
}
/** The whole lines, from `start` to before `end`, that edits change, and what becomes of them. */
function replacedLines(file, edits) {
    const { text } = file;
    const changed = (0,text_edit/* textAfter */.N)(text, edits);
    const ranges = edits.map(({ at }) => ({ isInsertion: at.start === at.end, ...(0,position/* rangeOf */.be)(at) }));
    const line = Math.min(...ranges.map(range => range.line));
    // An edit that takes the break of a line ends where the next one begins, which it does not touch.
    let lastLine = Math.max(...ranges.map(({ isInsertion, endLine, endColumn }) => (isInsertion || endColumn > 1 ? endLine : endLine - 1)));
    const { start } = (0,position/* lineBoundsOf */.bm)(file, line);
    for (;; lastLine += 1) {
        const newline = text.indexOf('\n', (0,position/* lineBoundsOf */.bm)(file, lastLine).end);
        const end = newline === -1 ? text.length : newline + 1;
        const after = changed.slice(start, changed.length - (text.length - end));
        // Where the last break is gone, the next line moves up.
        if (end === text.length || after === '' || after.endsWith('\n'))
            return { line, start, end, after };
    }
}
/** Two rules may mend the same lines in the same way: the first one suggests it. */
function withoutRepetitions(suggestions) {
    const byChange = (0,grouped/* groupedBy */.m)(suggestions, ({ path, line, before, after }) => JSON.stringify([path, line, before.length, after]));
    return [...byChange.values()].flatMap(([first]) => first ?? []);
}
//# sourceMappingURL=suggestion.js.map
;// CONCATENATED MODULE: ./build/bundle/src/edge/github/review.js




/**
 * Suggests the safe fixes that lie in the diff, and takes back what it suggested before and no longer does. Done once
 * more, it finds what it has made. Gives what it could not do, as clauses.
 */
async function reviewSuggestions(github, order) {
    const { owner, repo } = github;
    const { number, commit, step, report } = order;
    const suggestions = suggestionsOf(report);
    const posted = await ownComments(github, number);
    const paths = new Set(suggestions.map(({ path }) => path));
    const patches = paths.size === 0 ? new Map() : await patchesOf(github, number, paths);
    const plan = reviewPlan({ step, suggestions, patches, comparison: report.comparison, posted });
    const refused = await inParts(plan.create, async (comments) => {
        await github.answer(request => request('POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews', {
            owner,
            repo,
            pull_number: number,
            commit_id: commit,
            event: 'COMMENT',
            body: `promsec suggests ${(0,report_summary/* numbered */.jN)(comments.length, 'change')}`,
            comments: [...comments],
        }));
    });
    for (const { id, body } of plan.update) {
        await github.answer(request => request('PATCH /repos/{owner}/{repo}/pulls/comments/{comment_id}', { owner, repo, comment_id: id, body }));
    }
    for (const id of plan.remove) {
        await github.answer(request => request('DELETE /repos/{owner}/{repo}/pulls/comments/{comment_id}', { owner, repo, comment_id: id }));
    }
    return [
        ...(refused === 0 ? [] : [`GitHub did not accept ${(0,report_summary/* numbered */.jN)(refused, 'suggestion')}`]),
        ...(plan.postponed === 0 ? [] : [`${(0,report_summary/* numbered */.jN)(plan.postponed, 'suggestion')} will follow with the next run`]),
    ];
}
/** The comments on lines by our author. */
async function ownComments(github, number) {
    const { owner, repo } = github;
    const login = await github.login();
    const listed = await github.list((request, place) => request('GET /repos/{owner}/{repo}/pulls/{pull_number}/comments', { owner, repo, pull_number: number, ...place }));
    const answered = new Set(listed.map(comment => Number(comment.in_reply_to_id)));
    return listed
        .filter(({ user }) => user.login === login)
        .map(({ id, path, body, line, start_line: startLine }) => ({
        id: Number(id),
        path,
        body,
        hasReply: answered.has(Number(id)),
        // The description of the API knows no null, and outdated comments have it.
        ...(typeof line === 'number' ? { line } : {}),
        ...(typeof startLine === 'number' ? { startLine } : {}),
    }));
}
/** The hunks of files by path; of a file of which GitHub shows none there are none. */
async function patchesOf(github, number, paths) {
    const { owner, repo } = github;
    const page = (request, place) => request('GET /repos/{owner}/{repo}/pulls/{pull_number}/files', { owner, repo, pull_number: number, ...place });
    const files = await github.list(page);
    const patches = new Map();
    for (const [at, { filename, patch }] of files.entries()) {
        if (!paths.has(filename))
            continue;
        // Where the files of a page have too many lines together, the last ones come without any (orgs/community#213491).
        const hunks = patch ?? (await github.answer(request => page(request, { page: at + 1, per_page: 1 }))).data[0]?.patch;
        if (hunks !== undefined)
            patches.set(filename, hunks);
    }
    return patches;
}
//# sourceMappingURL=review.js.map
;// CONCATENATED MODULE: ./build/bundle/src/edge/github/sinks.js












const AUDIT = 'audit';
const MAX_TITLE_LENGTH = 120;
/**
 * Does on GitHub what was asked for, one thing after the other, and gives a notice of each that was refused: lower case,
 * without a full stop. Never rejects. The report has to have been printed before, since nothing of it is lost then.
 */
async function runSinks(wanted, run, patience = client/* PATIENCE */.aZ) {
    const { environment, token } = run;
    const sinks = sinksFor(wanted, run);
    if (sinks.length === 0)
        return [];
    if (token === '')
        return sinks.map(sink => noticeOf(sink, 'there is no token; give the input token one'));
    const notices = [];
    const github = new client/* GitHub */.gq((0,client/* accessIn */.Eh)(environment, token), patience);
    for (const sink of sinks) {
        try {
            const undone = await github.settled(() => sink.send(github));
            notices.push(...undone.map(clause => noticeOf(sink, clause)));
        }
        catch (error) {
            notices.push(noticeOf(sink, clauseFor(error, sink, run.event)));
        }
    }
    return notices;
}
function sinksFor({ suggestions, checkRun, comment, audit }, run) {
    const { report, event, environment, isFailing } = run;
    const commit = (0,shown_commit/* shownCommit */.j)(report, event, environment) ?? '';
    const repository = `${environment['GITHUB_SERVER_URL'] || 'https://github.com'}/${environment['GITHUB_REPOSITORY']}`;
    const whereabouts = {
        files: `${repository}/blob/${commit}`,
        run: `${repository}/actions/runs/${environment['GITHUB_RUN_ID']}`,
    };
    const text = () => commentText(report, whereabouts);
    const sinks = [];
    if (audit && event.kind === 'other') {
        // Nothing is `existing` here but what a baseline has.
        const counting = { ...report, findings: report.findings.filter(({ state }) => state === 'new') };
        const order = { ...auditNames(environment), report: counting, whereabouts };
        const elsewhere = otherBranchClause(event, environment);
        sinks.push({
            input: AUDIT,
            permission: 'issues: write',
            send: async (github) => (elsewhere === undefined ? keepAudit(github, order) : [elsewhere]),
        });
    }
    if (checkRun !== undefined) {
        const order = { name: checkRun, commit, report, isFailing };
        sinks.push({
            input: 'check-run',
            permission: 'checks: write',
            send: github => makeCheckRun(github, { ...order, summary: text() }),
        });
    }
    const number = event.kind === 'pull-request' ? event.number : undefined;
    if (number === undefined)
        return sinks;
    const permission = 'pull-requests: write';
    const step = stepOf(environment);
    if (suggestions) {
        const order = { number, commit, step, report };
        sinks.push({ input: 'suggestions', permission, send: github => reviewSuggestions(github, order) });
    }
    if (comment) {
        const order = { number, step, isNews: report.findings.some(({ state }) => state === 'new') };
        sinks.push({ input: 'comment', permission, send: github => keepComment(github, { ...order, text: text() }) });
    }
    return sinks;
}
/** Tells a step from others of the repository, the same from run to run: two of them keep a comment each. */
function stepOf(environment) {
    return hashOf(['GITHUB_WORKFLOW', 'GITHUB_JOB', 'INPUT_PATH', 'INPUT_CONFIG'].map(name => environment[name] ?? ''));
}
/** What is audited has one issue, whichever workflow and job does it. */
function auditNames({ INPUT_PATH: path = '', INPUT_CONFIG: config = '', }) {
    const paths = path.split('\n').map(one => one.trim());
    const parts = paths.filter(one => one !== '' && one !== '.');
    const title = (0,visible/* visibleText */.Q6)(`${project/* TOOL_NAME */.lH} audit${parts.length === 0 ? '' : ` of ${parts.join(', ')}`}`);
    return { step: hashOf([...parts, config]), title: (0,cut/* cutTo */.y)(MAX_TITLE_LENGTH, title) };
}
/** An issue that says now what one branch holds, now another, would say nothing of either. */
function otherBranchClause({ defaultBranch: branch }, { GITHUB_REF: ref = '' }) {
    if (branch === undefined || ref === '' || ref === `refs/heads/${branch}`)
        return undefined;
    return `the issue is about ${branch}, and this run is not`;
}
function hashOf(values) {
    return (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(values)).digest('hex').slice(0, 12);
}
function noticeOf({ input }, clause) {
    return `${input}: ${clause}; the log and the summary hold every finding`;
}
function clauseFor(error, sink, event) {
    if (!(error instanceof refusal/* Refusal */.P_))
        return 'promsec itself made a mistake there';
    if (sink.input === AUDIT && error.kind === 'gone')
        return `the repository has no issues (${error.status})`;
    return error.kind === 'forbidden' ? `${error.words}; ${permissionAdvice(sink, event)}` : error.words;
}
function permissionAdvice({ input, permission }, event) {
    const reason = event.kind === 'pull-request' ? event.readOnlyBecause : undefined;
    if (reason === 'fork')
        return `it needs ${permission}, and a pull request from a fork has a token that only reads`;
    if (reason === 'dependabot')
        return `it needs ${permission}, and a run of Dependabot has a token that only reads`;
    // Of all sinks this one alone may be there though nobody has asked for it.
    const otherwise = input === AUDIT ? `, or set ${AUDIT}: false` : '';
    return `give the job the permission ${permission}${otherwise}`;
}
//# sourceMappingURL=sinks.js.map

/***/ })

};
;