import { since } from "../../citations/own";
import { SHANGHAI_9 } from "../../citations/shanghai-2020-9";
import { cannotTell, fail, pass, type Rule } from "../../rule";

const citation = SHANGHAI_9.inYunnan;

export const potImplementedInYunnan: Rule = {
  id: "pot/implemented-in-yunnan",
  title: "培训资金由云南的单位实施",
  citation,
  effective: since(citation),
  severity: "warn",
  kinds: ["TRAINING"],
  parameters: [],
  check: ({ pot: { implementerRegion, implementerReason } }) => {
    if (implementerRegion === "") return cannotTell("资金项目没有登记实施单位所在地");
    if (!implementerRegion.startsWith("31")) return pass("由云南的单位实施");
    return implementerReason === ""
      ? fail("由上海的单位实施，没有写明理由")
      : pass(`由上海的单位实施，理由：${implementerReason}`);
  },
};
