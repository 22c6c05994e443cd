import type zlib from 'node:zlib';

/**
 * node:zlib, loaded when something compressed is met for the first time: with it Node loads its streams, which takes a
 * tenth of the time in which it starts. It computes and touches nothing; `process` only stands for the loader here.
 */
export function nodeZlib(): typeof zlib {
  return process.getBuiltinModule('node:zlib');
}
