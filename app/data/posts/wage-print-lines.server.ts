import type { PoolClient } from "pg";
import { maskedNumbers, openNumbers, type SealedNumbers } from "~/data/rosters/masked-line.server";
import {
  ACKNOWLEDGEMENT_METHOD_LABELS,
  type AcknowledgementMethod,
} from "~/domain/evidence/line-proofs";
import { proofThatCounts } from "~/domain/evidence/proof-that-counts";
import { wageSheetName } from "~/domain/posts/wage-receipt";
import { fen, type Fen } from "~/domain/shared/fen";
import { isUuid } from "~/platform/http/list-address.server";
import { regionName } from "~/platform/reference/region-codes.server";

/** The sheet that a roster of wages is signed for. */
export interface WageRosterHead {
  readonly id: string;
  readonly sheetId: string;
  readonly label: string;
  readonly countyCode: string;
  readonly countyName: string;
  /** First day of the month. */
  readonly month: string;
  readonly headcount: number;
  /** Once the month is locked. */
  readonly seal: { readonly code: string; readonly digest: string } | null;
}

export interface WagePrintLine {
  readonly id: string;
  readonly name: string;
  readonly idCardNumber: string;
  readonly post: string;
  readonly workedDays: number;
  readonly restDays: number;
  readonly dueFen: Fen;
  readonly adjustFen: Fen;
  readonly payFen: Fen;
  /** How it was signed for; empty while it is not. */
  readonly receipt: string;
}

interface StoredHead extends Omit<WageRosterHead, "label" | "countyName" | "seal"> {
  readonly number: number;
  readonly code: string | null;
  readonly digest: string | null;
}

/** Held against changes until the transaction ends; null out of scope, and for what is no roster of wages. */
export async function lockWageRoster(
  client: PoolClient,
  id: string,
): Promise<WageRosterHead | null> {
  if (!isUuid(id)) return null;
  const { rows } = await client.query<StoredHead>(
    `SELECT r.id, s.id AS "sheetId", r.county_code AS "countyCode", s.month::text AS month, s.number,
       r.headcount, k.code, encode(k.digest, 'hex') AS digest
     FROM roster r JOIN wage_sheet s ON s.roster_id = r.id
       LEFT JOIN roster_seal k ON k.roster_id = r.id
     WHERE r.id = $1 FOR SHARE OF r`,
    [id],
  );
  const [found] = rows;
  if (found === undefined) return null;
  const { number, code, digest, ...head } = found;
  return {
    ...head,
    label: wageSheetName({ month: head.month, number }),
    countyName: regionName(head.countyCode) ?? head.countyCode,
    seal: code === null || digest === null ? null : { code, digest },
  };
}

type Proof = { readonly element: "SIGNATURE"; readonly method: AcknowledgementMethod };

interface StoredLine extends Omit<WagePrintLine, "idCardNumber" | "receipt">, SealedNumbers {
  readonly methods: readonly AcknowledgementMethod[];
}

/** Every standing line in the order of the paper, ID numbers in full or masked. */
export async function readWagePrintLines(
  client: PoolClient,
  rosterId: string,
  isFull: boolean,
): Promise<readonly WagePrintLine[]> {
  const { rows } = await client.query<StoredLine>(
    `SELECT l.id, l.name, a.title AS post, w.worked_days AS "workedDays",
       w.term_days - w.worked_days - w.leave_days - w.absent_days AS "restDays", w.due_fen AS "dueFen",
       w.adjust_fen AS "adjustFen", w.pay_fen AS "payFen", l.id_index AS "idIndex",
       l.id_sealed AS "idSealed", l.phone_sealed AS "phoneSealed",
       ARRAY(SELECT k.method FROM acknowledgement k WHERE k.line_id = l.id AND k.voided_at IS NULL
         AND k.element = 'SIGNATURE' AND k.line_version = l.content_version) AS methods
     FROM roster_line l JOIN wage_line w ON w.id = l.id
       JOIN post_appointment a ON a.id = w.appointment_id
     WHERE l.roster_id = $1 AND l.removed_at IS NULL ORDER BY l.line_no, l.id`,
    [rosterId],
  );
  const numbersOf = isFull ? openNumbers : maskedNumbers;
  return rows.map(({ methods, idIndex, idSealed, phoneSealed, ...line }) => {
    const proofs = methods.map((method): Proof => ({ element: "SIGNATURE", method }));
    const counts = proofThatCounts(proofs, "SIGNATURE");
    return {
      ...line,
      idCardNumber: numbersOf({ idIndex, idSealed, phoneSealed }).idCardNumber,
      ...{ dueFen: fen(line.dueFen), adjustFen: fen(line.adjustFen), payFen: fen(line.payFen) },
      receipt: counts === null ? "" : ACKNOWLEDGEMENT_METHOD_LABELS[counts.method],
    };
  });
}
