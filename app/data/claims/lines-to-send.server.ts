import { whyNotSent } from "~/domain/claims/sending";
import { fen, type Fen } from "~/domain/shared/fen";
import { unseenAccount } from "./unseen-account.server";
import type { Tx } from "~/platform/prisma/client.server";

/** A line whose money is still to go out. */
export interface LineToSend {
  readonly id: string;
  readonly lineNo: number;
  readonly personId: string;
  readonly name: string;
  readonly amountFen: Fen;
  /** The account that stands now; null where a unit is paid. */
  readonly account: StandingAccount | null;
  /** The account is another than the line went to or was drawn with. */
  readonly isNewAccount: boolean;
  readonly isFailed: boolean;
  /** The bank refused the number that stands now, and nobody has released it. */
  readonly isRefused: boolean;
  /** Chinese; null when it can go to the bank. */
  readonly obstacle: string | null;
}

export interface StandingAccount {
  readonly id: string;
  readonly holderName: string;
  readonly bankName: string;
  readonly accountSealed: Uint8Array;
}

interface Row {
  readonly id: string;
  readonly lineNo: number;
  readonly personId: string;
  readonly name: string;
  readonly amountFen: number;
  readonly sentTo: string | null;
  readonly isFailed: boolean;
  readonly isAskedBack: boolean;
  readonly accountId: string | null;
  readonly holderName: string;
  readonly bankName: string;
  readonly accountSealed: Uint8Array;
  readonly others: number;
  readonly isRefused: boolean;
  readonly isUnseen: boolean;
}

/** Every standing line of a claim that is neither sent, paid nor stopped, in its order, with what keeps it back. */
export async function findLinesToSend(
  tx: Tx,
  claim: { readonly id: string; readonly payeeUnit: string | null },
): Promise<LineToSend[]> {
  const rows = await tx.$queryRaw<Row[]>`
    WITH own AS MATERIALIZED (
      SELECT l.id, l.line_no, l.person_id, l.name, l.amount_fen, l.account_id, l.payment_state,
        a.id AS now_id, a.holder_name, a.bank_name, a.account_sealed, a.account_index,
        coalesce(${unseenAccount}, false) AS is_unseen, row_number() OVER (ORDER BY l.line_no, l.id) AS at
      FROM claim_line l JOIN claim_batch b ON b.id = l.batch_id
        LEFT JOIN payee_account a ON a.person_id = l.person_id AND a.replaced_at IS NULL
      WHERE l.batch_id = ${claim.id}::uuid AND l.removed_at IS NULL AND l.amount_fen > 0
        AND (l.payment_state IS NULL OR l.payment_state = 'FAILED'))
    SELECT o.id, o.line_no AS "lineNo", o.person_id AS "personId", o.name, o.amount_fen AS "amountFen",
      o.account_id AS "sentTo", coalesce(o.payment_state = 'FAILED', false) AS "isFailed",
      EXISTS (SELECT FROM clawback c WHERE c.line_id = o.id AND c.state IN ('proposed', 'confirmed'))
        AS "isAskedBack",
      o.now_id AS "accountId", o.holder_name AS "holderName", o.bank_name AS "bankName",
      o.account_sealed AS "accountSealed", o.is_unseen AS "isUnseen", s.others,
      EXISTS (SELECT FROM payee_account a JOIN claim_attempt t ON t.account_id = a.id
        WHERE a.account_index = o.account_index AND a.person_id = o.person_id AND t.state = 'FAILED'
          AND t.released_at IS NULL) AS "isRefused"
    FROM own o JOIN account_shared(ARRAY(SELECT account_index FROM own ORDER BY at),
      ARRAY(SELECT person_id FROM own ORDER BY at)) s ON s.at = o.at
    ORDER BY o.at`;
  return rows.map((row) => (claim.payeeUnit === null ? ofPerson(row) : ofUnit(row)));
}

function ofPerson(row: Row): LineToSend {
  const { accountId, holderName, bankName, accountSealed, others, isRefused, isUnseen } = row;
  const account =
    accountId === null ? null : { id: accountId, holderName, bankName, accountSealed };
  const shown = account && { holderName, others, isRefused, isUnseen };
  return {
    ...{ id: row.id, lineNo: row.lineNo, personId: row.personId, name: row.name },
    ...{ amountFen: fen(row.amountFen), account, isFailed: row.isFailed, isRefused },
    isNewAccount: accountId !== null && row.sentTo !== null && row.sentTo !== accountId,
    obstacle: whyNotSent({ name: row.name, account: shown, isAskedBack: row.isAskedBack }),
  };
}

/** Where a unit is paid only what is asked back keeps a line from it. */
function ofUnit(row: Row): LineToSend {
  const account = { holderName: row.name, others: 0, isRefused: false, isUnseen: false };
  return {
    ...{ id: row.id, lineNo: row.lineNo, personId: row.personId, name: row.name },
    ...{ amountFen: fen(row.amountFen), account: null, isFailed: row.isFailed },
    ...{ isNewAccount: false, isRefused: false },
    obstacle: whyNotSent({ name: row.name, account, isAskedBack: row.isAskedBack }),
  };
}
