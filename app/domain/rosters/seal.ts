/*
 * The seal, algorithm v1: how a stranger works it out again (decisions/0017-the-seal.md).
 *
 * 1. The manifest is the JSON object described by SealManifest below. Days are `YYYY-MM-DD`, instants
 *    UTC `YYYY-MM-DDTHH:mm:ss.sssZ`, decimals text with the places of their column, SHA-256 lower-case
 *    hexadecimal; what is not there is null.
 * 2. ID number and telephone are not in it, but sha256(UTF-8 of `salt:kind:value`), where `salt` is the
 *    manifest's 64 hexadecimal characters, `kind` is `idNumber` or `phone`, `value` the number in full.
 * 3. Canonical JSON: keys of every object sorted by UTF-16 code units, no white space, strings as
 *    JSON.stringify writes them, numbers whole. Lists keep the order described at each of them. This is
 *    RFC 8785 for the values that occur here.
 * 4. The digest is SHA-256 over the UTF-8 bytes of that text.
 */

import type { SealedLineFacts } from "./sealed-line";

export const SEAL_ALGORITHM = "v1";

type Text = string;
type Day = string;
type Instant = string;
type Sha256 = string;

export interface SealManifest {
  readonly algorithm: typeof SEAL_ALGORITHM;
  /** 32 random bytes of this seal, hexadecimal. */
  readonly salt: Text;
  readonly roster: {
    readonly id: Text;
    readonly classId: Text;
    readonly countyCode: Text;
    readonly submittedBy: Text | null;
    readonly submittedAt: Instant | null;
    readonly reviewedBy: Text | null;
    readonly reviewedAt: Instant | null;
  };
  /** The class as it was filed, approved and completed. */
  readonly filing: Readonly<Record<string, Text | number | null>>;
  /** Papers of the filing, by id. */
  readonly documents: readonly {
    readonly id: Text;
    readonly kind: Text;
    readonly title: Text;
    readonly sha256: Sha256;
  }[];
  /** Standing lines, by number, then id. */
  readonly lines: readonly SealedLineFacts[];
  /** The registry's answers, by line number, event, instant of recording, id. */
  readonly verifications: readonly {
    readonly id: Text;
    readonly lineId: Text;
    readonly event: Text;
    readonly eventOn: Day;
    readonly source: Text;
    readonly category: Text | null;
    readonly verifiedOn: Day;
    readonly recordedAt: Instant;
  }[];
  /** Lists sent to the registry's platform and their answers, by id. */
  readonly batches: readonly {
    readonly id: Text;
    readonly event: Text;
    readonly verifiedOn: Day | null;
    readonly platformOperator: Text;
    readonly listSha256: Sha256 | null;
    readonly resultSha256: Sha256 | null;
  }[];
  /** Signatures and prints that stand, by line number, element, method, id. */
  readonly proofs: readonly {
    readonly id: Text;
    readonly lineId: Text;
    readonly lineVersion: number;
    readonly element: Text;
    readonly method: Text;
    readonly givenAt: Instant;
    readonly proxyName: Text;
    readonly proxyRelation: Text;
    readonly proxyReason: Text;
    readonly witness: Text;
    readonly noticeId: Text | null;
    readonly documentDigest: Sha256 | null;
    readonly scanPageId: Text | null;
    readonly sha256: Sha256;
  }[];
  /** Straightened pages that the proofs were cut from, and the scans they came in, by id. */
  readonly pages: readonly {
    readonly id: Text;
    readonly pageNo: number | null;
    readonly sha256: Sha256 | null;
    readonly scanSha256: Sha256 | null;
  }[];
  /** All sessions, cancelled ones too, by day, beginning, id. */
  readonly sessions: readonly {
    readonly id: Text;
    readonly heldOn: Day;
    readonly startsAt: number;
    readonly endsAt: number;
    readonly classHours: Text;
    readonly place: Text;
    readonly teacher: Text;
    readonly topic: Text;
    readonly isCancelled: boolean;
  }[];
  /** Of standing lines, by the order of the sessions, then line number. */
  readonly attendance: readonly {
    readonly sessionId: Text;
    readonly lineId: Text;
    readonly state: Text;
  }[];
  /** Attendance that was corrected, with what stood before, by id. */
  readonly corrections: readonly {
    readonly id: Text;
    readonly sessionId: Text;
    readonly lineId: Text;
    readonly fromState: Text;
    readonly toState: Text;
    readonly reason: Text;
    readonly correctedBy: Text;
    readonly correctedAt: Instant;
  }[];
  /** By line number. */
  readonly results: readonly {
    readonly lineId: Text;
    readonly result: Text;
    readonly certificateKind: Text;
    readonly certificateNo: Text;
    readonly issuedOn: Day | null;
    readonly note: Text;
  }[];
  /** Records that were not voided, by id. */
  readonly supervision: readonly {
    readonly id: Text;
    readonly party: Text;
    readonly way: Text;
    readonly heldOn: Day;
    readonly sessionId: Text | null;
    readonly outsideReason: Text;
    readonly headcountSeen: number | null;
    readonly observations: Text;
    readonly problems: Text;
    readonly advice: Text;
    readonly signedBy: Text;
    readonly signerName: Text;
    readonly signerOffice: Text;
    readonly signedAt: Instant;
    readonly inkSha256: Sha256 | null;
    readonly paperSha256: Sha256 | null;
  }[];
  /** Trainees asked in those records, by id of the record, then of the line. */
  readonly spotChecks: readonly {
    readonly recordId: Text;
    readonly lineId: Text;
    readonly outcome: Text;
    readonly note: Text;
  }[];
  /** Pictures and videos not set aside, by id. */
  readonly media: readonly {
    readonly id: Text;
    readonly sessionId: Text;
    readonly kind: Text;
    readonly capturedAt: Instant | null;
    readonly sha256: Sha256;
  }[];
  /** Notices that were read before signing, by id. */
  readonly notices: readonly {
    readonly id: Text;
    readonly purpose: Text;
    readonly version: number;
    readonly digest: Sha256;
  }[];
}
