import type { SpotCheckOutcome } from "./spot-check";
import type { classDays } from "./supervision";
import { isOutsideClass, type SupervisionWay } from "./supervision";

/** What a record says against the class's own papers, worst first. */
export interface SupervisionFinding {
  readonly kind: "denied" | "headcountDiffers" | "outsideClass" | "notCompared" | "unanswered";
  readonly severity: "refused" | "warning";
  readonly message: string;
}

export interface SupervisionFacts {
  readonly way: SupervisionWay;
  readonly heldOn: string;
  readonly outsideReason: string;
  readonly headcountSeen: number | null;
  /** Who sat in the session by its attendance sheet; null when none was kept. */
  readonly attended: number | null;
  readonly people: readonly { readonly name: string; readonly outcome: SpotCheckOutcome }[];
  readonly days: ReturnType<typeof classDays>;
}

/** What stands out in one record; a trainee who says he was not taught comes before all else. */
export function supervisionFindings(facts: SupervisionFacts): readonly SupervisionFinding[] {
  return [...deniedBy(facts), ...headcount(facts), ...outside(facts), ...unanswered(facts)];
}

function deniedBy({ people }: SupervisionFacts): SupervisionFinding[] {
  const names = people.filter(({ outcome }) => outcome === "DENIED").map(({ name }) => name);
  if (names.length === 0) return [];
  const message = `抽查的学员中有 ${names.length} 人称未参训：${names.join("、")}。请立即核实其报名、考勤和签字；查实未参训的，须从花名册移除。`;
  return [{ kind: "denied", severity: "refused", message }];
}

function headcount({ way, headcountSeen, attended }: SupervisionFacts): SupervisionFinding[] {
  if (way !== "onSite" || headcountSeen === null) return [];
  if (attended === null) {
    const message = `现场清点 ${headcountSeen} 人；这一课次还没有登记考勤，无从比对。`;
    return [{ kind: "notCompared", severity: "warning", message }];
  }
  if (attended === headcountSeen) return [];
  const [more, by] =
    attended > headcountSeen
      ? ["考勤多", attended - headcountSeen]
      : ["现场多", headcountSeen - attended];
  const message = `现场清点 ${headcountSeen} 人，考勤登记到课 ${attended} 人，${more} ${by} 人。请核对这一课次的考勤。`;
  return [{ kind: "headcountDiffers", severity: "warning", message }];
}

function outside({ heldOn, days, outsideReason }: SupervisionFacts): SupervisionFinding[] {
  if (!isOutsideClass(heldOn, days)) return [];
  const reason = outsideReason === "" ? "未说明原因" : `说明：${outsideReason}`;
  const message = `监督日期 ${heldOn} 不在培训期内（${days.from} 至 ${days.to}）。${reason}。`;
  return [{ kind: "outsideClass", severity: "warning", message }];
}

function unanswered({ people }: SupervisionFacts): SupervisionFinding[] {
  const others = people.filter(({ outcome }) => outcome !== "CONFIRMED" && outcome !== "DENIED");
  if (others.length === 0) return [];
  const message = `抽查的 ${people.length} 人中有 ${others.length} 人没有问到本人，请更正联系方式或另行走访。`;
  return [{ kind: "unanswered", severity: "warning", message }];
}
