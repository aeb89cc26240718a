import { addDays, type CalendarDate } from "../shared/calendar-date";
import type { AppointmentFacts, AppointmentFinding } from "./appointment-findings";
import { chainsOf, TERM_MONTHS, type HeldTerm } from "./term";

/** Another post of the person; its label and page only where it is of a county in scope. */
export interface OtherPost extends HeldTerm {
  readonly subjectId: string | null;
  readonly label: string | null;
}

export interface OtherJob {
  readonly subjectId: string | null;
  readonly label: string | null;
  readonly startsOn: CalendarDate;
  /** Null while it lasts. */
  readonly endsOn: CalendarDate | null;
}

type EngagementFacts = Pick<
  AppointmentFacts,
  "startsOn" | "endsOn" | "shortReason" | "isWritten" | "posts" | "jobs" | "gapDays"
>;

/** What else the person does that a post does not go together with, in any county. */
export function engagementFindings(facts: EngagementFacts): AppointmentFinding[] {
  const { posts, jobs, startsOn, endsOn } = facts;
  const overlapping = posts.filter((one) => one.startsOn <= endsOn && one.endsOn >= startsOn);
  return [
    ...overlapping.map(postFinding),
    ...jobs.map(jobFinding),
    // Overlapping posts are refused before they can be a chain.
    ...(overlapping.length > 0 ? [] : chainFindings(facts)),
  ];
}

function postFinding({ subjectId, label, startsOn, endsOn }: OtherPost): AppointmentFinding {
  const from = addDays(endsOn, 1);
  return {
    ...{ kind: "other-post", severity: "refused" },
    message: `此人 ${startsOn} 至 ${endsOn} 已有公共服务岗位（${label ?? "其他县（市、区）登记"}），一人只能有一个岗位`,
    cure: `先在那个岗位办理提前退岗，或把上岗日期改到 ${from} 以后。`,
    to: subjectId === null ? null : `/posts/appointments/${subjectId}`,
  };
}

function jobFinding({ subjectId, label, startsOn, endsOn }: OtherJob): AppointmentFinding {
  return {
    ...{ kind: "job", severity: "refused" },
    message: `此人 ${startsOn} 至${endsOn === null ? "今" : ` ${endsOn}`} 另有工作（${label ?? "其他县（市、区）登记"}），同一天不能又在公共服务岗位`,
    cure: "已离开的，先在转移就业台账办理离岗；仍在岗的不能聘用。",
    to: subjectId === null ? null : `/placements/${subjectId}`,
  };
}

function chainFindings({
  posts,
  gapDays,
  isWritten,
  ...own
}: EngagementFacts): AppointmentFinding[] {
  const { startsOn, endsOn, shortReason: reason } = own;
  const self = { subjectId: null, label: null, startsOn, endsOn };
  const chain = chainsOf([...posts, self], gapDays).find(({ terms }) => terms.includes(self));
  if (chain === undefined || chain.terms.length === 1 || !chain.isTooLong) return [];
  const others = chain.terms.filter((one) => one !== self);
  // Of those that stand, the later ones say why they follow.
  const isAsked = isWritten || chain.startsOn < startsOn;
  const told = others.map((one) => `${one.startsOn} 至 ${one.endsOn}（${one.label ?? "其他县"}）`);
  const known = others.find((one) => one.subjectId !== null)?.subjectId ?? null;
  return [
    {
      ...{ kind: "chain", severity: isAsked && reason === "" ? "refused" : "warning" },
      message: `与${told.join("、")}的岗位相隔不超过 ${gapDays} 天，连起来是 ${chain.startsOn} 至 ${chain.endsOn}，超过 ${TERM_MONTHS.most} 个月`,
      cure:
        reason === ""
          ? `两次之间须间隔超过 ${gapDays} 天；确需接着任职的，在“任期说明”中写明原因。其他县的岗位，请向州（市）人社局核实。`
          : `任期说明：${reason}`,
      to: known === null ? null : `/posts/appointments/${known}`,
    },
  ];
}
