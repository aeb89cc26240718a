import { own, since } from "../../citations/own";
import { ofPlacement } from "../../of-kind";
import { fail, pass, type Rule } from "../../rule";

const citation = own("公共服务岗位另有补贴，不再按转移就业补贴");

export const notAPublicPost: Rule = {
  id: "placement/not-a-public-post",
  title: "不是公共服务岗位",
  citation,
  effective: since(citation),
  severity: "block",
  kinds: ["STABLE_EMPLOYMENT", "AGENCY", "OUTWORK"],
  parameters: [],
  check: ofPlacement(({ form }) =>
    form === "PUBLIC_SERVICE" ? fail("就业形式是公共服务岗位") : pass("不是公共服务岗位"),
  ),
};
