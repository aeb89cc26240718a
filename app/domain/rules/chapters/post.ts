import { chainWithinLimits } from "../definitions/post/chain-within-limits";
import { monthLocked } from "../definitions/post/month-locked";
import { monthWithinTerm } from "../definitions/post/month-within-term";
import { notBeyondWage } from "../definitions/post/not-beyond-wage";
import { receiptSigned } from "../definitions/post/receipt-signed";
import { shortTermExplained } from "../definitions/post/short-term-explained";
import { termWithinLimits } from "../definitions/post/term-within-limits";
import { wagePaid } from "../definitions/post/wage-paid";
import { workedInTheMonth } from "../definitions/post/worked-in-the-month";
import type { Rule } from "../rule";

export const POST_RULES: readonly Rule[] = [
  termWithinLimits,
  shortTermExplained,
  chainWithinLimits,
  monthWithinTerm,
  workedInTheMonth,
  receiptSigned,
  monthLocked,
  wagePaid,
  notBeyondWage,
];
