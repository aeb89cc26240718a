import { since } from "../../citations/own";
import { MINHANG_15 } from "../../citations/minhang-2022-15";
import { ofPlacement } from "../../of-kind";
import { recorded, yesNo } from "../../inputs";
import { passIf, type Rule } from "../../rule";

const citation = MINHANG_15.inTouch;

export const inTouch: Rule = {
  id: "placement/in-touch",
  title: "没有失去联系",
  citation,
  effective: since(citation),
  severity: "warn",
  kinds: ["STABLE_EMPLOYMENT", "AGENCY", "OUTWORK"],
  parameters: [],
  check: ofPlacement(({ isLost, lastContactOn }) => {
    const last = recorded("最近联系", lastContactOn);
    return passIf(!isLost, "没有失联记录", "已失去联系", yesNo("失联记录", isLost), last);
  }),
};
