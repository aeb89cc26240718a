import { newCopyMark } from "~/data/rosters/copy-mark.server";
import { runningFacts } from "~/data/targets/reconciliation-facts.server";
import { readReconciliationLines } from "~/data/targets/reconciliation-lines.server";
import { getSignedRound } from "~/data/targets/reconciliation-round-store.server";
import {
  leaveReconciliationTrail,
  reconciliationLabel,
} from "~/data/targets/reconciliation-signing-store.server";
import { lockReconciliation } from "~/data/targets/reconciliation-store.server";
import { figuresSheet, peopleSheet } from "~/data/targets/reconciliation-workbook.server";
import type { Actor } from "~/domain/access/actor";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { mayExport, mayForPair } from "~/domain/targets/reconciliation-access";
import { RECONCILIATION_STATE_LABELS } from "~/domain/targets/reconciliation";
import { countedMonthsWords, differenceWords } from "~/domain/targets/reconciliation-figures";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { writeWorkbook } from "~/platform/workbook/write-workbook.server";

export interface ReconciliationFile {
  readonly fileName: string;
  readonly bytes: AsyncIterable<Buffer>;
}

const MOST_LINES = 20_000;

/** The month as a workbook: figures, people and explanations, every number masked. */
export function exportReconciliation(
  actor: Actor,
  id: string,
  now: Date,
): Promise<Outcome<ReconciliationFile, { readonly kind: "notFound" | "forbidden" }>> {
  const today = dayInChina(now);
  const by = { actor, now };
  const { copyNo, madeAt } = newCopyMark(now);
  return inTransaction(actor, async (tx) => {
    const one = await lockReconciliation(tx, actor, id, today);
    if (one === null) return refused({ kind: "notFound" });
    if (!mayForPair(actor, "reconciliation.read", one, today) || !mayExport(actor, one, today)) {
      return refused({ kind: "forbidden" });
    }
    const asked = { id, round: one.round, sides: ["COUNTY", "DISTRICT", "BOTH"] as const };
    const lines = await readReconciliationLines(tx, asked, MOST_LINES);
    const isLocked = one.state === "locked";
    const month = isLocked ? await getSignedRound(tx, id, one.round) : await runningFacts(tx, one);
    const { county, district } = month;
    const label = reconciliationLabel(one);
    const people = (figure: number | null) => (figure === null ? "未填" : `${figure} 人`);
    const signed = (side: typeof county) => side.signed?.name ?? "未签";
    await leaveReconciliationTrail(tx, one, "reconciliation.export", by, {
      ...{ headcount: lines.length, copyNo },
    });
    const facts = [
      ["对账", label],
      ["状态", `${RECONCILIATION_STATE_LABELS[one.state]}（第 ${one.round} 轮）`],
      ["县方本月新增", `${people(county.figure)}，本年累计 ${county.cumulative} 人`],
      ["区方本月新增", `${people(district.figure)}，本年累计 ${district.cumulative} 人`],
      ["本月差异", differenceWords(county.figure, district.figure)],
      ["本年累计范围", countedMonthsWords(month.year)],
      ["差异说明", one.explanation === "" ? "见人员名单" : one.explanation],
      ["签字", `县方：${signed(county)}；区方：${signed(district)}`],
      ["导出人", `${actor.name}（${actor.organisationName}）`],
      ["导出时间", madeAt],
      ["份号", copyNo],
      ["号码", "身份证号已隐去中间数字"],
    ] as const;
    const bytes = writeWorkbook([
      figuresSheet(facts),
      peopleSheet(label, lines, one.districtFigureKind),
    ]);
    return done({ fileName: `对账表_${label}_${today}.xlsx`, bytes });
  });
}
