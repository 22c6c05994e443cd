"use strict";
exports.id = 311;
exports.ids = [311];
exports.modules = {

/***/ 70311:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readConfiguration: () => (/* binding */ readConfiguration)
});

// EXTERNAL MODULE: ../../work/main/node_modules/ajv/dist/ajv.js
var ajv = __webpack_require__(67615);
// EXTERNAL MODULE: ./build/bundle/src/parse/yaml-node.js
var yaml_node = __webpack_require__(28250);
// EXTERNAL MODULE: ./build/bundle/src/parse/yaml.js + 2 modules
var yaml = __webpack_require__(72217);
// EXTERNAL MODULE: ./build/bundle/src/parse/yaml-stream.js
var yaml_stream = __webpack_require__(69682);
// EXTERNAL MODULE: ./build/bundle/src/policy/configuration.js
var configuration = __webpack_require__(18998);
// EXTERNAL MODULE: ./build/bundle/src/policy/configuration-mistake.js
var configuration_mistake = __webpack_require__(79316);
// EXTERNAL MODULE: ../../work/main/node_modules/picomatch/index.js
var picomatch = __webpack_require__(8374);
var picomatch_default = /*#__PURE__*/__webpack_require__.n(picomatch);
;// CONCATENATED MODULE: ./build/bundle/src/policy/glob-set.js

/** The paths that one of some globs matches, whole, and also where a name in them starts with a dot. */
class GlobSet {
    globs;
    #matches;
    /** A folder stands for all that is in it, as in a .gitignore. */
    constructor(globs) {
        this.globs = globs;
        const whole = globs.flatMap(glob => (glob.endsWith('/') ? [`${glob}**`] : [glob, `${glob}/**`]));
        this.#matches = globs.length === 0 ? () => false : picomatch_default()(whole, { dot: true, nonegate: true });
    }
    has(path) {
        return this.#matches(path);
    }
}
//# sourceMappingURL=glob-set.js.map
;// CONCATENATED MODULE: ./build/bundle/src/policy/configuration-schema.js
/**
 * The JSON Schema of the configuration file, for editors and for the check when it is read.
 *
 * @param ruleIds every rule, the engine's too.
 */
function configurationSchema(ruleIds) {
    const levels = {
        type: 'object',
        description: 'Severities by rule; off takes a rule out.',
        additionalProperties: false,
        properties: Object.fromEntries(ruleIds.map(id => [id, { enum: ['off', 'note', 'warning', 'error'] }])),
    };
    const cost = { type: 'integer', minimum: 4, maximum: 31 };
    return {
        $schema: 'http://json-schema.org/draft-07/schema#',
        $id: 'https://raw.githubusercontent.com/promsec/promsec/v1/docs/schema/configuration.schema.json',
        title: 'promsec configuration',
        type: 'object',
        additionalProperties: false,
        required: ['version'],
        properties: {
            version: { const: 1 },
            rules: levels,
            'expiry-days': days('Days before its end at which a leaf certificate is reported, or a third of its life where that is less.'),
            'ca-expiry-days': days('The same for certificate authorities.'),
            bcrypt: {
                type: 'object',
                additionalProperties: false,
                properties: { 'min-cost': cost, 'max-cost': cost },
                description: 'The bcrypt costs that are neither too cheap nor too dear.',
            },
            'private-domains': {
                type: 'array',
                items: { type: 'string', minLength: 1 },
                description: 'Domains for which no public authority signs, besides the built-in ones.',
            },
            include: globs('Globs of the files to read; empty: everything.'),
            exclude: globs('Globs of files to leave out.'),
            pedantic: { type: 'boolean', description: 'Run the pedantic rules too.' },
            'fail-on': { enum: ['error', 'warning', 'note', 'never'], description: 'The least severity that fails the run.' },
            'no-files': { enum: ['pass', 'warn', 'fail'], description: 'What it means that no file of ours was found.' },
            overrides: {
                type: 'array',
                items: {
                    type: 'object',
                    additionalProperties: false,
                    required: ['files', 'rules'],
                    properties: { files: { ...globs('Globs of the files it holds for.'), minItems: 1 }, rules: levels },
                },
                description: 'Other severities for some files; later ones beat earlier ones.',
            },
            'path-mappings': paths('Where a deployed path is committed: the prefix on the server, and the folder here.'),
            servers: paths('The committed certificate that a target (host:port) serves.'),
            'prometheus-version': {
                type: 'string',
                pattern: '^(?:any|current|v?(?:2\\.[4-9]\\d|[3-9]\\.\\d+)(?:\\.\\d+)?)$',
                description: 'The version that is to accept files and certificates, such as 3.5, or current.',
            },
            baseline: { type: 'boolean', description: 'Leave out of the count what .promsec-baseline.json records.' },
        },
    };
}
function globs(description) {
    // Neither from the root of the disk nor negated: it would match nothing, or nearly everything. `!(a|b)` is a glob.
    return { type: 'array', items: { type: 'string', minLength: 1, pattern: '^(?!/|!(?!\\())' }, description };
}
function days(description) {
    return { type: 'integer', minimum: 0, description };
}
function paths(description) {
    return { type: 'object', additionalProperties: { type: 'string', minLength: 1 }, description };
}
//# sourceMappingURL=configuration-schema.js.map
;// CONCATENATED MODULE: ./build/bundle/src/policy/configuration-file.js








/** Reads a configuration file. @param ruleIds every rule, the engine's too. */
function readConfiguration(file, ruleIds) {
    const [piece = { start: 0, end: 0, index: 0 }, second] = (0,yaml_stream/* piecesOf */.Xe)(file.text);
    if (second !== undefined) {
        const at = file.span(second.start, second.start);
        return { mistakes: [{ at, message: 'a second document begins here; keep one' }] };
    }
    const reading = (0,yaml/* readYaml */.g)(file, piece);
    if ('fault' in reading) {
        const message = `this is no YAML: ${reading.fault.reason}; mend it`;
        return { mistakes: [{ at: reading.fault.at, message }] };
    }
    const { root } = reading;
    if (root?.kind !== 'map') {
        const message = 'the configuration is no mapping; start it with version: 1';
        return { mistakes: [{ at: file.span(0, 0), message }] };
    }
    const value = jsonOf(root);
    const validate = new ajv.Ajv({ allErrors: true, verbose: true }).compile(configurationSchema(ruleIds));
    const mistakes = [...(0,configuration_mistake/* repeatedKeys */.fg)(root)];
    if (!validate(value))
        mistakes.push(...(validate.errors ?? []).map(error => (0,configuration_mistake/* mistakeOf */.Wl)(error, root)));
    else if (mistakes.length === 0)
        return configurationOf(value, root);
    return { mistakes: mistakes.sort((a, b) => a.at.start - b.at.start) };
}
function configurationOf(written, root) {
    const defaults = configuration/* DEFAULT_CONFIGURATION */.P;
    const bcrypt = {
        minCost: written.bcrypt?.['min-cost'] ?? defaults.bcrypt.minCost,
        maxCost: written.bcrypt?.['max-cost'] ?? defaults.bcrypt.maxCost,
    };
    if (bcrypt.minCost > bcrypt.maxCost) {
        const message = `bcrypt.min-cost ${bcrypt.minCost} is above max-cost ${bcrypt.maxCost}, so that no hash could pass; lower it`;
        return { mistakes: [{ at: (0,yaml_node/* spanOf */.ee)((0,configuration_mistake/* nodeAt */.oB)(root, ['bcrypt'])), message }] };
    }
    return {
        configuration: {
            rules: written.rules ?? defaults.rules,
            expiryDays: written['expiry-days'] ?? defaults.expiryDays,
            caExpiryDays: written['ca-expiry-days'] ?? defaults.caExpiryDays,
            bcrypt,
            privateDomains: (written['private-domains'] ?? []).map(domain => domain.replace(/^\*?\./, '')),
            include: new GlobSet(written.include ?? []),
            exclude: new GlobSet(written.exclude ?? []),
            pedantic: written.pedantic ?? defaults.pedantic,
            failOn: written['fail-on'] ?? defaults.failOn,
            noFiles: written['no-files'] ?? defaults.noFiles,
            overrides: (written.overrides ?? []).map(({ files, rules }) => ({ files: new GlobSet(files), rules })),
            pathMappings: written['path-mappings'] ?? defaults.pathMappings,
            servers: written.servers ?? defaults.servers,
            prometheusVersion: written['prometheus-version'] ?? defaults.prometheusVersion,
            baseline: written.baseline ?? defaults.baseline,
        },
    };
}
/** The tree as JSON has it. `off` stays a word, whatever YAML 1.1 says of it, since it is one here. */
function jsonOf(node) {
    if (node === undefined || (0,yaml_node/* isNull */.kZ)(node))
        return null;
    if (node.kind === 'list')
        return node.items.map(jsonOf);
    if (node.kind === 'map')
        return Object.fromEntries(node.pairs.map(({ key, value }) => [key.text, jsonOf(value)]));
    return scalarOf(node.text, node.style === 'plain');
}
function scalarOf(text, isPlain) {
    if (!isPlain)
        return text;
    if (text === 'true' || text === 'false')
        return text === 'true';
    return /^-?\d+$/.test(text) ? Number(text) : text;
}
//# sourceMappingURL=configuration-file.js.map

/***/ }),

/***/ 79316:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Wl: () => (/* binding */ mistakeOf),
/* harmony export */   fg: () => (/* binding */ repeatedKeys),
/* harmony export */   oB: () => (/* binding */ nodeAt)
/* harmony export */ });
/* harmony import */ var _parse_yaml_node_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28250);
/* harmony import */ var _text_printable_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72645);
/* harmony import */ var _text_near_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52388);



const TYPES = {
    array: 'a list',
    boolean: 'true or false',
    integer: 'a whole number',
    object: 'a mapping',
    string: 'a text',
};
/** What the schema finds wrong, in our own words and at its place in the file. @param root what was checked. */
function mistakeOf(error, root) {
    const path = error.instancePath.split('/').slice(1).map(unescaped);
    const node = nodeAt(root, path);
    const name = nameOf(path);
    const parameter = (key) => String(error.params[key]);
    switch (error.keyword) {
        case 'additionalProperties': {
            const known = Object.keys(Object(error.parentSchema?.['properties']));
            return unknownKey(node, parameter('additionalProperty'), known, path.at(-1) === 'rules' ? 'rule' : 'key');
        }
        case 'required': {
            const missing = parameter('missingProperty');
            const message = name === '' ? `${missing} is missing; start with version: 1` : `${missing} is missing in ${name}`;
            return { at: (0,_parse_yaml_node_js__WEBPACK_IMPORTED_MODULE_0__/* .spanOf */ .ee)(node), message };
        }
        case 'enum':
        case 'const': {
            const allowed = error.params['allowedValues'] ?? [error.params['allowedValue']];
            const words = Array.isArray(allowed) ? allowed.map(String) : [];
            return { at: (0,_parse_yaml_node_js__WEBPACK_IMPORTED_MODULE_0__/* .spanOf */ .ee)(node), message: `${name} has a value that it does not take; ${adviceFor(node, words)}` };
        }
        case 'type': {
            const type = TYPES[parameter('type')] ?? parameter('type');
            return { at: (0,_parse_yaml_node_js__WEBPACK_IMPORTED_MODULE_0__/* .spanOf */ .ee)(node), message: `${name} has to be ${type}${isQuoted(node) ? ', without quotes' : ''}` };
        }
        case 'minimum':
            return { at: (0,_parse_yaml_node_js__WEBPACK_IMPORTED_MODULE_0__/* .spanOf */ .ee)(node), message: `${name} is too small; use ${parameter('limit')} or more` };
        case 'maximum':
            return { at: (0,_parse_yaml_node_js__WEBPACK_IMPORTED_MODULE_0__/* .spanOf */ .ee)(node), message: `${name} is too large; use ${parameter('limit')} or less` };
        case 'pattern': {
            if (name === 'prometheus-version') {
                const advice = 'write one from 2.40 on, such as 3.5, current or any';
                return { at: (0,_parse_yaml_node_js__WEBPACK_IMPORTED_MODULE_0__/* .spanOf */ .ee)(node), message: `${name} is no version of Prometheus that is known; ${advice}` };
            }
            const message = `${name} begins with / or !; write a glob from the top of the repository, and only of what is meant`;
            return { at: (0,_parse_yaml_node_js__WEBPACK_IMPORTED_MODULE_0__/* .spanOf */ .ee)(node), message };
        }
        default:
            // What is left are the least lengths of the schema.
            return { at: (0,_parse_yaml_node_js__WEBPACK_IMPORTED_MODULE_0__/* .spanOf */ .ee)(node), message: `${name} is empty; fill it in or remove it` };
    }
}
/** The keys that stand twice in one mapping. */
function* repeatedKeys(root, seen = new Set()) {
    if (root.kind === 'scalar' || seen.has(root))
        return;
    seen.add(root);
    const keys = new Set();
    for (const { key } of root.kind === 'map' ? root.pairs : []) {
        if (keys.has(key.text))
            yield { at: (0,_parse_yaml_node_js__WEBPACK_IMPORTED_MODULE_0__/* .spanOf */ .ee)(key), message: `${quoted(key.text)} is set twice; keep one` };
        keys.add(key.text);
    }
    const below = root.kind === 'list' ? root.items : root.pairs.flatMap(pair => pair.value ?? []);
    for (const node of below)
        yield* repeatedKeys(node, seen);
}
/** The node at a path, or the nearest one above it that is there. Of repeated keys the last counts. */
function nodeAt(root, path) {
    let node = root;
    for (const step of path) {
        const below = node.kind === 'list'
            ? node.items[Number(step)]
            : node.kind === 'map'
                ? node.pairs.findLast(pair => pair.key.text === step)?.value
                : undefined;
        if (below === undefined)
            return node;
        node = below;
    }
    return node;
}
function unknownKey(node, wrong, known, what) {
    const key = node.kind === 'map' ? node.pairs.find(pair => pair.key.text === wrong)?.key : undefined;
    const advice = (0,_text_near_name_js__WEBPACK_IMPORTED_MODULE_1__/* .nearAdvice */ .n)(wrong, known, `remove it, or use one of ${known.join(', ')}`);
    return { at: (0,_parse_yaml_node_js__WEBPACK_IMPORTED_MODULE_0__/* .spanOf */ .ee)(key ?? node), message: `there is no ${what} ${quoted(wrong)}; ${advice}` };
}
function adviceFor(node, words) {
    if (node.kind === 'scalar' && words.includes(node.text))
        return `write ${node.text} without quotes`;
    const otherwise = `use ${words.join(', ')}`;
    return node.kind === 'scalar' ? (0,_text_near_name_js__WEBPACK_IMPORTED_MODULE_1__/* .nearAdvice */ .n)(node.text, words, otherwise) : otherwise;
}
function isQuoted(node) {
    return node.kind === 'scalar' && node.style !== 'plain' && /^(?:true|false|-?\d+)$/.test(node.text);
}
/** `overrides[0].rules`, with a key that is no plain word in quotes. */
function nameOf(path) {
    return path
        .map(step => (/^\d+$/.test(step) ? `[${step}]` : /^[\w-]+$/.test(step) ? `.${step}` : `[${quoted(step)}]`))
        .join('')
        .replace(/^\./, '');
}
function unescaped(step) {
    return step.replaceAll('~1', '/').replaceAll('~0', '~');
}
function quoted(text) {
    return `"${(0,_text_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g)(text)}"`;
}
//# sourceMappingURL=configuration-mistake.js.map

/***/ })

};
;