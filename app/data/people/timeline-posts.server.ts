import { IS_SIGNED } from "~/data/posts/receipt-sql.server";
import { beginningOf, type PersonEvent } from "~/domain/people/timeline";
import { LEAVE_REASON_LABELS, type AppointmentState, type LeaveReason } from "~/domain/posts/post";
import { monthName } from "~/domain/posts/wage-receipt";
import type { TimelineSource } from "./timeline-view.server";

/** Taking up a post and its end, agreed or earlier, are two events. */
export const posts: TimelineSource = async (tx, personId, counties, on) => {
  const rows = await tx.postAppointment.findMany({
    where: { personId, countyCode: { in: [...counties] }, removedAt: null },
    select: {
      ...{ id: true, title: true, state: true, startsOn: true, endsOn: true },
      ...{ leftOn: true, leaveReason: true },
    },
  });
  return rows.flatMap(({ id, title, startsOn, endsOn, leftOn, ...row }) => {
    const to = `/posts/appointments/${id}`;
    const isProposed = (row.state as AppointmentState) === "proposed";
    const began: PersonEvent = {
      ...onDay(`post:${id}`, startsOn),
      title: `公共服务岗位${isProposed ? "拟聘" : "上岗"}：${title}`,
      ...{ detail: `任期至 ${text(endsOn)}`, to, tone: isProposed ? "neutral" : "info" },
    };
    const last = leftOn ?? endsOn;
    if (isProposed || text(last) > on) return [began];
    const reason = row.leaveReason as LeaveReason | "";
    const ended: PersonEvent = {
      ...onDay(`post:${id}:ended`, last),
      title: `${leftOn === null ? "公共服务岗位任期满" : "公共服务岗位提前退岗"}：${title}`,
      detail: reason === "" ? "" : LEAVE_REASON_LABELS[reason],
      ...{ to, tone: leftOn === null ? "neutral" : "warning" },
    };
    return [began, ended];
  });
};

interface StoredMonth {
  readonly id: string;
  readonly appointmentId: string;
  readonly title: string;
  readonly month: string;
  readonly paidOn: string;
  readonly isSigned: boolean;
}

/** Months paid, each with whether it was signed for; never an amount or an account. */
export const wages: TimelineSource = async (tx, personId, counties) => {
  const rows = await tx.$queryRaw<StoredMonth[]>`
    SELECT l.id, l.appointment_id AS "appointmentId", a.title, l.month::text AS month,
      l.paid_on::text AS "paidOn", ${IS_SIGNED} AS "isSigned"
    FROM wage_line l JOIN post_appointment a ON a.id = l.appointment_id
    WHERE l.person_id = ${personId}::uuid AND l.county_code = ANY (${[...counties]})
      AND l.removed_at IS NULL AND l.payment_state = 'PAID'`;
  return rows.map(({ id, appointmentId, title, month, paidOn, isSigned }) => ({
    ...{ key: `wage:${id}`, at: beginningOf(paidOn), isDay: true },
    title: `${monthName(month)}岗位工资已发放`,
    detail: `${title}，${isSigned ? "本人已签收" : "待本人签收"}`,
    to: `/posts/appointments/${appointmentId}`,
    tone: isSigned ? "success" : "warning",
  }));
};

function onDay(key: string, day: Date): Pick<PersonEvent, "key" | "at" | "isDay"> {
  return { key, at: beginningOf(text(day)), isDay: true };
}

function text(day: Date): string {
  return day.toISOString().slice(0, 10);
}
