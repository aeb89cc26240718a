import { newCopyMark } from "~/data/rosters/copy-mark.server";
import { maskedNumbers, openNumbers } from "~/data/rosters/masked-line.server";
import { factSheet } from "~/data/rosters/layout-workbook.server";
import { filledSheet } from "~/data/rosters/roster-workbook.server";
import { lockWholeRoster, readSealedLines } from "~/data/rosters/whole-roster.server";
import { leaveTrailInBulk } from "~/data/trail/trail-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { trainingLayout } from "~/domain/rosters/layouts/training";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { inBulkTransaction } from "~/platform/bulk-sql.server";
import { dayInChina } from "~/platform/clock.server";
import { writeWorkbook } from "~/platform/workbook/write-workbook.server";

export type ExportRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "reasonMissing" };

interface AskedExport {
  readonly rosterId: string;
  readonly numbers: "masked" | "full";
  /** What the full numbers are for. */
  readonly reason: string;
}

export interface RosterFile {
  readonly fileName: string;
  readonly bytes: AsyncIterable<Buffer>;
}

/**
 * The roster as a workbook. The lines are read and the trail is left in one transaction; the numbers
 * are opened only afterwards, row by row, while the file streams.
 */
export async function exportRoster(
  actor: Actor,
  { rosterId, numbers, reason: given }: AskedExport,
  now: Date,
): Promise<Outcome<RosterFile, ExportRefusal>> {
  const reason = withNumbersMasked(given.trim());
  const today = dayInChina(now);
  const { copyNo, madeAt } = newCopyMark(now);
  return inBulkTransaction(actor, async (client) => {
    const roster = await lockWholeRoster(client, rosterId);
    if (roster === null) return refused({ kind: "notFound" });
    const { countyCode, label } = roster;
    if (!may(actor, "roster.export", countyCode, today)) return refused({ kind: "forbidden" });
    const mayOpen = may(actor, "people.revealNumber", countyCode, today);
    if (numbers === "full" && !mayOpen) return refused({ kind: "forbidden" });
    if (numbers === "full" && reason === "") return refused({ kind: "reasonMissing" });
    const lines = await readSealedLines(client, rosterId);
    await leaveTrailInBulk(client, {
      at: now,
      actorId: actor.userId,
      actorName: actor.name,
      action: "roster.export",
      subjectKind: "roster",
      subjectId: rosterId,
      countyCode,
      detail: { headcount: lines.length, numbers, reason, copyNo },
    });
    const closing = `说明：本表由 ${actor.name} 于 ${madeAt} 导出，份号 ${copyNo}，共 ${lines.length} 人。`;
    const numbersOf = numbers === "full" ? openNumbers : maskedNumbers;
    const bytes = writeWorkbook(
      [
        filledSheet(roster, lines, numbersOf, closing),
        factSheet("导出说明", [
          ["花名册", label],
          ["人数", `${lines.length} 人`],
          ["号码", numbers === "full" ? "完整号码" : "身份证号和电话已隐去中间数字"],
          ["用途", reason === "" ? "未填" : reason],
          ["导出人", `${actor.name}（${actor.organisationName}）`],
          ["导出时间", madeAt],
          ["份号", copyNo],
          ["保管要求", "含个人信息，仅供所填用途使用，用后删除；本次导出已留痕。"],
        ]),
      ],
      { edition: trainingLayout.edition },
    );
    return done({ fileName: `花名册_${label}_${today}.xlsx`, bytes });
  });
}
