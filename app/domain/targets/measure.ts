import type { Destination } from "../placements/destination";

/** What a document can ask an area for, as far as this product counts it. */
export type Measure =
  | "SHANGHAI_PLACED"
  | "PROVINCE_PLACED"
  | "LOCAL_PLACED"
  | "ELSEWHERE_PLACED"
  | "ALL_PLACED"
  | "JOB_FAIRS"
  | "TRAINING_CLASSES"
  | "LEADERS_TRAINED"
  | "LEADERS_STARTED";

export const MEASURE_LABELS: Readonly<Record<Measure, string>> = {
  SHANGHAI_PLACED: "来沪就业人数",
  PROVINCE_PLACED: "省内就近就地就业人数",
  LOCAL_PLACED: "县内就地就近就业人数",
  ELSEWHERE_PLACED: "省外（上海以外）就业人数",
  ALL_PLACED: "转移就业总人数",
  JOB_FAIRS: "劳务协作专场招聘会场次",
  TRAINING_CLASSES: "劳务协作技能培训期数",
  LEADERS_TRAINED: "致富带头人培训人数",
  LEADERS_STARTED: "致富带头人创业成功人数",
};

export const MEASURES = Object.keys(MEASURE_LABELS) as readonly Measure[];

/** The destinations whose placements count for a measure; null where it does not count placements. */
export function destinationsOf(measure: Measure): readonly Destination[] | null {
  switch (measure) {
    case "SHANGHAI_PLACED":
      return ["SHANGHAI"];
    case "PROVINCE_PLACED":
      return ["LOCAL", "IN_PROVINCE"];
    case "LOCAL_PLACED":
      return ["LOCAL"];
    case "ELSEWHERE_PLACED":
      return ["ELSEWHERE"];
    case "ALL_PLACED":
      return ["LOCAL", "IN_PROVINCE", "ELSEWHERE", "SHANGHAI"];
    case "JOB_FAIRS":
    case "TRAINING_CLASSES":
    case "LEADERS_TRAINED":
    case "LEADERS_STARTED":
      return null;
  }
}

export type CountingBasis = "HEADCOUNT" | "PERSON_TIMES" | "EVENTS";

export const BASIS_LABELS: Readonly<Record<CountingBasis, string>> = {
  HEADCOUNT: "按人数（同一人只计一次）",
  PERSON_TIMES: "按人次",
  EVENTS: "按场次（期数）",
};
