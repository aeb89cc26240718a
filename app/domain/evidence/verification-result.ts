import { parsePovertyStatus, type PovertyStatus } from "~/domain/people/poverty-status";
import type { ColumnMap } from "~/domain/rosters/column-map";
import type { Finding } from "~/domain/rosters/finding";
import { idFindings } from "~/domain/rosters/id-findings";
import type { SheetRow } from "~/domain/rosters/sheet";
import { parseYesNo } from "~/domain/rosters/yes-no";
import { tidyBlanks, withoutBlanks } from "~/domain/shared/cell-text";
import { checkIdCardNumber, type IdCheckContext } from "~/domain/shared/id-card-check";
import type { IdCardNumber } from "~/domain/shared/id-card-number";
import { plainName } from "~/domain/shared/person-name";
import { parseWrittenDate } from "~/domain/shared/written-date";
import type { VerificationField } from "./layouts/verification";

/** Null: not held by the registry; empty: held, under no category that is named. */
export type AnsweredCategory = PovertyStatus | "" | null;

/** One line of the platform's answer. */
export interface ResultRow {
  readonly sheetRow: number;
  readonly idCardNumber: IdCardNumber | null;
  readonly name: string;
  /** Undefined where the row says nothing that can be understood; a problem then says so. */
  readonly category: AnsweredCategory | undefined;
  /** `YYYY-MM-DD`; null when the row names no day. */
  readonly verifiedOn: string | null;
  readonly problems: readonly Finding[];
}

/** How platforms write that they hold nobody of this number. */
const NOBODY =
  /^(?:否|无|没有|不是|非|-+|\/|查无此人|未查到|未查询到|查询无结果|无记录|无此人|未找到|非建档立卡(?:贫困)?(?:户|人口|人员)?|一般(?:农)?户|一般人口)$/;

/** Reads one row of an answer; nothing is guessed. */
export function readResultRow(
  row: SheetRow,
  columns: ColumnMap<VerificationField>,
  context: IdCheckContext,
): ResultRow {
  const { sheetRow } = row;
  const text = (key: VerificationField) => tidyBlanks(row.texts[columns.at[key]] ?? "");
  const at = columns.at.idCardNumber;
  const id = checkIdCardNumber(row.texts[at] ?? "", row.kinds[at] ?? "blank", context);
  const problems = idFindings(id, sheetRow, columns.header.idCardNumber).filter(
    ({ severity }) => severity === "refused",
  );
  const add = (key: VerificationField, kind: string, message: string) => {
    problems.push({ sheetRow, column: columns.header[key], kind, severity: "refused", message });
  };
  const category = categoryOf(text("registered"), text("category"), add);
  const written = text("verifiedOn");
  const verifiedOn = written === "" ? null : parseWrittenDate(written);
  if (written !== "" && verifiedOn === null) {
    add("verifiedOn", "day-unreadable", "认不出这个日期。请写成 2020-06-01 的样子，或留空。");
  }
  const name = plainName(text("name"));
  if (name === "") add("name", "name-missing", "姓名为空。请按导出的名单补上姓名。");
  return { sheetRow, idCardNumber: id.value, name, category, verifiedOn, problems };
}

type Add = (key: VerificationField, kind: string, message: string) => void;

function categoryOf(registered: string, category: string, add: Add): AnsweredCategory | undefined {
  if (registered === "" && category === "") {
    const message = "没有查验结果。查到的填脱贫状态，查无此人的在“是否建档立卡”填“否”。";
    add("category", "answer-missing", message);
    return undefined;
  }
  const isHeld = registered === "" ? null : heldBy(registered);
  if (isHeld === undefined) {
    add("registered", "registered-unreadable", "认不出这个结果。请填“是”或“否”。");
    return undefined;
  }
  if (category === "") return isHeld === false ? null : (parsePovertyStatus(registered) ?? "");
  const status = isNobody(category) ? null : parsePovertyStatus(category);
  if (status === null && !isNobody(category)) {
    const message = `认不出“${category.slice(0, 20)}”是哪一类。请按平台的脱贫状态填写，如 已脱贫；查无此人的填“否”。`;
    add("category", "category-unreadable", message);
    return undefined;
  }
  if (isHeld !== null && isHeld !== (status !== null)) {
    const message = "“是否建档立卡”和脱贫状态互相矛盾。请对照平台的结果改正其中一项。";
    add("category", "answer-contradicts", message);
    return undefined;
  }
  return status;
}

/** Undefined when the text says neither. */
function heldBy(text: string): boolean | undefined {
  if (isNobody(text)) return false;
  if (/^(?:查到|已查到|查询成功|在册|匹配|一致)$/.test(text) || parsePovertyStatus(text))
    return true;
  return parseYesNo(text) ?? undefined;
}

function isNobody(text: string): boolean {
  return NOBODY.test(withoutBlanks(text.normalize("NFKC")));
}
