import { findFormSubject, type AskedOfForm } from "~/data/posts/post-form-rows.server";
import { newCopyMark, type CopyMark } from "~/data/rosters/copy-mark.server";
import { formWorkbook } from "~/data/training/form-workbook.server";
import { leaveTrail } from "~/data/trail/trail-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { carriesNumbers, mayMakeForm, type PostFormId } from "~/domain/posts/post-form";
import type { FilledForm } from "~/domain/shared/filled-form";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type PostFormRefusal = { readonly kind: "notFound" | "forbidden" | "purposeMissing" };

export interface AskedPostForm extends AskedOfForm {
  readonly form: PostFormId;
  readonly medium: "print" | "file";
  /** Needed where numbers are shown. */
  readonly purpose: string;
}

export interface MadePostForm extends CopyMark {
  readonly form: FilledForm;
  readonly fileName: string;
  /** The same form as a workbook, written only when somebody reads it. */
  readonly bytes: AsyncIterable<Buffer>;
}

/**
 * An official form of the posts for paper or as a file; that it was made goes into the trail. Numbers are in full
 * only for who may see them so on the screen.
 */
export function makePostForm(
  actor: Actor,
  asked: AskedPostForm,
  now: Date,
): Promise<Outcome<MadePostForm, PostFormRefusal>> {
  const { form: id, medium } = asked;
  const purpose = withNumbersMasked(asked.purpose.trim());
  const today = dayInChina(now);
  const mark = newCopyMark(now);
  return inTransaction(actor, async (tx) => {
    const subject = await findFormSubject(tx, id, asked);
    if (subject === null || !may(actor, "post.read", subject.countyCode, today)) {
      return refused({ kind: "notFound" });
    }
    const { countyCode, label } = subject;
    if (!mayMakeForm(actor, id, countyCode, today)) return refused({ kind: "forbidden" });
    if (carriesNumbers(id) && purpose === "") return refused({ kind: "purposeMissing" });
    const isFull = carriesNumbers(id) && may(actor, "people.revealNumber", countyCode, today);
    const form = await subject.fill(isFull);
    const { name } = form.layout;
    const told = { form: name, of: label, medium, lines: form.rows.length, purpose };
    const numbers = isFull ? "full" : "masked";
    await leaveTrail(tx, {
      ...{ at: now, actorId: actor.userId, actorName: actor.name, action: "post.export" },
      ...{ subjectKind: "region", subjectId: countyCode, countyCode },
      detail: { ...told, ...(carriesNumbers(id) && { numbers }), copyNo: mark.copyNo },
    });
    const bytes = formWorkbook(form, [
      ["表单", `${name}　${label}`],
      ["用途", purpose === "" ? "未填" : purpose],
      ["导出人", `${actor.name}（${actor.organisationName}）`],
      ["导出时间", mark.madeAt],
      ["份号", mark.copyNo],
      ["保管要求", "含个人信息，仅供所填用途使用，用后删除；本次导出已留痕。"],
    ]);
    return done({ form, fileName: `${name}_${label}_${today}.xlsx`, bytes, ...mark });
  });
}
