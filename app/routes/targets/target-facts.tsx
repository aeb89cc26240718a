import type { TargetPage } from "~/data/targets/target-view.server";
import { BASIS_LABELS, destinationsOf } from "~/domain/targets/measure";
import { DESTINATION_LABELS } from "~/domain/placements/destination";
import { valueText } from "~/domain/targets/wording";
import { DescriptionList } from "~/ui/display/description-list";

type Target = TargetPage["board"]["target"];

/** The document behind a target and how it is counted; what is our own definition says so. */
export function TargetFacts({
  target,
  regionName,
}: {
  readonly target: Target;
  readonly regionName: string;
}) {
  const { documentNumber, clause, issuer, issuedOn, periodFrom, deadlineOn, summary } = target;
  const items = [
    { term: "责任地区", detail: regionName },
    { term: "任务", detail: valueText(target, target.value) },
    { term: "依据", detail: `${documentNumber} ${clause}` },
    { term: "发文", detail: `${issuer}，${issuedOn}` },
    { term: "期间", detail: `${periodFrom} 至 ${deadlineOn}（首尾两天都计）` },
    { term: "计数口径", detail: basisText(target) },
    { term: "计入条件", detail: conditionText(target), wide: true },
    ...(summary === "" ? [] : [{ term: "内容摘要", detail: summary, wide: true }]),
  ];
  return <DescriptionList items={items} />;
}

function basisText({ basis, basisIsStated }: Target): string {
  return `${BASIS_LABELS[basis]}；${basisIsStated ? "文件规定" : "文件未规定，为本系统定义"}`;
}

function conditionText(target: Target): string {
  const destinations = destinationsOf(target.measure);
  if (destinations === null) return eventCondition(target);
  const where = destinations.map((one) => DESTINATION_LABELS[one]).join("、");
  const shared = target.mayShare
    ? "同一人可同时计入本文件的其他指标"
    : "同一人只计入本文件中首次就业所属的一项指标";
  return `去向为${where}，期间内上岗，上岗当日在建档立卡数据中，有佐证材料；${shared}。期满前返乡的仍计。`;
}

function eventCondition({ measure }: Target): string {
  switch (measure) {
    case "JOB_FAIRS":
      return "期间内举办，有参加人员，有佐证材料；一场招聘会可同时满足本文件的两处要求。（本系统定义）";
    case "TRAINING_CLASSES":
      return "期间内结业，名册已封存。（本系统定义）";
    case "LEADERS_TRAINED":
      return "致富带头人培训班的学员，结业合格，名册已封存；同一人只计一次。（本系统定义）";
    case "LEADERS_STARTED":
      return "参加过致富带头人培训，结业后登记自主创业，有佐证材料；同一人只计一次。（本系统定义）";
    case "SHANGHAI_PLACED":
    case "PROVINCE_PLACED":
    case "LOCAL_PLACED":
    case "ELSEWHERE_PLACED":
    case "ALL_PLACED":
      return "";
  }
}
