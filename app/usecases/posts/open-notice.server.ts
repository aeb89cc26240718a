import { holdForAppointments } from "~/data/posts/appointment-checks.server";
import { findAppointments } from "~/data/posts/appointment-store.server";
import { doubtOfNotice, type NoticeDoubt } from "~/data/posts/notice-doubts.server";
import { leaveNoticeTrail, saveNotice } from "~/data/posts/notice-store.server";
import { askingOf } from "~/data/posts/post-asking.server";
import { findParameter } from "~/data/rules/parameter-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { isEnteredLate, noticeDays, type NoticeForm } from "~/domain/posts/notice";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { newId } from "~/platform/id.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type OpenNoticeRefusal =
  | { readonly kind: "forbidden" | "nobody" | "severalCounties" }
  | NoticeDoubt
  | { readonly kind: "tooShort"; readonly days: number; readonly least: number };

/**
 * Tells the public of proposed people of one county, for at least `post.noticeDays` days before they begin; answers the
 * notice's id. One that hung before it was entered (补录) is not over without its picture (closeNotice).
 */
export function openNotice(
  actor: Actor,
  asked: { readonly appointmentIds: readonly string[]; readonly form: NoticeForm },
  now: Date,
): Promise<Outcome<string, OpenNoticeRefusal>> {
  const { form } = asked;
  return inTransaction<Outcome<string, OpenNoticeRefusal>>(actor, async (tx) => {
    const people = await findAppointments(tx, asked.appointmentIds);
    const [first] = people;
    if (first === undefined) return refused({ kind: "nobody" });
    const { countyCode } = first;
    const isAllowed = people.every((one) =>
      may(actor, "post.write", one.countyCode, dayInChina(now)),
    );
    if (!isAllowed) return refused({ kind: "forbidden" });
    if (people.some((one) => one.countyCode !== countyCode)) {
      return refused({ kind: "severalCounties" });
    }
    const least = (await findParameter(tx, "post.noticeDays", countyCode, form.fromOn))?.value ?? 1;
    const days = noticeDays(form.fromOn, form.toOn);
    if (days < least) return refused({ kind: "tooShort", days, least });
    await holdForAppointments(askingOf(tx), people);
    const doubt = await doubtOfNotice(tx, people, form.toOn);
    if (doubt !== null) return refused(doubt);
    const notice = { id: newId(), countyCode, form: withTextsMasked(form) };
    const by = { userId: actor.userId, name: actor.name, now };
    await saveNotice(tx, notice, people, by);
    const span = { from: form.fromOn, to: form.toOn };
    const late = isEnteredLate(form.fromOn, dayInChina(now)) ? { purpose: "补录" } : {};
    const detail = { name: form.title, ...span, headcount: people.length, ...late };
    await leaveNoticeTrail(tx, actor, notice, { action: "post.notice.open", at: now, detail });
    return done(notice.id);
  });
}

/** The office's own telephone is to be read; what looks like somebody's ID number is not. */
function withTextsMasked(form: NoticeForm): NoticeForm {
  return { ...form, title: withNumbersMasked(form.title), place: withNumbersMasked(form.place) };
}
