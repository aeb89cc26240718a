import { saveNextNotice } from "~/data/evidence/notice-store.server";
import { leaveTrail } from "~/data/trail/trail-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { sectionsOf, type NoticeForm } from "~/domain/evidence/notice";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type IssueNoticeRefusal = { readonly kind: "forbidden" } | { readonly kind: "inPast" };

/** Issues the next version of a notice for an area; what was issued before stays as it was read. */
export async function issueNotice(
  actor: Actor,
  form: NoticeForm,
  now: Date,
): Promise<Outcome<{ readonly noticeId: string }, IssueNoticeRefusal>> {
  const today = dayInChina(now);
  const { purpose, regionCode, inForceFrom } = form;
  if (!may(actor, "notice.issue", regionCode, today)) return refused({ kind: "forbidden" });
  if (inForceFrom < today) return refused({ kind: "inPast" });
  const title = withNumbersMasked(form.title);
  const sections = sectionsOf(form.texts.map(withNumbersMasked));
  return inTransaction(actor, async (tx) => {
    const issued = { issuedBy: actor.userId, issuedByName: actor.name, issuedAt: now };
    const asked = { purpose, regionCode, title, sections, inForceFrom };
    const notice = await saveNextNotice(tx, { ...asked, ...issued });
    await leaveTrail(tx, {
      at: now,
      actorId: actor.userId,
      actorName: actor.name,
      action: "notice.issue",
      subjectKind: "region",
      subjectId: regionCode,
      countyCode: regionCode,
      detail: { name: title, edition: notice.version, startsOn: inForceFrom, noticeId: notice.id },
    });
    return done({ noticeId: notice.id });
  });
}
