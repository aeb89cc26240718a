import { FORM_LABELS } from "../../../placements/placement";
import { own, since } from "../../citations/own";
import { ofPlacement } from "../../of-kind";
import { passIf, type Rule } from "../../rule";

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
    passIf(form !== "PUBLIC_SERVICE", "不是公共服务岗位", "就业形式是公共服务岗位", {
      label: "就业形式",
      value: FORM_LABELS[form],
    }),
  ),
};
