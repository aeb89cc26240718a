import { chainsOf, TERM_MONTHS, type HeldTerm } from "../posts/term";
import { maskIdCardNumber } from "../shared/masking";
import type { Finding } from "./finding";
import type { PostField } from "./layouts/post";
import type { CheckedPost } from "./post-row";

/** Headers of the columns under which these findings stand. */
export type PostHeaders = Readonly<Record<PostField, string>>;

/** An earlier row of the file about the same person. */
export interface EarlierPost {
  readonly sheetRow: number;
  readonly name: string | null;
}

/** The same person and first day a second time: refused. */
export function repeatedPost(
  row: CheckedPost,
  first: EarlierPost,
  headers: Pick<PostHeaders, "idCardNumber">,
): Finding {
  const masked = maskIdCardNumber(row.values.idCardNumber ?? "");
  const differs = row.values.name !== null && first.name !== null && row.values.name !== first.name;
  const remedy = differs
    ? "两行姓名不同，至少有一行的号码填错，请对照身份证改正。"
    : "请删去重复的一行。";
  const message = `与第 ${first.sheetRow} 行是同一个人（${masked}）、同一聘用开始日期。${remedy}`;
  const { sheetRow } = row;
  const column = headers.idCardNumber;
  return { sheetRow, column, kind: "duplicate-in-file", severity: "refused", message };
}

/** A term of the person in another row of the file. */
export interface TermInFile extends HeldTerm {
  readonly sheetRow: number;
}

/** Another post of the same person in the file on the same days is refused; one close before or after is a chain. */
export function otherTermsFindings(
  { sheetRow }: Pick<CheckedPost, "sheetRow">,
  own: HeldTerm,
  { others, gapDays }: { readonly others: readonly TermInFile[]; readonly gapDays: number },
  headers: Pick<PostHeaders, "startsOn">,
): Finding[] {
  const column = headers.startsOn;
  const same = others.find((one) => one.startsOn <= own.endsOn && one.endsOn >= own.startsOn);
  if (same !== undefined) {
    const message = `与第 ${same.sheetRow} 行是同一个人，那里 ${same.startsOn} 至 ${same.endsOn} 已有岗位。一人只能有一个岗位：请核对两行的日期，提前退岗的填写提前退岗日期。`;
    return [{ sheetRow, column, kind: "two-posts-in-file", severity: "refused", message }];
  }
  const self = { ...own, sheetRow };
  const chain = chainsOf([...others, self], gapDays).find(({ terms }) => terms.includes(self));
  if (chain === undefined || chain.terms.length === 1 || !chain.isTooLong) return [];
  const rows = chain.terms.filter((one) => one !== self).map((one) => one.sheetRow);
  const message = `与第 ${rows.join("、")} 行是同一个人，岗位相隔不超过 ${gapDays} 天，连起来是 ${chain.startsOn} 至 ${chain.endsOn}，超过 ${TERM_MONTHS.most} 个月。请核对是不是续聘。`;
  return [{ sheetRow, column, kind: "chain", severity: "warning", message }];
}

/** What stands against a post whatever the file, as the form of appointments says it too. */
export interface StandingAgainst {
  readonly kind: string;
  readonly severity: "refused" | "warning";
  readonly message: string;
  readonly cure: string;
}

/**
 * Of the records: other posts, jobs and chains, and the days of the quota it stands under. Term and age are the row's
 * own, the registry is asked as for every file, and a full or closed quota holds nobody who stands in it already.
 */
const OF_RECORDS: ReadonlySet<string> = new Set(["other-post", "job", "chain", "quota-days"]);

export function recordFindings(
  { sheetRow }: Pick<CheckedPost, "sheetRow">,
  against: readonly StandingAgainst[],
  headers: Pick<PostHeaders, "startsOn">,
): Finding[] {
  return against
    .filter(({ kind }) => OF_RECORDS.has(kind))
    .map(({ kind, severity, message, cure }) => ({
      // What was served before is brought in as it was.
      ...{ sheetRow, column: headers.startsOn, kind },
      severity: kind === "chain" ? ("warning" as const) : severity,
      message: `${message}。${cure}`,
    }));
}
