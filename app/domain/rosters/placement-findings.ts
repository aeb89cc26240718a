import type { CalendarDate } from "../shared/calendar-date";
import { maskIdCardNumber } from "../shared/masking";
import type { Finding } from "./finding";
import type { CheckedPlacement } from "./placement-row";

/** Another job, a class or a public-service post of the same days; unnamed in another county. */
export interface Engagement {
  readonly kind: "placement" | "class" | "post";
  readonly label: string | null;
  readonly startsOn: CalendarDate;
  /** The last day; null while no end is recorded. */
  readonly endsOn: CalendarDate | null;
}

/** Headers of the columns under which these findings stand. */
export interface WorkHeaders {
  readonly idCardNumber: string;
  readonly employer: string;
}

const MOST_ENGAGEMENTS = 3;

/** Warnings about the other work of the same days. */
export function engagementFindings(
  row: CheckedPlacement,
  engagements: readonly Engagement[],
  headers: WorkHeaders,
): Finding[] {
  return engagements.slice(0, MOST_ENGAGEMENTS).map(({ kind, label, startsOn, endsOn }) => {
    const days = endsOn === null ? `${startsOn} 起，未登记离岗` : `${startsOn} 至 ${endsOn}`;
    const message = engagementText(kind, label, days);
    return warning(row, headers.idCardNumber, "other-engagement", message);
  });
}

function engagementText(kind: Engagement["kind"], label: string | null, days: string): string {
  switch (kind) {
    case "placement":
      return `此人在${label === null ? "其他县的台账" : `“${label}”`}已有一份工作（${days}）。换了单位的请先登记上一份的离岗日期，重复登记的请删去一行。`;
    case "class":
      return `此人同期在${label === null ? "其他县的一个培训班" : `培训班“${label}”`}（${days}）的花名册上。请核对上岗时间和是否实际参训。`;
    case "post":
      return `此人同一时间在公共服务岗位${label === null ? "（其他县登记）" : `“${label}”`}（${days}）。已外出务工的请先办理提前退岗，登记有误的请改正上岗时间。`;
  }
}

/** The employer is on record under another name than the file's. */
export function otherNameFinding(
  row: CheckedPlacement,
  known: string | undefined,
  headers: WorkHeaders,
): Finding[] {
  const { employerName } = row.fields;
  if (known === undefined || employerName === "" || known === employerName) return [];
  const message = `这个统一社会信用代码已登记的单位名称是“${known}”，入册时采用已登记的名称。请核对代码和名称。`;
  return [warning(row, headers.employer, "employer-known-otherwise", message)];
}

/** The batch named is none of the county's: the line goes in and hangs on none. */
export function unknownBatchFinding(row: CheckedPlacement, batchId: string | null, header: string) {
  const { batchName } = row.fields;
  if (batchName === "" || batchId !== null) return [];
  const message = `本县没有登记过输出批次“${batchName}”，入册后不关联批次。请先登记这一批，或改成已登记的名称。`;
  return [warning(row, header, "batch-unknown", message)];
}

/** An earlier row of the file that concerns the same person or employer. */
export interface EarlierRow {
  readonly sheetRow: number;
  readonly name: string | null;
}

/** The same person, employer and first day a second time: refused. */
export function repeatedPlacement(
  row: CheckedPlacement,
  first: EarlierRow,
  headers: WorkHeaders,
): Finding {
  const masked = maskIdCardNumber(row.values.idCardNumber ?? "");
  const differs = row.values.name !== null && first.name !== null && row.values.name !== first.name;
  const remedy = differs
    ? "两行姓名不同，至少有一行的号码填错，请对照身份证改正。"
    : "请删去重复的一行。";
  const message = `与第 ${first.sheetRow} 行是同一个人（${masked}）、同一单位、同一上岗时间。${remedy}`;
  const { sheetRow } = row;
  const column = headers.idCardNumber;
  return { sheetRow, column, kind: "duplicate-in-file", severity: "refused", message };
}

export const SECOND_JOB = "second-job-in-file";

/** The same person with another job further up: it may be a change of job. */
export function secondJobFinding(
  row: Pick<CheckedPlacement, "sheetRow">,
  first: EarlierRow,
  headers: WorkHeaders,
): Finding {
  const message = `此人在第 ${first.sheetRow} 行已有另一份工作。换了单位的，入册后请登记前一份的离岗日期；填错号码的请改正。`;
  return warning(row, headers.idCardNumber, SECOND_JOB, message);
}

/** One credit code, two names. */
export function twoNamesFinding(
  row: CheckedPlacement,
  first: EarlierRow,
  headers: WorkHeaders,
): Finding {
  const message = `与第 ${first.sheetRow} 行的统一社会信用代码相同，单位名称却不同（那里是“${first.name ?? ""}”）。请对照营业执照统一。`;
  return warning(row, headers.employer, "employer-two-names", message);
}

function warning(
  row: Pick<CheckedPlacement, "sheetRow">,
  column: string,
  kind: string,
  message: string,
): Finding {
  return { sheetRow: row.sheetRow, column, kind, severity: "warning", message };
}
