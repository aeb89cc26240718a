import type { TargetPage } from "~/data/targets/target-view.server";
import { conditionText } from "~/domain/targets/condition";
import { BASIS_LABELS } from "~/domain/targets/measure";
import { valueText } from "~/domain/targets/wording";
import { DescriptionList } from "~/ui/display/description-list";

type Target = TargetPage["board"]["target"];

interface TargetFactsProps {
  readonly target: Target;
  readonly regionName: string;
  /** Placements looked up in an export later than their first day. */
  readonly verifiedLater: number;
}

/** The document behind a target and how it is counted; what is our own definition says so. */
export function TargetFacts({ target, regionName, verifiedLater }: TargetFactsProps) {
  const { documentNumber, clause, issuer, issuedOn, periodFrom, deadlineOn } = target;
  const { summary, assumptions } = target;
  const items = [
    { term: "责任地区", detail: regionName },
    { term: "任务", detail: valueText(target, target.value) },
    { term: "依据", detail: `${documentNumber} ${clause}` },
    { term: "发文", detail: `${issuer}，${issuedOn}` },
    { term: "期间", detail: `${periodFrom} 至 ${deadlineOn}（首尾两天都计）` },
    { term: "计数口径", detail: basisText(target) },
    { term: "计入条件", detail: conditionText(target), wide: true },
    ...(verifiedLater === 0
      ? []
      : [{ term: "查验依据", detail: laterText(verifiedLater), wide: true }]),
    ...(assumptions === "" ? [] : [{ term: "文件未写", detail: assumptions, wide: true }]),
    ...(summary === "" ? [] : [{ term: "内容摘要", detail: summary, wide: true }]),
  ];
  return <DescriptionList items={items} />;
}

function basisText({ basis, basisIsStated }: Target): string {
  return `${BASIS_LABELS[basis]}；${basisIsStated ? "文件规定" : "文件未规定，为本系统定义"}`;
}

function laterText(count: number): string {
  const placements = count.toLocaleString("zh-CN");
  return `截至所选日期有 ${placements} 条登记的上岗日期早于最早一次建档立卡数据，按其后最近一次数据查验。（本系统定义）`;
}
