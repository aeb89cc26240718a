import type { CopyMark } from "~/data/rosters/copy-mark.server";
import { factSheet, headRows, layoutRow, layoutSheet } from "~/data/rosters/layout-workbook.server";
import type { Actor } from "~/domain/access/actor";
import { boardStateName, isOfToday, type BoardFilter } from "~/domain/posts/board";
import { postLayout } from "~/domain/rosters/layouts/post";
import { cutOffText } from "~/domain/rosters/placement-sheet";
import { postTexts } from "~/domain/rosters/post-sheet";
import { writtenFields } from "~/domain/rosters/roster-sheet";
import { regionName } from "~/platform/reference/region-codes.server";
import { writeWorkbook, type WriteRow } from "~/platform/workbook/write-workbook.server";
import { postNumbers, type SealedPostLine } from "./post-export.server";

const FIELDS = writtenFields(postLayout);

interface Copy {
  readonly actor: Actor;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly numbers: "masked" | "full";
  readonly reason: string;
  readonly mark: CopyMark;
  readonly filter: Pick<BoardFilter, "state" | "year">;
}

/** The roster in the layout that the importer reads, with a closing line about this copy. */
export function postWorkbook(lines: readonly SealedPostLine[], copy: Copy) {
  const { actor, today, numbers, reason, mark } = copy;
  const whose = nameOf(lines);
  const years = yearsOf(lines, copy.filter);
  const closing = `说明：本表由 ${actor.name} 于 ${mark.madeAt} 导出，份号 ${mark.copyNo}，共 ${lines.length} 条。`;
  function* rows(): Generator<WriteRow> {
    yield* headRows(postLayout, `${whose}${years}${postLayout.title}`, cutOffText(today));
    let number = 0;
    for (const line of lines) {
      number += 1;
      yield layoutRow(FIELDS, postTexts(line, postNumbers(line, numbers), number));
    }
    yield { cells: [{ text: closing, style: "note" }] };
  }
  const facts = factSheet("导出说明", [
    ["名册", `${whose}${years}${postLayout.title}（${boardStateName(copy.filter)}）`],
    ["条数", `${lines.length} 条`],
    ["号码", numbers === "full" ? "完整号码" : "身份证号和电话已隐去中间数字"],
    ["签收", "填“已签”的月份：本系统有签收记录，或导入的名册里注明已签；后者不是签收凭证。"],
    ["用途", reason === "" ? "未填" : reason],
    ["导出人", `${actor.name}（${actor.organisationName}）`],
    ["导出时间", mark.madeAt],
    ["份号", mark.copyNo],
    ["保管要求", "含个人信息，仅供所填用途使用，用后删除；本次导出已留痕。"],
  ]);
  const bytes = writeWorkbook([layoutSheet(postLayout, rows()), facts], {
    edition: postLayout.edition,
  });
  const name = ["公共服务岗位名册", whose, years, today].filter((part) => part !== "").join("_");
  return { fileName: `${name}.xlsx`, bytes };
}

/** 2020年 where the list is of a year, else 2019至2020年 as its posts begin and end; empty for an empty list. */
function yearsOf(lines: readonly SealedPostLine[], { state, year }: Copy["filter"]): string {
  if (!isOfToday(state)) return `${year}年`;
  const from = lines.map(({ startsOn }) => startsOn.slice(0, 4)).sort()[0];
  const to = lines
    .map(({ endsOn, leftOn }) => (leftOn ?? endsOn).slice(0, 4))
    .sort()
    .at(-1);
  if (from === undefined || to === undefined) return "";
  return from === to ? `${from}年` : `${from}至${to}年`;
}

/** 武定县; empty for several counties. */
function nameOf(lines: readonly SealedPostLine[]): string {
  const [only, ...others] = new Set(lines.map(({ countyCode }) => countyCode));
  if (only === undefined || others.length > 0) return "";
  return regionName(only) ?? only;
}
