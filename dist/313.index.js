"use strict";
exports.id = 313;
exports.ids = [313];
exports.modules = {

/***/ 89313:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  baseThroughApi: () => (/* binding */ baseThroughApi)
});

// EXTERNAL MODULE: ./build/bundle/src/edge/git/difference.js + 1 modules
var difference = __webpack_require__(95401);
// EXTERNAL MODULE: ./build/bundle/src/edge/github/client.js
var client = __webpack_require__(8348);
// EXTERNAL MODULE: ./build/bundle/src/edge/disk.js
var disk = __webpack_require__(97214);
;// CONCATENATED MODULE: ./build/bundle/src/edge/github/commit-files.js

const FILES_AT_ONCE = 8;
/** The files of a commit; `undefined` where they are more than GitHub lists (100,000, or 7 MB). */
async function commitFiles(github, commit) {
    const { owner, repo } = github;
    const { data } = await github.answer(request => request('GET /repos/{owner}/{repo}/git/trees/{tree_sha}', { owner, repo, tree_sha: commit, recursive: 'true' }));
    if (data.truncated)
        return undefined;
    const files = data.tree.filter(({ type }) => type !== 'tree');
    return new Map(files.map(({ path, mode, sha, size = 0 }) => [path, { id: sha, size, isFile: mode.startsWith('100') }]));
}
/** @param previousPathOf what a file of the newer commit was called before, where it was called something else. */
function changesBetween(before, after, previousPathOf) {
    const differs = (path) => {
        const [old, now] = [before.get(path), after.get(path)];
        return old?.id !== now?.id || old?.isFile !== now?.isFile;
    };
    const renamed = new Map([...after.keys()].flatMap(path => {
        const previous = previousPathOf(path);
        return previous === undefined || after.has(previous) || before.has(path) ? [] : [[path, previous]];
    }));
    const left = new Set(renamed.values());
    return [
        ...[...after.keys()].filter(differs).map(path => {
            const basePath = renamed.get(path) ?? (before.has(path) ? path : undefined);
            return basePath === undefined ? { path } : { path, basePath };
        }),
        ...[...before.keys()].filter(path => !after.has(path) && !left.has(path)).map(basePath => ({ basePath })),
    ];
}
/** The contents of files of a commit by path; links and submodules have none. */
async function contentsOf(github, files, paths) {
    const contents = new Map();
    const open = paths.flatMap(path => {
        const file = files.get(path);
        return file?.isFile === true ? [{ path, file }] : [];
    });
    const readNext = async () => {
        for (let next = open.pop(); next !== undefined; next = open.pop()) {
            const { path, file } = next;
            contents.set(path, file.size > disk/* FILE_BYTES */.rU ? disk/* TOO_LARGE */.PH : { bytes: await bytesOf(github, file.id) });
        }
    };
    await Promise.all(Array.from({ length: FILES_AT_ONCE }, readNext));
    return contents;
}
async function bytesOf(github, id) {
    const { owner, repo } = github;
    const { data } = await github.answer(request => request('GET /repos/{owner}/{repo}/git/blobs/{file_sha}', { owner, repo, file_sha: id }));
    return Buffer.from(data.content, data.encoding === 'base64' ? 'base64' : 'utf8');
}
//# sourceMappingURL=commit-files.js.map
;// CONCATENATED MODULE: ./build/bundle/src/edge/github/patch-hunks.js
/**
 * The places where two versions of a file differ, without the lines around them.
 *
 * @param patch the hunks of one file in unified format, with any number of lines around them, as GitHub gives them.
 */
function patchHunks(patch) {
    const hunks = [];
    let next = 0;
    let isWithin = false;
    for (const line of patch.split('\n')) {
        const header = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@/.exec(line);
        if (header !== null) {
            // A new version without lines has its hunk at line 0, behind which the first would be.
            next = Number(header[1]) + (header[2] === '0' ? 1 : 0);
            isWithin = false;
        }
        else if (line.startsWith('+') || line.startsWith('-')) {
            const last = isWithin ? hunks.pop() : undefined;
            hunks.push(grown(last ?? { oldCount: 0, start: next - 1, count: 0 }, line.startsWith('+')));
            if (line.startsWith('+'))
                next += 1;
            isWithin = true;
        }
        else if (line.startsWith(' ')) {
            next += 1;
            isWithin = false;
        }
    }
    return hunks;
}
/** As git counts: the first line of the new version, and where there is none the one before. */
function grown({ oldCount, start, count }, isNewLine) {
    if (!isNewLine)
        return { oldCount: oldCount + 1, start, count };
    return { oldCount, start: count === 0 ? start + 1 : start, count: count + 1 };
}
//# sourceMappingURL=patch-hunks.js.map
// EXTERNAL MODULE: ./build/bundle/src/edge/github/refusal.js
var refusal = __webpack_require__(79331);
;// CONCATENATED MODULE: ./build/bundle/src/edge/github/base.js





/** How many files of the base are read, each with a request of the 1,000 that a workflow's token has per hour. */
const MAX_FILES = 300;
/**
 * Gets a base from GitHub's API, for a checkout that has no history and can fetch none. The trees of both commits say what
 * differs, since a comparison stops at 300 files; the hunks of the comparison say where, and a file without any counts as
 * changed in whole.
 */
function baseThroughApi({ event, token, environment }, patience = client/* PATIENCE */.aZ) {
    return async (commits, isWanted) => {
        if (token === '')
            return undefined;
        const github = new client/* GitHub */.gq((0,client/* accessIn */.Eh)(environment, token), patience);
        const headCommit = event.kind === 'other' ? commits.head : (event.headSha ?? commits.head);
        try {
            return await github.settled(() => baseOf(github, { ...commits, headCommit }, isWanted));
        }
        catch (error) {
            if (error instanceof refusal/* Refusal */.P_)
                return undefined;
            throw error;
        }
    };
}
async function baseOf(github, { base, head, headCommit }, isWanted) {
    const { commit, files } = await partingOf(github, base, head);
    const before = await commitFiles(github, commit);
    const after = before && (await commitFiles(github, head));
    if (before === undefined || after === undefined)
        return undefined;
    const changes = changesBetween(before, after, path => files.get(path)?.previousPath);
    const wanted = changes.flatMap(({ basePath }) => (basePath !== undefined && isWanted(basePath) ? basePath : []));
    if (wanted.length > MAX_FILES)
        return undefined;
    const contents = await contentsOf(github, before, wanted);
    const shifted = headCommit === head ? undefined : await partingOf(github, headCommit, head);
    const byPath = new Map(changes.map(change => [change.path, change]));
    return {
        words: `${commit.slice(0, 7)} (through the API)`,
        headCommit,
        changes,
        contentOf: path => contents.get(path) ?? (before.get(path)?.isFile === true ? NOT_ASKED_FOR : undefined),
        linesOf: paths => new Map(paths.flatMap(path => {
            const { basePath } = byPath.get(path) ?? {};
            if (!byPath.has(path))
                return [];
            const isSame = basePath !== undefined && before.get(basePath)?.id === after.get(path)?.id;
            return [[path, changedFile(path, basePath, isSame ? '' : files.get(path)?.patch)]];
        })),
        shiftsOf: paths => new Map(paths.flatMap(path => {
            const patch = shifted?.files.get(path)?.patch;
            return patch === undefined ? [] : [[path, (0,difference/* shiftsBehind */.WW)(patchHunks(patch))]];
        })),
    };
}
const NOT_ASKED_FOR = { reason: 'it was not asked of GitHub' };
/** @param patch `undefined` where GitHub shows no hunks of what differs. */
function changedFile(path, basePath, patch) {
    const previous = basePath === undefined || basePath === path ? {} : { previousPath: basePath };
    const hunks = basePath === undefined || patch === undefined ? undefined : patchHunks(patch);
    return { path, ...previous, ...(0,difference/* linesChangedBy */.Tl)(hunks) };
}
async function partingOf(github, base, head) {
    const { owner, repo } = github;
    const { data } = await github.answer(request => request('GET /repos/{owner}/{repo}/compare/{basehead}', {
        owner,
        repo,
        basehead: `${base}...${head}`,
        per_page: 1,
    }));
    const files = (data.files ?? []).map(({ filename, previous_filename: previousPath, patch }) => {
        const renamed = previousPath === undefined ? {} : { previousPath };
        return [filename, patch === undefined ? renamed : { ...renamed, patch }];
    });
    return { commit: data.merge_base_commit.sha, files: new Map(files) };
}
//# sourceMappingURL=base.js.map

/***/ }),

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

/***/ })

};
;