import type { Actor } from "~/domain/access/actor";
import { countiesFor, may } from "~/domain/access/policy";
import { readsWholePost } from "~/domain/posts/reader";
import { paidAfterLeavingText } from "~/domain/posts/wage-after-leaving";
import { monthName } from "~/domain/posts/wage-receipt";
import { fen, type Fen } from "~/domain/shared/fen";
import { Prisma } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";
import { noMonthAfter } from "./correction-settling-store.server";
import { findPaidAfterLeaving } from "./paid-after-leaving.server";

/** A correction that no sheet has and nobody has paid back. */
export interface UnsettledRow {
  readonly id: string;
  readonly name: string;
  readonly countyName: string;
  readonly ofMonth: string;
  readonly amountFen: Fen;
  readonly reason: string;
  readonly enteredByName: string;
  /** The line it corrects. */
  readonly to: string;
  /** No later month of the post is left. */
  readonly isEnded: boolean;
  readonly mayReturn: boolean;
}

/** Money out after somebody's last day, with no correction yet. */
export interface LateRow {
  readonly id: string;
  readonly name: string;
  readonly countyName: string;
  readonly month: string;
  readonly text: string;
  readonly to: string;
}

export interface UnsettledPage {
  readonly corrections: readonly UnsettledRow[];
  readonly late: readonly LateRow[];
}

interface Stored {
  readonly id: string;
  readonly name: string;
  readonly countyCode: string;
  readonly ofMonth: string;
  readonly amountFen: number;
  readonly reason: string;
  readonly enteredByName: string;
  readonly sheetId: string;
  readonly lineId: string;
  readonly isEnded: boolean;
}

/** The counties of whose wages the reader is told amounts. */
export function countiesReadWhole(actor: Actor, on: string): readonly string[] {
  return countiesFor(actor, "post.read", on).filter((code) => readsWholePost(actor, code, on));
}

/** What is still to be settled of months paid, the oldest first. */
export function viewUnsettled(actor: Actor, on: string): Promise<UnsettledPage> {
  const counties = countiesReadWhole(actor, on);
  return inTransaction(actor, async (tx) => {
    const rows = await tx.$queryRaw<Stored[]>`
      SELECT j.id, l.name, j.county_code AS "countyCode", j.of_month::text AS "ofMonth",
        j.amount_fen AS "amountFen", j.reason, j.entered_by_name AS "enteredByName",
        l.sheet_id AS "sheetId", l.id AS "lineId", ${noMonthAfter(Prisma.sql`j.of_month`)} AS "isEnded"
      FROM wage_adjustment j JOIN wage_line l ON l.id = j.of_line_id
        JOIN post_appointment a ON a.id = j.appointment_id
      WHERE j.line_id IS NULL AND j.voided_at IS NULL AND j.returned_on IS NULL
        AND j.county_code = ANY (${[...counties]}::text[])
      ORDER BY j.of_month, j.county_code, l.name, j.id`;
    const late = await findPaidAfterLeaving(tx, { counties });
    return {
      corrections: rows.map(({ countyCode, amountFen, sheetId, lineId, ofMonth, ...row }) => ({
        ...{ ...row, amountFen: fen(amountFen), ofMonth: monthName(ofMonth) },
        countyName: regionName(countyCode) ?? countyCode,
        to: `/wage-sheets/${sheetId}/lines/${lineId}`,
        mayReturn: amountFen < 0 && may(actor, "wage.pay", countyCode, on),
      })),
      late: late.map((one) => ({
        ...{ id: one.lineId, name: one.name, month: monthName(one.month) },
        countyName: regionName(one.countyCode) ?? one.countyCode,
        text: paidAfterLeavingText(one),
        to: `/wage-sheets/${one.sheetId}/lines/${one.lineId}`,
      })),
    };
  });
}
