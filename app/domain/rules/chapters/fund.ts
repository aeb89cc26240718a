import { adjustmentApproved } from "../definitions/fund/adjustment-approved";
import { carryOverReleased } from "../definitions/fund/carry-over-released";
import { closedInOrder } from "../definitions/fund/closed-in-order";
import { disbursedInTime } from "../definitions/fund/disbursed-in-time";
import { labourUses } from "../definitions/fund/labour-uses";
import { labourShareKept } from "../definitions/fund/labour-share-kept";
import { notIdle } from "../definitions/fund/not-idle";
import { sixUses } from "../definitions/fund/six-uses";
import type { FundRule } from "../fund-rule";

export const FUND_RULES: readonly FundRule[] = [
  disbursedInTime,
  adjustmentApproved,
  sixUses,
  carryOverReleased,
  labourShareKept,
  labourUses,
  notIdle,
  closedInOrder,
];
