import { since } from "../../citations/own";
import { QUJING_31 } from "../../citations/qujing-2020-31";
import { ofPost } from "../../of-kind";
import { wageMonth, yesNo } from "../../inputs";
import { passIf, type Rule } from "../../rule";

const citation = QUJING_31.receipt;

export const receiptSigned: Rule = {
  id: "post/receipt-signed",
  title: "本人已签收工资",
  citation,
  effective: since(citation),
  severity: "block",
  kinds: ["POST"],
  parameters: [],
  check: ofPost(({ isSigned: is, month }) =>
    passIf(is, "本人已签收", "本人没有签收", wageMonth(month), yesNo("本人签收", is)),
  ),
};
