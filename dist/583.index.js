"use strict";
exports.id = 583;
exports.ids = [583];
exports.modules = {

/***/ 46583:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   decipher: () => (/* binding */ decipher)
/* harmony export */ });
/* harmony import */ var node_forge_lib_asn1_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27357);
/* harmony import */ var node_forge_lib_asn1_js__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_forge_lib_asn1_js__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_forge_lib_forge_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88561);
/* harmony import */ var node_forge_lib_forge_js__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_forge_lib_forge_js__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_forge_lib_pbe_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6959);
/* harmony import */ var node_forge_lib_pbe_js__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_forge_lib_pbe_js__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_forge_lib_util_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(97456);
/* harmony import */ var node_forge_lib_util_js__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_forge_lib_util_js__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var _parse_current_platform_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(38453);





// Of PBES2 node-forge derives the key in JavaScript, which takes Node a twentieth of the time.
(node_forge_lib_forge_js__WEBPACK_IMPORTED_MODULE_1___default().pkcs5).pbkdf2 = (password, salt, rounds, length, hash) => {
    const digest = typeof hash === 'string' ? hash : hash.algorithm;
    const key = (0,_parse_current_platform_js__WEBPACK_IMPORTED_MODULE_4__/* .platform */ .i)().derivedKey(Buffer.from(password, 'latin1'), Buffer.from(salt, 'latin1'), rounds, length, digest);
    return Buffer.from(key).toString('latin1');
};
/**
 * Opens what the empty password opens: PBES2 of PKCS #5, and what PKCS #12 had before (RFC 7292, appendix C), RC2 among
 * it, which OpenSSL no longer knows.
 */
const decipher = (algorithm, content) => {
    try {
        const { value } = node_forge_lib_asn1_js__WEBPACK_IMPORTED_MODULE_0___default().fromDer(Buffer.from(algorithm).toString('latin1'));
        const [identifier, parameters] = typeof value === 'string' ? [] : value;
        if (typeof identifier?.value !== 'string' || parameters === undefined)
            return undefined;
        const cipher = node_forge_lib_pbe_js__WEBPACK_IMPORTED_MODULE_2___default().getCipher(node_forge_lib_asn1_js__WEBPACK_IMPORTED_MODULE_0___default().derToOid(identifier.value), parameters, '');
        cipher.update(node_forge_lib_util_js__WEBPACK_IMPORTED_MODULE_3___default().createBuffer(Buffer.from(content).toString('latin1')));
        return cipher.finish() ? Buffer.from(cipher.output.getBytes(), 'latin1') : undefined;
    }
    catch {
        // What it throws for is not what it knows, or no DER.
        return undefined;
    }
};
//# sourceMappingURL=decipher.js.map

/***/ })

};
;