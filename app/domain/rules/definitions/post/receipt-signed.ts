import { since } from "../../citations/own";
import { QUJING_31 } from "../../citations/qujing-2020-31";
import { ofPost } from "../../of-kind";
import { fail, pass, type Rule } from "../../rule";

const citation = QUJING_31.receipt;

export const receiptSigned: Rule = {
  id: "post/receipt-signed",
  title: "本人已签收工资",
  citation,
  effective: since(citation),
  severity: "block",
  kinds: ["POST"],
  parameters: [],
  check: ofPost(({ isSigned }) => (isSigned ? pass("本人已签收") : fail("本人没有签收"))),
};
