import { maskedAccount } from "~/data/people/payee-account-store.server";
import { maskedIds } from "~/data/people/masked-ids.server";
import { numbersFor } from "~/data/rules/numbers.server";
import type { Actor } from "~/domain/access/actor";
import type { ClaimSource, ClaimUnit } from "~/domain/claims/claim";
import type { RateUsed } from "~/domain/claims/drawing";
import { factGroups, type FactGroup } from "~/domain/claims/fact-words";
import type { ClaimFacts } from "~/domain/claims/facts";
import type { LinePayment } from "~/domain/claims/line-payment";
import { lineVerdicts, type NumberUsed } from "~/domain/claims/line-verdicts";
import { DROPPED_REASON } from "~/domain/claims/redraw";
import type { StoredVerdict } from "~/domain/claims/stored-verdict";
import { byReference } from "~/domain/rules/by-reference";
import type { Citation, RuleSeverity, Verdict } from "~/domain/rules/rule";
import { fen, type Fen } from "~/domain/shared/fen";
import { isUuid } from "~/platform/http/list-address.server";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { approvedAt } from "./approved-at.server";
import type { ClaimHead } from "./claim-head-view.server";
import { lineSource, type LineSource } from "./line-source.server";

export interface RuleVerdict {
  readonly rule: string;
  readonly title: string;
  readonly severity: RuleSeverity;
  readonly citation: Citation;
  /** 参照执行 where the document was written for elsewhere. */
  readonly reference: string | null;
  readonly verdict: Verdict;
}

/** What the latest check that knows the line says of it. */
export interface LineCheck {
  readonly number: number;
  readonly ranAt: string;
  readonly verdicts: readonly RuleVerdict[];
  readonly facts: readonly FactGroup[];
}

export interface ClaimLinePage {
  readonly id: string;
  readonly lineNo: number;
  readonly name: string;
  readonly maskedId: string;
  readonly personId: string;
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly eventOn: string;
  readonly quantity: number;
  readonly unit: ClaimUnit;
  readonly rateFen: Fen | null;
  readonly amountFen: Fen;
  readonly payment: LinePayment | null;
  readonly paidOn: string | null;
  readonly failReason: string;
  readonly removedReason: string | null;
  /** Taken out by hand, and may come back so. */
  readonly isTakenOut: boolean;
  readonly rate: RateUsed | null;
  readonly source: LineSource;
  /** Null for a district officer, or where there is none. */
  readonly account: {
    readonly holder: string;
    readonly bank: string;
    readonly masked: string;
  } | null;
  /** Null before a check, and for a district officer. */
  readonly check: LineCheck | null;
}

/** One line of a claim; null where the claim has none such. */
export function viewClaimLine(
  actor: Actor,
  head: Pick<ClaimHead, "id" | "countyCode" | "readsWhole">,
  lineId: string | undefined,
): Promise<ClaimLinePage | null> {
  if (!isUuid(lineId)) return Promise.resolve(null);
  return inTransaction(actor, async (tx) => {
    const row = await findRow(tx, head.id, lineId);
    if (row === null) return null;
    const { id, lineNo, name, personId, unit, rateFen, removedReason, sourceId } = row;
    const isRemoved = row.removedAt !== null;
    return {
      ...{ id, lineNo, name, personId, unit: unit as ClaimUnit, failReason: row.failReason ?? "" },
      ...{
        eventOn: iso(row.eventOn),
        periodFrom: iso(row.periodFrom),
        periodTo: iso(row.periodTo),
      },
      ...{ quantity: Number(row.quantity), amountFen: fen(row.amountFen) },
      rateFen: rateFen === null ? null : fen(rateFen),
      payment: row.paymentState as LinePayment | null,
      paidOn: row.paidOn === null ? null : iso(row.paidOn),
      removedReason: isRemoved ? (removedReason ?? "") : null,
      isTakenOut: isRemoved && removedReason !== DROPPED_REASON,
      maskedId: (await maskedIds(tx, [personId])).get(personId) ?? "",
      // Written by the drawing alone.
      rate: row.rate as RateUsed | null,
      source: await lineSource(tx, { sourceKind: row.sourceKind as ClaimSource, sourceId }),
      account: head.readsWhole ? accountOf(row) : null,
      check: head.readsWhole ? await checkOf(tx, head.countyCode, row) : null,
    };
  });
}

function findRow(tx: Tx, batchId: string, id: string) {
  return tx.claimLine.findFirst({ where: { id, batchId }, include: { account: true } });
}
type Row = NonNullable<Awaited<ReturnType<typeof findRow>>>;

const iso = (at: Date) => at.toISOString().slice(0, 10);

function accountOf({ account }: Row): ClaimLinePage["account"] {
  if (account === null) return null;
  return { holder: account.holderName, bank: account.bankName, masked: maskedAccount(account) };
}

async function checkOf(tx: Tx, countyCode: string, row: Row): Promise<LineCheck | null> {
  const found = await tx.claimVerdict.findFirst({
    where: { lineId: row.id },
    include: { run: { select: { number: true, ranAt: true, parameters: true } } },
    orderBy: { run: { number: "desc" } },
  });
  if (found === null) return null;
  const { number, ranAt, parameters } = found.run;
  // Written by the check alone, as it judged the line.
  const facts = found.facts as unknown as ClaimFacts;
  const kept = found.verdicts as unknown as readonly StoredVerdict[];
  const used = parameters as unknown as readonly NumberUsed[];
  const known = await approvedAt(tx, row.batchId);
  const numbers = await numbersFor(tx, countyCode, [facts.eventOn, facts.periodTo], known);
  const judged = lineVerdicts(facts, kept, numbers(facts.eventOn), used);
  return {
    ...{ number, ranAt: ranAt.toISOString(), facts: factGroups(facts) },
    verdicts: judged.map(({ rule: { id, title, severity, citation }, verdict }) => ({
      ...{ rule: id, title, severity, citation, verdict },
      reference: byReference(citation, countyCode),
    })),
  };
}
