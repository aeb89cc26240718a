import { potImplementedInYunnan } from "../definitions/pot/implemented-in-yunnan";
import { labourPurpose } from "../definitions/pot/labour-purpose";
import { notClosed } from "../definitions/pot/not-closed";
import { notLocked } from "../definitions/pot/not-locked";
import { notReimbursement } from "../definitions/pot/not-reimbursement";
import { received } from "../definitions/pot/received";
import { withinCeiling } from "../definitions/pot/within-ceiling";
import { yearOfClaim } from "../definitions/pot/year-of-claim";
import type { Rule } from "../rule";

export const POT_RULES: readonly Rule[] = [
  notReimbursement,
  labourPurpose,
  yearOfClaim,
  notLocked,
  notClosed,
  withinCeiling,
  received,
  potImplementedInYunnan,
];
