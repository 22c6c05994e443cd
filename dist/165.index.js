"use strict";
exports.id = 165;
exports.ids = [165];
exports.modules = {

/***/ 28165:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  certificatesCommand: () => (/* binding */ certificatesCommand)
});

// EXTERNAL MODULE: ./build/bundle/src/text/days.js
var text_days = {get SM(){return __webpack_require__(14134).SM},get YM(){return __webpack_require__(14134).YM},get kb(){return __webpack_require__(14134).kb}};
// EXTERNAL MODULE: ./build/bundle/src/text/grouped.js
var grouped = __webpack_require__(19159);
// EXTERNAL MODULE: ./build/bundle/src/report/position.js
var position = __webpack_require__(45361);
// EXTERNAL MODULE: ./build/bundle/src/report/visible.js
var visible = __webpack_require__(86030);
;// CONCATENATED MODULE: ./build/bundle/src/report/certificates/certificate-calendar.js




const LINE_OCTETS = 75;
const LEAF_DAYS = 30;
const AUTHORITY_DAYS = 90;
/**
 * The certificates as a calendar (iCalendar, RFC 5545): an event on the day on which each ends, with a reminder a third of
 * its life before, at most 30 days, or 90 for an authority. A certificate that stands in several files is one event, and
 * keeps its identity from run to run, so that a calendar that is subscribed to updates it.
 *
 * @param version of promsec.
 */
function certificateCalendar({ certificates, now }, version) {
    const copies = (0,grouped/* groupedBy */.m)(certificates, certificate => certificate.fingerprint256);
    const lines = [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        `PRODID:-//promsec//promsec ${version}//EN`,
        'CALSCALE:GREGORIAN',
        'METHOD:PUBLISH',
        'X-WR-CALNAME:Certificates that end',
        ...[...copies.values()].flatMap(same => eventOf(same, now)),
        'END:VCALENDAR',
    ];
    return lines.map(line => `${folded(line)}\r\n`).join('');
}
function eventOf(copies, now) {
    const [certificate] = copies;
    if (certificate === undefined)
        return [];
    const { subject, issuer, kind, key, notAfter, fingerprint256 } = certificate;
    const what = kind === 'leaf' ? 'Certificate' : 'CA certificate';
    const description = [
        `It ends at ${notAfter.toISOString()}.`,
        `Issued by ${issuer}, ${key}, SHA-256 ${fingerprint256}`,
        ...copies.flatMap(placesOf),
    ];
    return [
        'BEGIN:VEVENT',
        `UID:${fingerprint256.replaceAll(':', '').toLowerCase()}@promsec`,
        `DTSTAMP:${stampOf(now)}`,
        `DTSTART;VALUE=DATE:${stampOf(notAfter).slice(0, 8)}`,
        `SUMMARY:${escaped(`${what} ${(0,visible/* visibleText */.Q6)(subject)} expires`)}`,
        `DESCRIPTION:${description.map(line => escaped((0,visible/* visibleText */.Q6)(line))).join('\\n')}`,
        'TRANSP:TRANSPARENT',
        'BEGIN:VALARM',
        'ACTION:DISPLAY',
        `DESCRIPTION:${escaped(`${what} ${(0,visible/* visibleText */.Q6)(subject)} expires soon`)}`,
        `TRIGGER:-P${reminderDays(certificate)}D`,
        'END:VALARM',
        'END:VEVENT',
    ];
}
function placesOf({ at, usedBy }) {
    return [
        `In ${at.file.path}, line ${(0,position/* rangeOf */.be)(at).line}`,
        ...usedBy.map(use => `Used by ${use.field} in ${use.at.file.path}, line ${(0,position/* rangeOf */.be)(use.at).line}`),
    ];
}
function reminderDays({ kind, notBefore, notAfter }) {
    const third = Math.trunc((0,text_days/* daysBetween */.YM)(notBefore, notAfter) / 3);
    return Math.max(1, Math.min(third, kind === 'leaf' ? LEAF_DAYS : AUTHORITY_DAYS));
}
/** A moment as RFC 5545 has it, in UTC: `20270131T120000Z`. */
function stampOf(moment) {
    return moment.toISOString().replaceAll(/[-:]|\.\d+/g, '');
}
/** The value type TEXT of RFC 5545, section 3.3.11. */
function escaped(text) {
    return text.replaceAll(/[\\;,]/g, '\\$&');
}
/** Lines have at most 75 octets (RFC 5545, section 3.1); what goes on begins with a blank. No character is cut apart. */
function folded(line) {
    const parts = [];
    let part = '';
    let octets = 0;
    for (const character of line) {
        const size = Buffer.byteLength(character);
        if (octets + size > LINE_OCTETS) {
            parts.push(part);
            part = ' ';
            octets = 1;
        }
        part += character;
        octets += size;
    }
    return [...parts, part].join('\r\n');
}
//# sourceMappingURL=certificate-calendar.js.map
;// CONCATENATED MODULE: ./build/bundle/src/report/certificates/certificate-csv.js



const COLUMNS = 'subject issuer kind names not_before not_after days key fingerprint_sha256 file line block used_by'.split(' ');
/** The certificates as CSV (RFC 4180) with a line of headings. Lists are parted by spaces. */
function certificateCsv({ certificates, now }) {
    const rows = certificates.map(certificate => cellsOf(certificate, now));
    return [COLUMNS, ...rows].map(cells => `${cells.map(quoted).join(',')}\r\n`).join('');
}
function cellsOf(certificate, now) {
    const { subject, issuer, kind, names, notBefore, notAfter, key, fingerprint256, at, block, usedBy } = certificate;
    return [
        inert(subject),
        inert(issuer),
        kind,
        inert(names.join(' ')),
        notBefore.toISOString(),
        notAfter.toISOString(),
        String((0,text_days/* daysBetween */.YM)(now, notAfter)),
        key,
        fingerprint256,
        inert(at.file.path),
        String((0,position/* rangeOf */.be)(at).line),
        String(block),
        inert(usedBy.map(use => `${use.at.file.path}:${(0,position/* rangeOf */.be)(use.at).line} ${use.field}`).join('; ')),
    ];
}
/** Text from a certificate or a path: a spreadsheet takes what begins like this for a formula, and runs it. */
function inert(text) {
    const shown = (0,visible/* visibleText */.Q6)(text);
    return /^[=+\-@]/.test(shown) ? `'${shown}` : shown;
}
function quoted(cell) {
    return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
//# sourceMappingURL=certificate-csv.js.map
// EXTERNAL MODULE: ./build/bundle/src/report/json.js + 1 modules
var json = __webpack_require__(98685);
// EXTERNAL MODULE: ./build/bundle/src/report/json-text.js
var json_text = __webpack_require__(14734);
// EXTERNAL MODULE: ./build/bundle/src/report/project.js
var project = __webpack_require__(75309);
;// CONCATENATED MODULE: ./build/bundle/src/report/certificates/certificate-json.js




/** The certificates as JSON; `certificate-schema.ts` describes it. @param version of promsec. */
function certificatesJson({ certificates, now }, version) {
    return (0,json_text/* jsonText */.s)({
        version: 1,
        tool: { name: project/* TOOL_NAME */.lH, version },
        now: now.toISOString(),
        certificates: certificates.map(certificate => ({
            ...(0,json.certificateJson)(certificate),
            days: (0,text_days/* daysBetween */.YM)(now, certificate.notAfter),
        })),
    });
}
//# sourceMappingURL=certificate-json.js.map
// EXTERNAL MODULE: ./build/bundle/src/report/color.js
var color = __webpack_require__(49019);
// EXTERNAL MODULE: ./build/bundle/src/report/summary.js
var summary = __webpack_require__(7356);
// EXTERNAL MODULE: ./build/bundle/src/report/certificates/expiry.js
var expiry = __webpack_require__(97230);
;// CONCATENATED MODULE: ./build/bundle/src/report/certificates/certificate-text.js






const SOON_DAYS = 30;
/** The certificates for a terminal, two lines each: the facts, and where it stands and what uses it. */
function certificateText({ certificates, now }, hasColor) {
    if (certificates.length === 0)
        return 'no certificates\n';
    const paint = (0,color/* painterFor */.D)(hasColor);
    const rows = certificates.map(certificate => certificate_text_cellsOf(certificate, now));
    const widths = [0, 1, 2, 3].map(column => Math.max(...rows.map(row => widthOf(row[column] ?? ''))));
    const blocks = certificates.map((certificate, index) => {
        const cells = (rows[index] ?? []).map((cell, column) => padded(cell, widths[column] ?? 0));
        return [painted(cells, certificate, now, paint), ...certificate_text_placesOf(certificate).map(place => `    ${place}`)].join('\n');
    });
    return `${blocks.join('\n')}\n\n${countsOf(certificates, now)}\n`;
}
function certificate_text_cellsOf({ notAfter, kind, key, subject, names }, now) {
    const others = names.filter(name => name !== subject).map(visible/* visibleText */.Q6);
    const shown = others.length === 0 ? (0,visible/* visibleText */.Q6)(subject) : `${(0,visible/* visibleText */.Q6)(subject)} (${others.join(', ')})`;
    return [(0,text_days/* dayOf */.kb)(notAfter), (0,expiry/* relativeDays */.g)(notAfter, now), kind, key, shown];
}
function painted(cells, { notAfter }, now, paint) {
    const [day = '', relative = '', ...rest] = cells;
    const head = `${day}  ${relative}`;
    const days = (0,text_days/* daysBetween */.YM)(now, notAfter);
    const marked = notAfter < now ? paint('error', head) : days < SOON_DAYS ? paint('warning', head) : head;
    return [marked, ...rest].join('  ');
}
function certificate_text_placesOf({ at, block, blocks, usedBy }) {
    const which = blocks > 1 ? ` (block ${block} of ${blocks})` : '';
    return [`${placeOf(at)}${which}`, ...usedBy.map(use => `used by ${placeOf(use.at)} ${use.field}`)];
}
function placeOf(at) {
    return `${(0,visible/* visibleText */.Q6)(at.file.path)}:${(0,position/* rangeOf */.be)(at).line}`;
}
function countsOf(certificates, now) {
    const expired = certificates.filter(({ notAfter }) => notAfter < now).length;
    const soon = certificates.filter(({ notAfter }) => notAfter >= now && (0,text_days/* daysBetween */.YM)(now, notAfter) < SOON_DAYS).length;
    return `${(0,summary/* numbered */.jN)(certificates.length, 'certificate')}, ${expired} expired, ${soon} within ${SOON_DAYS} days`;
}
function widthOf(text) {
    return Array.from(text).reduce((sum, character) => sum + (0,visible/* columnsOf */.PL)(character), 0);
}
function padded(text, width) {
    return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}
//# sourceMappingURL=certificate-text.js.map
;// CONCATENATED MODULE: ./build/bundle/src/report/certificates/format.js




/** The certificates of a report in a format. */
function certificateList(report, format, { version, hasColor }) {
    switch (format) {
        case 'text':
            return certificateText(report, hasColor);
        case 'json':
            return certificatesJson(report, version);
        case 'csv':
            return certificateCsv(report);
        case 'ical':
            return certificateCalendar(report, version);
    }
}
//# sourceMappingURL=format.js.map
// EXTERNAL MODULE: ./build/bundle/src/edge/configuration.js
var edge_configuration = __webpack_require__(83429);
// EXTERNAL MODULE: ./build/bundle/src/lint/linted.js
var linted = __webpack_require__(63011);
// EXTERNAL MODULE: ./build/bundle/src/report/version.js
var version = __webpack_require__(15720);
// EXTERNAL MODULE: ./build/bundle/src/edge/whole-report.js
var whole_report = __webpack_require__(19599);
// EXTERNAL MODULE: ./build/bundle/src/edge/cli/saved.js
var saved = {get _(){return __webpack_require__(28573)._}};
;// CONCATENATED MODULE: ./build/bundle/src/edge/cli/certificates-command.js






/** `promsec certificates`: every certificate that is committed, by the date of its end. It judges nothing. */
async function certificatesCommand(command, terminal) {
    const { certificateFormat: format, output } = command;
    const tree = (0,whole_report/* treeFor */.UJ)({ ...terminal, paths: command.words });
    const configuration = await (0,edge_configuration/* configurationFor */.a2)(tree.root, command.configuration, terminal.folder);
    const report = await (0,linted/* linted */.b)({ files: tree, configuration, now: command.now ?? terminal.now, rules: [] });
    const hasColor = output === undefined && (command.color ?? terminal.hasColor);
    const text = certificateList(report, format, { version: version/* VERSION */.x, hasColor });
    if (output !== undefined)
        (0,saved/* saved */._)(output, text, terminal.folder);
    else if (format === 'text')
        terminal.print(text);
    else
        terminal.emit(text);
    return 0;
}
//# sourceMappingURL=certificates-command.js.map

/***/ })

};
;