import { DESTINATION_LABELS } from "../placements/destination";
import { destinationsOf } from "./measure";
import type { Target } from "./target";

const OURS = "（本系统定义）";
const REGISTRY_DAY =
  "上岗当日在建档立卡数据中（取当日或此前最近一次数据；此前没有的，取其后最近一次）";

/** What makes something count for a target, as its page says it: no document does, so it is our definition (0022). */
export function conditionText(target: Pick<Target, "measure" | "mayShare">): string {
  const destinations = destinationsOf(target.measure);
  if (destinations === null) return `${eventCondition(target.measure)}${OURS}`;
  const where = destinations.map((one) => DESTINATION_LABELS[one]).join("、");
  const shared = target.mayShare
    ? "同一人可同时计入本文件的其他指标"
    : "同一人只计入本文件中首次就业所属的一项指标";
  return `去向为${where}，期间内上岗，${REGISTRY_DAY}，有佐证材料；${shared}。期满前返乡的仍计。${OURS}`;
}

function eventCondition(measure: Target["measure"]): string {
  switch (measure) {
    case "JOB_FAIRS":
      return "期间内办结（以最后一天为准），有参加人员，有佐证材料；区级任务只计登记为与本区合办的场次。一场招聘会可同时满足本文件的两处要求。";
    case "TRAINING_CLASSES":
      return "期间内结业，名册已封存；致富带头人培训班另计，不在其内。培训班不登记结对区，县内符合条件的都计。";
    case "LEADERS_TRAINED":
      return "致富带头人培训班的学员，结业合格，名册已封存；同一人只计一次。";
    case "LEADERS_STARTED":
      return "致富带头人培训结业合格，名册已封存，结业当日或以后登记自主创业，有佐证材料；同一人只计一次。";
    case "SHANGHAI_PLACED":
    case "PROVINCE_PLACED":
    case "LOCAL_PLACED":
    case "ELSEWHERE_PLACED":
    case "ALL_PLACED":
      return "";
  }
}
