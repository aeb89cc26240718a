import { since } from "../../citations/own";
import { QUJING_31 } from "../../citations/qujing-2020-31";
import { fail, pass, type Rule } from "../../rule";

const citation = QUJING_31.roster;

/** A trainee's stands among the five proofs. */
export const identified: Rule = {
  id: "eligibility/identified",
  title: "有证件号码",
  citation,
  effective: since(citation),
  severity: "block",
  kinds: ["STABLE_EMPLOYMENT", "AGENCY", "POST", "OUTWORK"],
  parameters: [],
  check: ({ person }) => (person.hasIdNumber ? pass("已登记证件号码") : fail("没有证件号码")),
};
