import type { ClaimParameterId } from "../../claim-parameters";
import { ofPlacement } from "../../of-kind";
import { period } from "../../inputs";
import { fail, pass } from "../../rule";
import { withNumber } from "../../with-number";

/** Whole months with evidence for each, against the number of months that was entered. */
export const provedMonthsReach = (parameter: ClaimParameterId) =>
  ofPlacement(({ provedMonths, startedOn }, { periodTo }, numbers) =>
    withNumber(numbers, parameter, (least, input) => {
      const days = period("计算期间", startedOn, periodTo);
      return provedMonths >= least
        ? pass(`有佐证的整月 ${provedMonths} 个`, input, days)
        : fail(`有佐证的整月 ${provedMonths} 个，不足 ${least} 个`, input, days);
    }),
  );
