import { daysBetween, type CalendarDate } from "../shared/calendar-date";
import { FORM_LABELS, type PlacementForm } from "./placement";

/** Another job, a class, or a public-service post, of the same person; of another county only its days are told. */
export interface OtherEngagement {
  readonly kind: "placement" | "class" | "post";
  readonly subjectId: string | null;
  readonly label: string | null;
  readonly startsOn: CalendarDate;
  /** The last day, both inclusive; null while it lasts. */
  readonly endsOn: CalendarDate | null;
  /** Of a job of one's own counties. */
  readonly form: PlacementForm | null;
  /** Of such a class, as it was filed. */
  readonly fundSource: string | null;
  /** Of such a post: by these it is known again in this ledger. */
  readonly countyCode: string | null;
  readonly employer: string | null;
}

/** A line of the placements' ledger. */
interface OwnLine {
  readonly countyCode: string;
  readonly employerName: string;
  readonly startedOn: CalendarDate;
  /** Null while it lasts. */
  readonly endedOn: CalendarDate | null;
  readonly form: PlacementForm;
}

export interface OverlapFinding {
  readonly severity: "warning";
  readonly message: string;
  /** What is to be looked at. */
  readonly advice: string;
  /** Where the other stands; null when it is another county's. */
  readonly to: string | null;
}

/** What to say of each engagement that falls into the same days; those that do not are left out. */
export function overlapFindings(
  own: OwnLine,
  others: readonly OtherEngagement[],
): readonly OverlapFinding[] {
  return others.flatMap((other) => {
    if (isSamePost(own, other)) return [];
    const from = other.startsOn > own.startedOn ? other.startsOn : own.startedOn;
    const to = earlier(other.endsOn, own.endedOn);
    if (to !== null && to < from) return [];
    const span =
      to === null ? `自 ${from} 起` : `${from} 至 ${to}，${daysBetween(from, to) + 1} 天`;
    return [
      { severity: "warning" as const, ...wording(own.form, other, span), to: addressOf(other) },
    ];
  });
}

/**
 * A placement of the form 公益性岗位 is the very post, in the placements' ledger, where county and employer agree and its
 * days lie in the post's; one that lasts has to begin in them (decisions/0025; is_same_post says it to the database).
 */
function isSamePost(own: OwnLine, other: OtherEngagement): boolean {
  if (own.form !== "PUBLIC_SERVICE" || other.kind !== "post") return false;
  const isThere =
    other.countyCode === own.countyCode &&
    other.employer !== null &&
    unspaced(other.employer) === unspaced(own.employerName);
  const last = own.endedOn ?? own.startedOn;
  const [from, to] = [other.startsOn, other.endsOn];
  return isThere && to !== null && from <= own.startedOn && own.startedOn <= to && last <= to;
}

const unspaced = (text: string) => text.replace(/\s/g, "");

function wording(form: PlacementForm, other: OtherEngagement, span: string) {
  const label = other.label ?? "其他县（市、区）的登记";
  switch (other.kind) {
    case "placement":
      if (form === "PUBLIC_SERVICE" || other.form === "PUBLIC_SERVICE") {
        const both = form === other.form ? "两个公益性岗位" : "公益性岗位和另一份工作";
        return {
          message: `同一时间有${both}：${label}${formText(other)}（重叠 ${span}）`,
          advice: "先核对此人是否仍在岗，再申领岗位补贴。",
        };
      }
      return {
        message: `同一时间在另一单位就业：${label}${formText(other)}（重叠 ${span}）`,
        advice: "核对两处的上岗、离岗日期，已离开的办理离岗。",
      };
    case "class":
      return {
        message: `就业期间参加培训班：${label}${fundText(other)}（重叠 ${span}）`,
        advice: "核对是否脱岗培训，培训和就业的补贴不能重复计算同一天。",
      };
    case "post":
      return {
        message: `同一时间在公共服务岗位：${label}（重叠 ${span}）`,
        advice: "已外出务工的先办理提前退岗，仍在岗的核对上岗日期；同一天只能在一处。",
      };
  }
}

function formText({ form }: OtherEngagement): string {
  return form === null ? "" : `，${FORM_LABELS[form]}`;
}

function fundText({ fundSource }: OtherEngagement): string {
  return fundSource === null ? "" : `，资金来源 ${fundSource}`;
}

function addressOf({ kind, subjectId }: OtherEngagement): string | null {
  if (subjectId === null) return null;
  switch (kind) {
    case "placement":
      return `/placements/${subjectId}`;
    case "class":
      return `/classes/${subjectId}`;
    case "post":
      return `/posts/appointments/${subjectId}`;
  }
}

function earlier(a: CalendarDate | null, b: CalendarDate | null): CalendarDate | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
