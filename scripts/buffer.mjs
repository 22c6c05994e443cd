// What `Buffer` stands for in the library: that of Node, and where there is no Node a copy that comes along.
import { Buffer as Copy } from 'buffer/';

export const Buffer = globalThis.Buffer ?? Copy;
