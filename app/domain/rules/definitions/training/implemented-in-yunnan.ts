import { since } from "../../citations/own";
import { SHANGHAI_9 } from "../../citations/shanghai-2020-9";
import { ofTraining } from "../../of-kind";
import { cannotTell, fail, pass, type Rule } from "../../rule";

const citation = SHANGHAI_9.inYunnan;

export const trainingImplementedInYunnan: Rule = {
  id: "training/implemented-in-yunnan",
  title: "培训由云南的单位实施",
  citation,
  effective: since(citation),
  severity: "warn",
  kinds: ["TRAINING"],
  parameters: [],
  check: ofTraining(({ implementerRegion, implementerReason }) => {
    if (implementerRegion === "") return cannotTell("没有登记培训实施单位所在地");
    if (!implementerRegion.startsWith("31")) return pass("由云南的单位实施");
    return implementerReason === ""
      ? fail("由上海的单位实施，没有写明理由")
      : pass(`由上海的单位实施，理由：${implementerReason}`);
  }),
};
