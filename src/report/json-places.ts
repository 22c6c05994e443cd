import type { FindingJson, PlaceJson, ReportJson } from './json-shape.ts';

/** Every place of a report as JSON, with where it stands there: a JSON pointer (RFC 6901). */
export function* placesIn(json: ReportJson): Generator<readonly [pointer: string, place: PlaceJson]> {
  for (const [index, finding] of json.findings.entries()) yield* placesOfFinding(`/findings/${index}`, finding);
  for (const [index, { finding, at }] of json.ignored.entries()) {
    yield* placesOfFinding(`/ignored/${index}/finding`, finding);
    yield [`/ignored/${index}/at`, at];
  }
  for (const [index, certificate] of json.certificates.entries()) {
    yield [`/certificates/${index}`, certificate];
    yield* placesOfList(`/certificates/${index}/usedBy`, certificate.usedBy);
  }
}

function* placesOfFinding(pointer: string, finding: FindingJson): Generator<readonly [string, PlaceJson]> {
  yield [pointer, finding];
  yield* placesOfList(`${pointer}/related`, finding.related);
  yield* placesOfList(`${pointer}/fix/edits`, finding.fix?.edits ?? []);
}

function* placesOfList(pointer: string, places: readonly PlaceJson[]): Generator<readonly [string, PlaceJson]> {
  for (const [index, place] of places.entries()) yield [`${pointer}/${index}`, place];
}

/** A report with the files that it speaks of below a folder. @param prefix the folder with a slash behind it. */
export function reportBelow(prefix: string, json: ReportJson): ReportJson {
  const below = <Place extends { readonly file: string }>(place: Place): Place => ({
    ...place,
    file: prefix + place.file,
  });
  const findingBelow = (finding: FindingJson): FindingJson => ({
    ...below(finding),
    related: finding.related.map(below),
    ...(finding.fix === undefined ? {} : { fix: { ...finding.fix, edits: finding.fix.edits.map(below) } }),
  });
  const { comparison, baseline } = json;
  return {
    ...json,
    findings: json.findings.map(findingBelow),
    ignored: json.ignored.map(({ finding, reason, at }) => ({ finding: findingBelow(finding), reason, at: below(at) })),
    unread: json.unread.map(({ path, reason }) => ({ path: prefix + path, reason })),
    certificates: json.certificates.map(certificate => ({
      ...below(certificate),
      usedBy: certificate.usedBy.map(below),
    })),
    excerpts: json.excerpts.map(below),
    ...(baseline === undefined ? {} : { baseline: { ...baseline, stale: baseline.stale.map(below) } }),
    ...(comparison === undefined
      ? {}
      : {
          comparison: {
            ...comparison,
            changes: comparison.changes.map(change => ({
              ...below(change),
              ...(change.previousFile === undefined ? {} : { previousFile: prefix + change.previousFile }),
            })),
            shifts: comparison.shifts.map(below),
          },
        }),
  };
}
