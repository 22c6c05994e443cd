import { pemBlock } from '../certificates.ts';
import { bytesMutated } from './byte-mutation.ts';
import type { Random } from './random.ts';
import { spliced, type TextMutation } from './text-mutation.ts';

const BLOCK = /-----BEGIN ([A-Z0-9 ]+)-----\n([A-Za-z0-9+/=\n]+)-----END \1-----\n?/g;

/** The bytes in a block of PEM changed, and written as one again. */
const changeBytes: TextMutation = (text, random, { containers }) =>
  withBlock(text, random, (label, base64) =>
    pemBlock(label, bytesMutated(Buffer.from(base64, 'base64'), random, containers)),
  );

const swap: TextMutation = (text, random, { containers }) =>
  withBlock(text, random, label => pemBlock(label, random.of(containers)));

const relabel: TextMutation = (text, random) =>
  withBlock(text, random, (label, base64) =>
    pemBlock(random.of(LABELS.filter(other => other !== label)), Buffer.from(base64, 'base64')),
  );

const LABELS = [
  'CERTIFICATE',
  'TRUSTED CERTIFICATE',
  'X509 CERTIFICATE',
  'PKCS7',
  'PRIVATE KEY',
  'EC PRIVATE KEY',
  'ENCRYPTED PRIVATE KEY',
  'CERTIFICATE REQUEST',
  'PUBLIC KEY',
];

const rewrite: TextMutation = (text, random) => {
  const [block] = [...text.matchAll(BLOCK)];
  if (block === undefined) return text;
  const [whole] = block;
  const written = random.of([
    whole.replaceAll('\n', '\r\n'),
    whole.replaceAll(/^(?=.)/gm, '    '),
    `${whole.trimEnd().replaceAll('\n', '\\n')}\n`,
    whole.replace('\n', '\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\n'),
    whole.trimEnd() + whole,
    whole.replaceAll('\n', ''),
    `# ${whole}`,
  ]);
  return spliced(text, block.index, block.index + whole.length, written);
};

function withBlock(text: string, random: Random, other: (label: string, base64: string) => string): string {
  const blocks = [...text.matchAll(BLOCK)];
  if (blocks.length === 0) return text;
  const { index, 0: whole, 1: label = '', 2: base64 = '' } = random.of(blocks);
  return spliced(text, index, index + whole.length, other(label, base64));
}

/** What can be done to a text with blocks of PEM. */
export const CERTIFICATE_MUTATIONS: readonly TextMutation[] = [
  changeBytes,
  changeBytes,
  changeBytes,
  swap,
  relabel,
  rewrite,
];

/** True for a text that {@link CERTIFICATE_MUTATIONS} can change. */
export function hasBlocks(text: string): boolean {
  return text.includes('-----BEGIN ');
}
