import { since } from "../../citations/own";
import { QUJING_31 } from "../../citations/qujing-2020-31";
import { yesNo } from "../../inputs";
import { passIf, type Rule } from "../../rule";

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
  check: ({ person: { hasIdNumber: is } }) =>
    passIf(is, "已登记证件号码", "没有证件号码", yesNo("证件号码", is)),
};
