import { POVERTY_STATUS_LABELS } from "../people/poverty-status";
import { DESTINATION_LABELS } from "../placements/destination";
import { FORM_LABELS } from "../placements/placement";
import { ageOn } from "../shared/calendar-date";
import { yuanText } from "../shared/fen";
import { CLAIM_KIND_LABELS } from "./claim";
import { item, money, payeeItems, potItems, type FactItem } from "./fact-items";
import type { ClaimFacts, EngagementFact, OtherClaim } from "./facts";

export interface FactGroup {
  /** The rule book's chapters that read it, the first one names where it is recorded. */
  readonly key: "person" | "payee" | "pot" | "beside" | "training" | "placement" | "post";
  readonly title: string;
  readonly items: readonly FactItem[];
}

/** The facts a line was judged by, in the words of the page. */
export function factGroups(facts: ClaimFacts): readonly FactGroup[] {
  const { training, placement, post } = facts;
  return [
    { key: "person", title: "人员", items: personItems(facts) },
    ...(training === null
      ? []
      : [{ key: "training", title: "培训", items: trainingItems(training) } as const]),
    ...(placement === null
      ? []
      : [{ key: "placement", title: "就业", items: placementItems(placement) } as const]),
    ...(post === null
      ? []
      : [{ key: "post", title: "公共服务岗位", items: postItems(post) } as const]),
    { key: "beside", title: "其他申领和同期就业、培训", items: besideItems(facts) },
    { key: "payee", title: "收款", items: payeeItems(facts) },
    { key: "pot", title: "资金项目", items: potItems(facts) },
  ];
}

const yes = (is: boolean) => (is ? "有" : "没有");

function personItems({ person, eventOn }: ClaimFacts): FactItem[] {
  const { registry } = person;
  const answer =
    registry === null
      ? "没有覆盖当日的数据"
      : registry.category === null
        ? `不在册（${registry.exportedOn} 导出）`
        : `${POVERTY_STATUS_LABELS[registry.category]}（${registry.exportedOn} 导出）${registry.sameName ? "" : "，姓名不一致"}${registry.sameCounty ? "" : "，在其他县"}`;
  return [
    // With the masked number beside it the birth date would give the whole number.
    item(`${eventOn} 年龄`, `${ageOn(person.bornOn, eventOn)} 周岁`),
    item(`${eventOn} 建档立卡`, answer),
    item("证件号码", yes(person.hasIdNumber)),
    item("联系电话", yes(person.hasPhone)),
  ];
}

function trainingItems(one: NonNullable<ClaimFacts["training"]>): FactItem[] {
  const { proofs } = one;
  const missing = [
    proofs.verified ? "" : "查验",
    proofs.idNumber ? "" : "证件号码",
    proofs.contact ? "" : "联系方式",
    proofs.signature ? "" : "签字",
    proofs.fingerprint ? "" : "手印",
  ].filter((name) => name !== "");
  return [
    item("培训日期", `${one.startsOn} 至 ${one.endsOn}`),
    item("花名册", one.isSealed ? "已封存" : "未封存"),
    item("五项证明", missing.length === 0 ? "齐全" : `缺${missing.join("、")}`),
    item("到课", `${one.attendedDays} / ${one.classDays} 天`),
    item("结业", one.isCompleted ? "已结业" : "未结业"),
    item("影像", `${one.sessionsWithMedia} / ${one.sessions} 次课有影像`),
    item("人社部门监督", yes(one.supervisedByBureau)),
    item("挂职干部监督", yes(one.supervisedBySecondedOfficial)),
    item("计划批准", one.planApprovedOn ?? "未批准"),
    item("开班备案批准", one.filingApprovedOn ?? "未批准"),
    money("单位费用", one.unitCostFen),
    item("班级人数", `${one.headcount} 人`),
  ];
}

function placementItems(one: NonNullable<ClaimFacts["placement"]>): FactItem[] {
  const { intermediary } = one;
  return [
    item(
      "上岗",
      one.endedOn === null ? `${one.startedOn} 起` : `${one.startedOn} 至 ${one.endedOn}`,
    ),
    item("去向", DESTINATION_LABELS[one.destination]),
    item("形式", FORM_LABELS[one.form]),
    item("佐证", `${one.evidenceCount} 份${one.hasContract ? "，有合同" : ""}`),
    item("有佐证的就业", `${one.provedMonths} 个月`),
    item("最近联系", one.lastContactOn ?? "没有"),
    ...(intermediary === null ? [] : [item("中介组织日期", intermediary.batchOn)]),
    ...(intermediary === null
      ? []
      : [
          item(
            "人力资源服务许可",
            intermediary.licence === null
              ? "未登记"
              : `${intermediary.licence.from} 至 ${intermediary.licence.to}`,
          ),
        ]),
  ];
}

function postItems(one: NonNullable<ClaimFacts["post"]>): FactItem[] {
  return [
    item("月份", one.month.slice(0, 7)),
    item("聘期", `${one.startsOn} 至 ${one.leftOn ?? one.endsOn}`),
    item("连续任期", `${one.chainFrom} 至 ${one.chainTo}`),
    item("工资表", one.isLocked ? "已锁定" : "未锁定"),
    item("签收", one.isSigned ? "已签收" : "未签收"),
    item("发放", one.isPaid ? `已发放 ${yuanText(one.paidFen)}` : "未发放"),
    money("月标准", one.rateFen),
    item("出勤", `出勤 ${one.workedDays} 天，缺勤 ${one.absentDays} 天`),
  ];
}

function besideItems({ others, engagements }: ClaimFacts): FactItem[] {
  return [
    item("其他申领", others.length === 0 ? "没有" : others.map(otherText).join("；")),
    item("同期就业、培训", engagements.length === 0 ? "没有" : engagements.map(beside).join("；")),
  ];
}

function otherText(one: OtherClaim): string {
  const where = one.sameCounty ? "" : "其他县";
  const amount = one.amountFen === null ? "" : ` ${yuanText(one.amountFen)}`;
  const standing = one.standing === "draft" ? "（编制中）" : "";
  return `${where}${CLAIM_KIND_LABELS[one.kind]} ${one.periodFrom} 至 ${one.periodTo}${amount}${standing}`;
}

const BESIDE: Readonly<Record<EngagementFact["kind"], string>> = {
  placement: "就业",
  class: "培训",
  post: "公共服务岗位",
};

function beside(one: EngagementFact): string {
  const where = one.sameCounty ? "" : "其他县";
  return `${where}${BESIDE[one.kind]} ${one.from} 至 ${one.to ?? "今"}${one.isSettled ? "（已核对）" : ""}`;
}
