import { LOWEST_AGE, underAge } from "../people/working-age";
import type { CalendarDate } from "../shared/calendar-date";
import { engagementFindings, type OtherJob, type OtherPost } from "./engagement-findings";
import type { Peak } from "./quota-room";
import { judgeTerm, TERM_MONTHS } from "./term";

export type AppointmentFindingKind =
  | "term-backwards"
  | "term-too-long"
  | "term-short"
  | "under-age"
  | "other-post"
  | "job"
  | "chain"
  | "quota-full"
  | "quota-days"
  | "quota-closed"
  | "not-verified"
  | "not-registered";

/** What stands against an appointment: refused cannot be taken, a warning is kept with it and shown. */
export interface AppointmentFinding {
  readonly kind: AppointmentFindingKind;
  readonly severity: "refused" | "warning";
  /** Chinese: what is wrong, with its days; another county's posts and jobs by their days only. */
  readonly message: string;
  /** Chinese: what an officer does about it. */
  readonly cure: string;
  /** The page of what it is about; null when there is none or it is another county's. */
  readonly to: string | null;
}

/** The quota as it stands against a term. */
export interface QuotaStanding {
  readonly id: string;
  readonly posts: number;
  readonly fromOn: CalendarDate;
  readonly toOn: CalendarDate;
  readonly isClosed: boolean;
  /** Its other holders in the days of the term. */
  readonly peak: Peak;
}

export interface AppointmentFacts {
  readonly startsOn: CalendarDate;
  /** The last day agreed. */
  readonly endsOn: CalendarDate;
  /** 任期说明: why the term is shorter than three months, or follows another; empty when nothing is said. */
  readonly shortReason: string;
  /** Its term is being written: then a chain asks for its reason, also where this is the first of it. */
  readonly isWritten: boolean;
  readonly bornOn: CalendarDate;
  /** Null: from a file that names none. */
  readonly quota: QuotaStanding | null;
  /** Every other post of the person, of any day and county. */
  readonly posts: readonly OtherPost[];
  /** Jobs of the same days. */
  readonly jobs: readonly OtherJob[];
  /** Days between two posts up to which they are one term. */
  readonly gapDays: number;
  /** The registry in force on the first day: null where no export covers it; a category where it has the person. */
  readonly registry: { readonly exportedOn: string | null; readonly category: string | null };
}

const refusedFor = (kind: AppointmentFindingKind, message: string, cure: string) =>
  ({ kind, severity: "refused", message, cure, to: null }) as const;

/** Everything found, what refuses first. */
export function appointmentFindings(facts: AppointmentFacts): readonly AppointmentFinding[] {
  const found = [
    ...termFindings(facts),
    ...ageFindings(facts),
    ...engagementFindings(facts),
    ...(facts.quota === null ? [] : quotaFindings(facts, facts.quota)),
    ...registryFindings(facts.registry),
  ];
  const of = (severity: AppointmentFinding["severity"]) =>
    found.filter((one) => one.severity === severity);
  return [...of("refused"), ...of("warning")];
}

function termFindings({ startsOn, endsOn, shortReason }: AppointmentFacts): AppointmentFinding[] {
  const verdict = judgeTerm(startsOn, endsOn);
  switch (verdict.kind) {
    case "fits":
      return [];
    case "backwards":
      return [
        refusedFor("term-backwards", `任期截止日 ${endsOn} 早于上岗日期`, "请核对这两个日期。"),
      ];
    case "tooLong": {
      const message = `任期超过 ${TERM_MONTHS.most} 个月（${TERM_MONTHS.citation}）：${startsOn} 上岗的，最晚到 ${verdict.latest}`;
      return [refusedFor("term-too-long", message, `把截止日改到 ${verdict.latest} 以前。`)];
    }
    case "short": {
      const message = `任期满 ${verdict.months} 个整月，不足 ${TERM_MONTHS.least} 个月（${TERM_MONTHS.citation}）；满 ${TERM_MONTHS.least} 个月须到 ${verdict.enough}`;
      if (shortReason === "")
        return [refusedFor("term-short", message, "请在“任期说明”中写明任期短的原因。")];
      const cure = `任期说明：${shortReason}`;
      return [{ ...refusedFor("term-short", message, cure), severity: "warning" }];
    }
  }
}

function ageFindings({ bornOn, startsOn }: AppointmentFacts): AppointmentFinding[] {
  const stated = underAge(bornOn, startsOn);
  if (stated === null) return [];
  const message = `按身份证号，上岗当日${stated}，须年满 ${LOWEST_AGE} 周岁`;
  return [refusedFor("under-age", message, "请核对身份证号和上岗日期；未满的不能聘用。")];
}

function quotaFindings(
  { startsOn, endsOn }: AppointmentFacts,
  quota: QuotaStanding,
): AppointmentFinding[] {
  const found: AppointmentFinding[] = [];
  const { posts, peak, fromOn, toOn } = quota;
  const add = (kind: AppointmentFindingKind, message: string, cure: string) =>
    found.push({ ...refusedFor(kind, message, cure), to: `/posts/quotas/${quota.id}` });
  if (quota.isClosed) add("quota-closed", "岗位指标已关闭", "请选择没有关闭的指标。");
  if (startsOn < fromOn || endsOn > toOn) {
    const message = `任期不在岗位指标的期限（${fromOn} 至 ${toOn}）内`;
    add("quota-days", message, "调整任期，或选择期限合适的指标。");
  }
  if (peak.held >= posts) {
    const message = `岗位指标已满：共 ${posts} 个岗位，${peak.on} 已有 ${peak.held} 人`;
    add("quota-full", message, "选择有空岗的指标，或在有人退岗以后上岗。");
  }
  return found;
}

function registryFindings({
  exportedOn,
  category,
}: AppointmentFacts["registry"]): AppointmentFinding[] {
  if (category !== null) return [];
  const common = { severity: "warning", to: null } as const;
  if (exportedOn === null) {
    const message = "上岗当日没有可用的建档立卡数据，未查验";
    const cure = "导入覆盖上岗日期的数据后重新查验；未查验的不能确认聘用。";
    return [{ kind: "not-verified", message, cure, ...common }];
  }
  const message = `${exportedOn} 的建档立卡数据中查不到此人（证件号码、姓名和县都要一致）`;
  const cure = "核对证件号码、姓名和上岗日期；查不到的不能确认聘用。";
  return [{ kind: "not-registered", message, cure, ...common }];
}
