import type { BlockFlaw } from '../model/certificates/certificate.ts';

/** What lets Go read a block that it passes over, as an order. */
export const REMEDIES_OF_FLAWS: Readonly<Record<BlockFlaw, string>> = {
  'byte order mark': 'save the file as UTF-8 without one',
  comment: 'take it out of the comment, or remove it',
  glued: 'put a line break between the two',
  'text before': 'let its BEGIN line stand alone',
  indentation: 'remove the blanks before its lines',
  'carriage returns': 'save the file with line feeds',
  'escaped line breaks': 'put line breaks there',
  'text behind BEGIN': 'let its BEGIN line stand alone',
  'END within a line': 'let its END line stand alone',
  'END of another': 'let its END line end with CERTIFICATE-----',
  'text behind END': 'put a line break behind its END line',
  'headers alone': 'put the certificate there again',
  'foreign characters': 'remove them',
  'unended BEGIN': 'write -----BEGIN CERTIFICATE-----',
  'no END': 'put the certificate there again, whole',
  'broken base64': 'put the certificate there again',
  encoding: 'save it as UTF-8',
  label: 'convert it with openssl x509, which writes BEGIN CERTIFICATE',
  headers: 'remove the lines between its BEGIN line and its base64',
  content: 'put the certificate there again',
  unsupported: 'issue it anew with what Go knows',
};
