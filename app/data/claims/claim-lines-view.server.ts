import { maskedIds } from "~/data/people/masked-ids.server";
import type { Actor } from "~/domain/access/actor";
import type { ClaimUnit } from "~/domain/claims/claim";
import type { LineGroup } from "~/domain/claims/line-group";
import type { LinePayment } from "~/domain/claims/line-payment";
import { leading, type StoredVerdict } from "~/domain/claims/stored-verdict";
import { fen, type Fen } from "~/domain/shared/fen";
import { keyPage, type KeyCursor, type KeyPage } from "~/domain/shared/key-page";
import { Prisma, type Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import type { ClaimHead } from "./claim-head-view.server";
import { countGroups, linesOfGroup, type LineFilter } from "./line-groups.server";

export interface ClaimLineRow {
  readonly id: string;
  readonly lineNo: number;
  readonly name: string;
  readonly maskedId: string;
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly quantity: number;
  readonly unit: ClaimUnit;
  readonly rateFen: Fen | null;
  readonly amountFen: Fen;
  /** Of the claim's latest check; unchecked: taken in since. */
  readonly standing: "blocked" | "warned" | "passed" | "unchecked";
  /** What is to be told first; null where there is nothing, or to a district officer. */
  readonly told: Pick<StoredVerdict, "rule" | "verdict" | "message"> | null;
  /** Verdicts beside the one told. */
  readonly more: number;
  readonly payment: LinePayment | null;
  readonly removedReason: string | null;
}

export interface ClaimLines extends KeyPage<ClaimLineRow> {
  readonly counts: Readonly<Record<LineGroup, number>>;
  /** Lines that the filter leaves, and their sum. */
  readonly matching: number;
  readonly matchingFen: Fen;
}

type Of = Pick<ClaimHead, "id" | "readsWhole" | "check">;

/** Lines of a claim, those that bar it first; a page of them. */
export function viewClaimLines(
  actor: Actor,
  { id, readsWhole, check }: Of,
  filter: LineFilter,
  { cursor, size }: { readonly cursor: KeyCursor; readonly size: number },
): Promise<ClaimLines> {
  const runId = check?.runId ?? null;
  const from = linesOfGroup(id, runId, filter);
  const isBack = cursor.before !== null;
  const key = cursor.before ?? cursor.after;
  const sign = isBack ? Prisma.sql`<` : Prisma.sql`>`;
  const beyond =
    key === null
      ? Prisma.sql`TRUE`
      : Prisma.sql`(rank, line_no, id) ${sign} (SELECT rank, line_no, id FROM marked WHERE id = ${key}::uuid)`;
  const way = isBack ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  return inTransaction(actor, async (tx) => {
    const sums = await tx.$queryRaw<{ matching: number; total: bigint }[]>`
      ${from} SELECT count(*)::int AS matching, coalesce(sum(amount_fen), 0)::bigint AS total FROM chosen`;
    const rows = await tx.$queryRaw<Stored[]>`
      ${from} SELECT id, line_no AS "lineNo", name, person_id AS "personId", period_from::text AS "periodFrom",
        period_to::text AS "periodTo", quantity::float8 AS quantity, unit, rate_fen AS "rateFen",
        amount_fen AS "amountFen", standing, payment_state AS payment, removed_reason AS "removedReason"
      FROM chosen WHERE ${beyond}
      ORDER BY rank ${way}, line_no ${way}, id ${way} LIMIT ${size + 1}`;
    const page = keyPage(rows, size, cursor, (row) => row.id);
    const told = readsWhole ? await toldOf(tx, runId, page.rows) : new Map<string, Told>();
    const masked = await maskedIds(
      tx,
      page.rows.map(({ personId }) => personId),
    );
    const [sum] = sums;
    return {
      ...page,
      rows: page.rows.map(({ personId, ...row }) => ({
        ...row,
        maskedId: masked.get(personId) ?? "",
        ...(told.get(row.id) ?? { told: null, more: 0 }),
      })),
      counts: await countGroups(tx, id, runId),
      ...{ matching: sum?.matching ?? 0, matchingFen: fen(Number(sum?.total ?? 0)) },
    };
  });
}

interface Stored extends Omit<ClaimLineRow, "maskedId" | "told" | "more"> {
  readonly personId: string;
}
type Told = Pick<ClaimLineRow, "told" | "more">;

async function toldOf(
  tx: Tx,
  runId: string | null,
  rows: readonly { readonly id: string }[],
): Promise<ReadonlyMap<string, Told>> {
  if (runId === null) return new Map();
  const found = await tx.claimVerdict.findMany({
    where: { runId, lineId: { in: rows.map(({ id }) => id) } },
    select: { lineId: true, verdicts: true },
  });
  return new Map(
    found.map(({ lineId, verdicts }) => {
      // Written by the check alone.
      const all = verdicts as unknown as readonly StoredVerdict[];
      const first = leading(all);
      const { rule = "", verdict = "fail", message = "" } = first ?? {};
      const told = first === null ? null : { rule, verdict, message };
      return [lineId, { told, more: Math.max(0, all.length - 1) }] as const;
    }),
  );
}
