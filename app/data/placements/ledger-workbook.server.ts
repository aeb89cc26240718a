import type { CopyMark } from "~/data/rosters/copy-mark.server";
import { factSheet, headRows, layoutRow, layoutSheet } from "~/data/rosters/layout-workbook.server";
import type { Actor } from "~/domain/access/actor";
import { placementLayout } from "~/domain/rosters/layouts/placement";
import { cutOffText, ledgerTexts } from "~/domain/rosters/placement-sheet";
import { writtenFields } from "~/domain/rosters/roster-sheet";
import { regionName } from "~/platform/reference/region-codes.server";
import { writeWorkbook, type WriteRow } from "~/platform/workbook/write-workbook.server";
import { ledgerNumbers, type SealedLedgerLine } from "./ledger-export.server";

const FIELDS = writtenFields(placementLayout);

interface Copy {
  readonly actor: Actor;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly numbers: "masked" | "full";
  readonly reason: string;
  readonly mark: CopyMark;
}

/** The ledger in the layout that the importer reads, with a closing line about this copy. */
export function ledgerWorkbook(lines: readonly SealedLedgerLine[], copy: Copy) {
  const { actor, today, numbers, reason, mark } = copy;
  const whose = nameOf(lines);
  const closing = `说明：本表由 ${actor.name} 于 ${mark.madeAt} 导出，份号 ${mark.copyNo}，共 ${lines.length} 条。`;
  function* rows(): Generator<WriteRow> {
    const heading = `${whose}${today.slice(0, 4)}年${placementLayout.title}`;
    yield* headRows(placementLayout, heading, cutOffText(today));
    let number = 0;
    for (const line of lines) {
      number += 1;
      yield layoutRow(FIELDS, ledgerTexts(line, ledgerNumbers(line, numbers), number));
    }
    yield { cells: [{ text: closing, style: "note" }] };
  }
  const facts = factSheet("导出说明", [
    ["台账", `${whose}转移就业台账`],
    ["条数", `${lines.length} 条`],
    ["号码", numbers === "full" ? "完整号码" : "证件号码和电话已隐去中间数字"],
    ["用途", reason === "" ? "未填" : reason],
    ["导出人", `${actor.name}（${actor.organisationName}）`],
    ["导出时间", mark.madeAt],
    ["份号", mark.copyNo],
    ["保管要求", "含个人信息，仅供所填用途使用，用后删除；本次导出已留痕。"],
  ]);
  const bytes = writeWorkbook([layoutSheet(placementLayout, rows()), facts], {
    edition: placementLayout.edition,
  });
  return { fileName: `转移就业台账_${whose}_${today}.xlsx`.replace("__", "_"), bytes };
}

/** 南华县, or the prefecture whose counties they are; empty for several prefectures. */
function nameOf(lines: readonly SealedLedgerLine[]): string {
  const counties = new Set(lines.map(({ countyCode }) => countyCode));
  const [only] = counties;
  if (only === undefined) return "";
  if (counties.size === 1) return regionName(only) ?? only;
  const prefectures = new Set([...counties].map((code) => `${code.slice(0, 4)}00`));
  const [prefecture = ""] = prefectures;
  return prefectures.size === 1 ? (regionName(prefecture) ?? "") : "";
}
