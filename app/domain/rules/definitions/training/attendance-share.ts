import { own, since } from "../../citations/own";
import { ofTraining } from "../../of-kind";
import { counted } from "../../inputs";
import { cannotTell, fail, pass, type Rule } from "../../rule";
import { withNumber } from "../../with-number";

const citation = own("到课太少的不补贴；比例由当地标准确定");

export const attendanceShare: Rule = {
  id: "training/attendance-share",
  title: "出勤率达到下限",
  citation,
  effective: since(citation),
  severity: "block",
  kinds: ["TRAINING"],
  parameters: ["claim.minAttendancePercent"],
  check: ofTraining(({ attendedDays, classDays }, _facts, numbers) => {
    const days = [counted("到课", attendedDays, "天"), counted("培训", classDays, "天")];
    if (classDays === 0) return cannotTell("没有考勤天数", ...days);
    return withNumber(numbers, "claim.minAttendancePercent", (least, input) => {
      const share = `${attendedDays} ÷ ${classDays} 天 = ${((attendedDays * 100) / classDays).toFixed(1)}%`;
      return attendedDays * 100 >= least * classDays
        ? pass(`出勤率 ${share}`, input, ...days)
        : fail(`出勤率 ${share}，低于 ${least}%`, input, ...days);
    });
  }),
};
