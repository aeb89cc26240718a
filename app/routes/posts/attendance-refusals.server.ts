import type { AttendanceProblem } from "~/domain/posts/attendance-judgement";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import type { AttendanceRefusal } from "~/usecases/posts/record-attendance.server";

/** What the officer reads, by the row it belongs to. */
export function refusalErrors(refusal: AttendanceRefusal): Record<string, string> {
  switch (refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "rows":
      return Object.fromEntries(
        refusal.rows.map(({ appointmentId, problem }) => [
          `whole.${appointmentId}`,
          rowText(problem),
        ]),
      );
  }
}

function rowText(problem: AttendanceProblem): string {
  switch (problem.kind) {
    case "outside":
      return `${problem.day} 日不在岗，不能登记`;
    case "notYet":
      return `${problem.day} 日还没有到，到日后再登记`;
    case "twice":
      return `${problem.day} 日填了两种情况，请只留一种`;
    case "notOpen":
      return "本月不在岗，或聘用没有确认，不能登记考勤";
    case "handedIn":
      return `工资已报审（${problem.label}），考勤不能再改；确需更正的，请审核人先退回工资表`;
    case "changedByOthers":
      return "别人刚刚改过此人的考勤，请重新载入本页，核对后再填";
  }
}
