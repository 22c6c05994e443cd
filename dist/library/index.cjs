'use strict';
const later = name => async (...parameters) => (await import('./index.js'))[name](...parameters);
module.exports = { formatted: later('formatted'), lint: later('lint'), mended: later('mended'), rules: later('rules') };
