import { listMissing } from "~/data/evidence/gate-view.server";
import { factSheet } from "~/data/rosters/layout-workbook.server";
import { findRoster, leaveRosterTrail } from "~/data/rosters/roster-store.server";
import { newCopyMark } from "~/data/rosters/copy-mark.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { writeWorkbook } from "~/platform/workbook/write-workbook.server";

export interface MissingFile {
  readonly fileName: string;
  readonly bytes: AsyncIterable<Buffer>;
}

/** The list of what is missing as a workbook: places and words, no numbers. */
export async function exportMissing(
  actor: Actor,
  rosterId: string,
  now: Date,
): Promise<Outcome<MissingFile, { readonly kind: "notFound" | "forbidden" }>> {
  const today = dayInChina(now);
  const roster = await inTransaction(actor, async (tx) => {
    const found = await findRoster(tx, rosterId);
    if (found === null || !may(actor, "class.read", found.countyCode, today)) return null;
    const { copyNo } = newCopyMark(now);
    const detail = { name: "缺项清单", copyNo };
    await leaveRosterTrail(tx, actor, found, "class.exportForm", now, detail);
    return { ...found, copyNo };
  });
  if (roster === null) return refused({ kind: "notFound" });
  const missing = await listMissing(actor, rosterId);
  const { label, copyNo } = roster;
  const bytes = writeWorkbook([
    {
      name: "缺项清单",
      columns: [{ width: 8 }, { width: 32 }, { width: 56 }],
      frozenRows: 1,
      rows: [
        { cells: ["序号", "位置", "缺什么"].map((text) => ({ text, style: "header" as const })) },
        ...missing.map(({ place, message }, index) => ({
          cells: [
            { text: String(index + 1), style: "number" as const },
            { text: place === "" ? "全班" : place },
            { text: message },
          ],
        })),
      ],
    },
    factSheet("说明", [
      ["培训班", label],
      ["截至", today],
      ["导出人", actor.name],
      ["份号", copyNo],
    ]),
  ]);
  return done({ fileName: `缺项清单_${label}_${today}.xlsx`, bytes });
}
