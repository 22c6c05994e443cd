import type { Finding, Severity } from '../findings/finding.js';
import type { AppliedBaseline, ChangedFile, Comparison, JudgedBy, LineShift, ListedCertificate, Shard } from '../findings/report.js';
/** A report as `--format json` prints it; `json-schema.ts` says the same to others. */
export interface ReportJson {
    readonly version: 1;
    readonly tool: {
        readonly name: string;
        readonly version: string;
    };
    readonly now: string;
    readonly findings: readonly FindingJson[];
    readonly ignored: readonly IgnoredJson[];
    readonly unread: readonly {
        readonly path: string;
        readonly reason: string;
    }[];
    readonly files: {
        readonly seen: number;
        readonly documents: Readonly<Record<string, number>>;
    };
    readonly counts: Readonly<Record<Severity, number>>;
    readonly comparison?: ComparisonJson;
    readonly withoutBase?: string;
    readonly baseline?: AppliedBaseline;
    readonly repository?: string;
    readonly shard?: Shard;
    readonly configuration?: JudgedBy;
    /** The ids of the rules that ran. */
    readonly rules: readonly string[];
    readonly certificates: readonly CertificateJson[];
    readonly excerpts: readonly ExcerptJson[];
}
/** A place, in lines and columns from 1. */
export interface PlaceJson {
    readonly file: string;
    readonly line: number;
    readonly column: number;
    readonly endLine: number;
    readonly endColumn: number;
    readonly exact: boolean;
}
export interface FindingJson extends PlaceJson {
    readonly rule: string;
    readonly severity: Severity;
    readonly message: string;
    readonly subject: {
        readonly path: string;
        readonly kind: string;
    };
    readonly fingerprint: string;
    readonly state: Finding['state'];
    readonly related: readonly (PlaceJson & {
        readonly message: string;
    })[];
    readonly fix?: FixJson;
}
export interface FixJson {
    readonly title: string;
    readonly safe: boolean;
    readonly edits: readonly (PlaceJson & {
        readonly text: string;
    })[];
}
export interface IgnoredJson {
    readonly finding: FindingJson;
    readonly reason: string;
    readonly at: PlaceJson;
}
export interface CertificateJson extends PlaceJson, Pick<ListedCertificate, 'subject' | 'issuer' | 'kind' | 'names' | 'key' | 'fingerprint256' | 'block' | 'blocks'> {
    readonly notBefore: string;
    readonly notAfter: string;
    readonly usedBy: readonly (PlaceJson & {
        readonly field: string;
    })[];
}
export interface ComparisonJson extends Pick<Comparison, 'scope' | 'base' | 'headCommit' | 'fixed' | 'policyChanges'> {
    readonly untouched: boolean;
    readonly changes: readonly ChangeJson[];
    readonly shifts: readonly {
        readonly file: string;
        readonly lines: readonly LineShift[];
    }[];
}
/** What changed in a file that the report speaks of. */
export interface ChangeJson extends Pick<ChangedFile, 'lines' | 'deletedAfter'> {
    readonly file: string;
    readonly previousFile?: string;
    readonly whole: boolean;
}
/** What is shown of a file. */
export interface ExcerptJson {
    readonly file: string;
    /** How many lines it has, not counting beyond the one behind the last of `shown`. */
    readonly lines: number;
    /** Whether the file begins with a byte order mark, which no line has. */
    readonly byteOrderMark?: boolean;
    readonly shown: readonly ShownLineJson[];
}
/** A line that the report speaks of. */
export interface ShownLineJson {
    readonly line: number;
    /** In UTF-16 units without the line feed. */
    readonly length: number;
    /** What frames show of it, without its secrets. */
    readonly parts: readonly {
        readonly column: number;
        readonly text: string;
    }[];
    /** Where the secrets are that frames mask. */
    readonly masked: readonly {
        readonly column: number;
        readonly endColumn: number;
    }[];
    /** How GitHub's upload-sarif names the line. */
    readonly hash?: string;
}
