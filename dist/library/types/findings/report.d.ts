import type { SourceFile, Span } from '../text/source.js';
import type { Finding, Ignored, Severity } from './finding.js';
/** What a reporter needs to know of a rule. */
export interface RuleMetadata {
    readonly id: string;
    readonly severity: Severity;
    readonly summary: string;
    /** Why it matters and what to do: Markdown, paragraphs parted by an empty line. */
    readonly explanation: string;
}
/** A file, or a part of one, that might be ours and was not read. */
export interface Unread {
    readonly path: string;
    /** Lower case, without a full stop; never quotes the file. */
    readonly reason: string;
}
/** What was looked at. */
export interface FileCounts {
    /** All files of the tree, also those that cannot matter. */
    readonly seen: number;
    /** Documents per dialect, dialects in alphabetical order. */
    readonly documents: Readonly<Record<string, number>>;
}
/** A certificate of the repository, for lists of them. */
export interface ListedCertificate {
    /** What Go calls it: its common name, else its first organization, else its serial number. Printable. */
    readonly subject: string;
    readonly issuer: string;
    readonly kind: 'root' | 'intermediate' | 'leaf';
    /** The names it holds for: host names and addresses. Printable. */
    readonly names: readonly string[];
    readonly notBefore: Date;
    readonly notAfter: Date;
    /** `RSA 2048`, `ECDSA P-256`. */
    readonly key: string;
    /** SHA-256, as openssl prints it. */
    readonly fingerprint256: string;
    /** Where it stands; of a file that is no text its begin. */
    readonly at: Span;
    /** From 1, among the certificates of its text. */
    readonly block: number;
    readonly blocks: number;
    /** The fields that lead to it. */
    readonly usedBy: readonly {
        readonly field: string;
        readonly at: Span;
    }[];
}
/** What changed in a file. Lines are counted from 1, and ranges have no gap between start and end, both of them included. */
export interface ChangedFile {
    readonly path: string;
    /** What it was called, where that is something else. */
    readonly previousPath?: string;
    /** The lines that are new or other than before, in order. */
    readonly lines: readonly {
        readonly start: number;
        readonly end: number;
    }[];
    /** The lines behind which others were taken out, in order; 0 where that was the begin of the file. */
    readonly deletedAfter: readonly number[];
    /** True for a file that did not exist, or of which no lines can be told: each counts as changed. */
    readonly isWhole: boolean;
}
/** From line `start` on, until the next one, a line stands `offset` lines further down elsewhere. */
export interface LineShift {
    readonly start: number;
    readonly offset: number;
}
/** What a run was compared with. Findings of it are `new` or `existing`. */
export interface Comparison {
    /** `new`: what the base has not counts; `changed-lines`: what stands on a changed line does. */
    readonly scope: 'new' | 'changed-lines';
    /** The base in words for people: `HEAD^1 (1a2b3c4)`. */
    readonly base: string;
    /**
     * The commit that GitHub shows results on, in full, where it is known: of a merge commit that was checked out the head of
     * the pull request.
     */
    readonly headCommit?: string;
    /** By path of the head: what was linted, whose lines these are. */
    readonly changes: ReadonlyMap<string, ChangedFile>;
    /** By path, of files that the head commit has in another shape: what leads from a line to its line there. */
    readonly shifts: ReadonlyMap<string, readonly LineShift[]>;
    /** How many findings of the base are gone. */
    readonly fixed: number;
    /** What the change does to the policy, one sentence each: `.promsec.yml is changed`, `2 ignore comments are added`. */
    readonly policyChanges: readonly string[];
    /** True when nothing that is ours is changed, so that nothing was read. */
    readonly isUntouched: boolean;
}
/** So many findings of one kind in one file, as a baseline records them: without a line, and without what stands there. */
export interface BaselineEntry {
    readonly file: string;
    /** Its id; of another version of promsec perhaps, which has rules that this one has not. */
    readonly rule: string;
    readonly severity: Severity;
    readonly fingerprint: string;
    /** From 1. */
    readonly count: number;
}
/** The baseline that a run was judged with: what it has is `existing`. */
export interface AppliedBaseline {
    /** The file, for people. */
    readonly file: string;
    /** The same for the same content. 16 hexadecimal digits. */
    readonly fingerprint: string;
    /** What it has and was not found, in order of file, rule, severity and fingerprint. */
    readonly stale: readonly BaselineEntry[];
}
/** One of `count` parts of a report, which `index`, from 1, tells apart. */
export interface Shard {
    readonly index: number;
    readonly count: number;
}
/** What a report was judged by, as far as who puts reports together has to know. */
export interface JudgedBy {
    readonly failOn: Severity | 'never';
    readonly noFiles: 'pass' | 'warn' | 'fail';
    /** The same for the same configuration. 16 hexadecimal digits. */
    readonly fingerprint: string;
}
/** The outcome of a run, all that a reporter gets. Findings are sorted by file, place and rule. */
export interface Report {
    readonly findings: readonly Finding[];
    readonly ignored: readonly Ignored[];
    readonly unread: readonly Unread[];
    /** Every rule that ran, whether it found something or not, and the engine's own. */
    readonly rules: readonly RuleMetadata[];
    readonly files: FileCounts;
    /** Sorted by their end, then by file and place. */
    readonly certificates: readonly ListedCertificate[];
    /** Absent where everything counts. */
    readonly comparison?: Comparison;
    /** Why everything counts, where only what is new was wanted: a clause in lower case. */
    readonly withoutBase?: string;
    /** Absent where there is no baseline. */
    readonly baseline?: AppliedBaseline;
    /** Where secrets stand: a frame or a snippet masks what lies in one of these. */
    readonly secrets: readonly Span[];
    /** The moment that dates were compared with. */
    readonly now: Date;
    /** Set where it is a part: what it says of findings, certificates and files is what belongs to that part. */
    readonly shard?: Shard;
    /** What the repository is called, `owner/name`, where that was said. */
    readonly repository?: string;
    readonly judgedBy?: JudgedBy;
}
/** The report as text. Pure: the same report gives the same bytes. */
export type Reporter = (report: Report) => string;
/** How many findings there are of each severity. */
export declare function countsOf(findings: readonly Finding[]): Readonly<Record<Severity, number>>;
/** The files that findings, in their order, stand in. One that was read several times is one. */
export declare function filesOf(findings: readonly Finding[]): readonly SourceFile[];
/** True where everything was looked at and nothing of ours was among it, so that no findings mean nothing. */
export declare function holdsNothing({ files, unread, comparison, shard }: Report): boolean;
