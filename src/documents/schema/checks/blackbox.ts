import { blockOf, conflict, invalid, listOf, textOf } from '../block.ts';
import type { Block, Check, Complaint } from '../complaint.ts';
import { canonicalHeader } from './header-name.ts';
import { httpHeaders, oauth2Secrets } from './http-client.ts';

const LARGEST_TTL = 255;

/** Versions of HTTP that go together. blackbox_exporter's `config/config.go`, `HTTPProbe.UnmarshalYAML`. */
function* httpVersions(block: Block): Iterable<Complaint> {
  const versions = [...listOf(block['valid_http_versions']).entries()];
  if (block['enable_http3'] !== true) {
    for (const [index, version] of versions) {
      if (version !== 'HTTP/3.0') continue;
      const text = 'HTTP/3 cannot be used as a valid HTTP version when enable_http3 is false';
      yield invalid(['valid_http_versions', index], text);
    }
    return;
  }
  for (const [index, version] of versions) {
    if (version !== 'HTTP/2.0' && version !== 'HTTP/1.1') continue;
    const text = 'HTTP/3 and HTTP/2.0/1.1 cannot be used together - only HTTP/3.0 is allowed when enable_http3 is true';
    yield invalid(['valid_http_versions', index], text);
  }
  // HTTP/2 is on where nothing is written; null is false.
  if (block['enable_http2'] !== undefined && block['enable_http2'] !== true) return;
  const places = 'enable_http2' in block ? [['enable_http3'], ['enable_http2']] : [['enable_http3']];
  yield conflict(places, 'when enable_http3 is true, enable_http2 must be set to false', 'set enable_http2 to false');
}

/** A header `Accept-Encoding` takes the compression that is expected. `isCompressionAcceptEncodingValid`. */
function* acceptEncoding(block: Block): Iterable<Complaint> {
  const compression = textOf(block['compression']);
  for (const [name, value] of Object.entries(blockOf(block['headers']))) {
    if (canonicalHeader(name) !== 'Accept-Encoding' || isAccepted(compression, textOf(value))) continue;
    const text = `invalid configuration "${name}: ${textOf(value)}", "compression: ${compression}"`;
    yield conflict([['compression'], ['headers', name]], text);
  }
}

function isAccepted(compression: string, accepted: string): boolean {
  if (compression === '' || accepted === '') return true;
  const encodings = accepted.split(',').map(part => {
    const semicolon = part.lastIndexOf(';');
    if (semicolon < 0) return { name: part.trim(), quality: 1 };
    const quality = Number(
      part
        .slice(semicolon + 1)
        .trim()
        .replace(/^q=/, '') || Number.NaN,
    );
    return { name: part.slice(0, semicolon).trim(), quality: Number.isNaN(quality) ? 0 : quality };
  });
  const best = encodings
    .toSorted((a, b) => b.quality - a.quality)
    .find(({ name }) => name === compression || name === '*');
  return best !== undefined && best.quality > 0;
}

/** How far packets may go. `ICMPProbe.UnmarshalYAML`. */
function* icmpTtl(block: Block): Iterable<Complaint> {
  const ttl = block['ttl'];
  if (typeof ttl !== 'number') return;
  if (ttl < 0) yield invalid(['ttl'], '"ttl" cannot be negative');
  if (ttl > LARGEST_TTL) yield invalid(['ttl'], '"ttl" cannot exceed 255');
}

/** By the names in `facts/blackbox.json`. */
export const CHECKS: Readonly<Record<string, Check>> = {
  acceptEncoding,
  httpHeaders,
  httpVersions,
  icmpTtl,
  oauth2Secrets,
};
