"use strict";
exports.id = 732;
exports.ids = [732];
exports.modules = {

/***/ 50732:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  hashCommand: () => (/* binding */ hashCommand)
});

// EXTERNAL MODULE: ./build/bundle/src/edge/configuration.js
var configuration = __webpack_require__(83429);
// EXTERNAL MODULE: ./build/bundle/src/edge/tree.js + 1 modules
var tree = __webpack_require__(58069);
// EXTERNAL MODULE: ./build/bundle/src/edge/usage-error.js
var usage_error = __webpack_require__(52839);
// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(80481);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
;// CONCATENATED MODULE: ./build/bundle/src/edge/cli/entered-password.js



/** Far beyond any password, so that input without end is not read. */
const MOST_BYTES = 4096;
/**
 * The password that a person types twice, of which nothing is shown, or the line that another program writes to standard
 * input.
 *
 * @throws UsageError where there is none, and where the two differ.
 */
async function enteredPassword({ input, output }) {
    if (!input.isTTY)
        return passwordIn(await bytesOf(input));
    const ask = questioner(input, output);
    try {
        const password = await ask('Password: ');
        const again = await ask('The same again: ');
        if (password !== again)
            throw new usage_error/* UsageError */.e(['the two passwords differ; start again']);
        return password;
    }
    finally {
        ask.close();
    }
}
/** Asks on a terminal whose echo is off. Two lines that are pasted at once answer two questions. */
function questioner(input, output) {
    // The terminal does not echo while lines are edited here, and what would show them goes nowhere.
    const nowhere = new external_node_stream_.Writable({ write: (_chunk, _encoding, done) => done() });
    const lines = (0,external_node_readline_.createInterface)({ input, output: nowhere, terminal: true, historySize: 0 });
    const answers = lines[Symbol.asyncIterator]();
    lines.on('SIGINT', () => lines.close());
    const ask = async (question) => {
        output.write(question);
        const answer = await answers.next();
        output.write('\n');
        if (answer.done === true)
            throw new usage_error/* UsageError */.e(['no password was entered']);
        return answer.value;
    };
    return Object.assign(ask, { close: () => lines.close() });
}
async function bytesOf(input) {
    const chunks = [];
    let length = 0;
    for await (const chunk of input) {
        const bytes = Buffer.from(chunk);
        chunks.push(bytes);
        length += bytes.length;
        if (length > MOST_BYTES)
            break;
    }
    return Buffer.concat(chunks);
}
/** What a program writes, without the end of its one line. */
function passwordIn(bytes) {
    const text = decoded(bytes).replace(/\r?\n$/, '');
    if (!/[\r\n]/.test(text))
        return text;
    throw new usage_error/* UsageError */.e(['there is more than one line on standard input; write the password alone']);
}
function decoded(bytes) {
    try {
        const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
        // A browser sends none, so that nobody could log in.
        if (!text.startsWith('\ufeff'))
            return text;
    }
    catch {
        // What a decoder says could quote it.
    }
    throw new usage_error/* UsageError */.e(['what is on standard input is no UTF-8, or begins with a byte order mark']);
}
//# sourceMappingURL=entered-password.js.map
;// CONCATENATED MODULE: ./build/bundle/src/edge/cli/hash-command.js




const USUAL_COST = 10;
/** bcrypt takes no notice of what stands behind these (golang.org/x/crypto/bcrypt `ErrPasswordTooLong`). */
const hash_command_MOST_BYTES = 72;
/** U+0000 to U+001F and U+007F, which RFC 7617, section 2, forbids. */
const CONTROL = /[^ -~\u0080-\uffff]/;
/** Words that YAML 1.1 takes for something else than text, as keys too. */
const WORD_OF_YAML = /^(?:y|n|yes|no|on|off|true|false|null)$/i;
/**
 * `promsec hash USER`: asks for a password and prints the entry of `basic_auth_users` for it, on standard output and
 * nowhere else.
 *
 * @throws UsageError for a name or a password that nobody could log in with, and for a cost that the linter would report.
 */
async function hashCommand(command, terminal) {
    const user = userOf(command.words);
    const { root } = (0,tree/* treeOf */.g7)([], terminal.folder);
    const { bcrypt } = await (0,configuration/* configurationFor */.a2)(root, command.configuration, terminal.folder);
    const cost = costOf(command.cost, bcrypt);
    const password = await enteredPassword({ input: process.stdin, output: process.stderr });
    const flaw = flawIn(password);
    if (flaw !== undefined)
        throw new usage_error/* UsageError */.e([flaw]);
    // It is large, and nothing else of the start needs it.
    const { hashSync } = await __webpack_require__.e(/* import() */ 242).then(__webpack_require__.bind(__webpack_require__, 36242));
    terminal.emit(`${yamlKey(user)}: ${hashSync(password, cost)}\n`);
    return 0;
}
/** Not quoted in any message: a password may stand in its place. */
function userOf([user, ...others]) {
    if (user === undefined)
        throw new usage_error/* UsageError */.e(['hash needs the name of a user; the password is asked for']);
    if (others.length > 0)
        throw new usage_error/* UsageError */.e(['hash takes the name of one user alone; the password is asked for']);
    if (user === '')
        throw new usage_error/* UsageError */.e(['the name of the user is empty']);
    if (user.includes(':'))
        throw new usage_error/* UsageError */.e(['a user whose name has a colon can never log in; choose another name']);
    if (CONTROL.test(user))
        throw new usage_error/* UsageError */.e(['the name of the user has a control character; choose another name']);
    return user;
}
/** The cost that is asked for, or the usual one as far as the configuration allows it. */
function costOf(asked, { minCost, maxCost }) {
    const cost = asked ?? Math.min(Math.max(USUAL_COST, minCost), maxCost);
    if (cost >= minCost && cost <= maxCost)
        return cost;
    const range = minCost === maxCost ? `${minCost}` : `${minCost} to ${maxCost}`;
    throw new usage_error/* UsageError */.e([
        `--cost ${cost} makes a hash that promsec reports; use ${range}, or set bcrypt in the configuration`,
    ]);
}
/** Why nobody should have a password, or could log in with it; a sentence that tells nothing of it. */
function flawIn(password) {
    if (password === '')
        return 'the password is empty; enter one';
    if (CONTROL.test(password))
        return 'the password has a control character, which HTTP forbids; choose another one';
    if (Buffer.byteLength(password) <= hash_command_MOST_BYTES)
        return undefined;
    return `the password is longer than ${hash_command_MOST_BYTES} bytes, and bcrypt takes no notice of the rest; choose a shorter one`;
}
/** A name as a key, in quotes where it could be read as something else. */
function yamlKey(name) {
    const isPlain = /^[A-Za-z_][\w.-]*$/.test(name) && !WORD_OF_YAML.test(name);
    return isPlain ? name : JSON.stringify(name);
}
//# sourceMappingURL=hash-command.js.map

/***/ })

};
;