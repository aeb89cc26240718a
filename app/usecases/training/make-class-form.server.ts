import { newCopyMark, type CopyMark } from "~/data/rosters/copy-mark.server";
import { findFormClass } from "~/data/training/form-class-store.server";
import { readClassForm } from "~/data/training/form-rows.server";
import { formWorkbook } from "~/data/training/form-workbook.server";
import { leaveClassTrail } from "~/data/training/session-class-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { withNumbersMasked } from "~/domain/people/typed-number";
import type { FilledForm } from "~/domain/shared/filled-form";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { carriesNumbers, formNeeds } from "~/domain/training/class-form";
import type { ClassFormId } from "~/domain/training/layouts/form-layout";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type ClassFormRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "purposeMissing" }
  | { readonly kind: "whichMissing" };

interface AskedForm {
  readonly classId: string;
  readonly form: ClassFormId;
  readonly medium: "print" | "file";
  /** Of a sign-in sheet: the id of a session, or a day. */
  readonly which: string;
  /** Needed where numbers are shown. */
  readonly purpose: string;
}

export interface MadeForm extends CopyMark {
  readonly form: FilledForm;
  readonly fileName: string;
  /** The same form as a workbook, written only when somebody reads it. */
  readonly bytes: AsyncIterable<Buffer>;
}

/**
 * A form of the class for paper or as a file; that it was made goes into the trail. Numbers are in
 * full only for who may see them so on the screen.
 */
export function makeClassForm(
  actor: Actor,
  asked: AskedForm,
  now: Date,
): Promise<Outcome<MadeForm, ClassFormRefusal>> {
  const { form: id, medium, which } = asked;
  const purpose = withNumbersMasked(asked.purpose.trim());
  const today = dayInChina(now);
  const mark = newCopyMark(now);
  return inTransaction(actor, async (tx) => {
    const one = await findFormClass(tx, asked.classId);
    if (one === null || !may(actor, "class.read", one.countyCode, today)) {
      return refused({ kind: "notFound" });
    }
    const { countyCode, rosterId, label } = one;
    if (!may(actor, formNeeds(id, medium), countyCode, today))
      return refused({ kind: "forbidden" });
    const isOfPeople = carriesNumbers(id);
    if (isOfPeople && purpose === "") return refused({ kind: "purposeMissing" });
    const hasFullNumbers = may(actor, "people.revealNumber", countyCode, today);
    const source = { classId: one.id, rosterId, head: one, today, which, hasFullNumbers };
    const form = await readClassForm(tx, id, source);
    if (form === null) return refused({ kind: "whichMissing" });
    const numbers = hasFullNumbers ? "full" : "masked";
    const { name } = form.layout;
    const facts = { name, rows: form.rows.length, purpose, copyNo: mark.copyNo };
    await leaveClassTrail(tx, actor, one, {
      action: medium === "print" ? "class.printForm" : "class.exportForm",
      at: now,
      detail: { form: id, which, ...facts, ...(isOfPeople && { numbers }) },
    });
    const about = [
      ["表单", `${name}　${label}`],
      ["用途", purpose === "" ? "未填" : purpose],
      ["导出人", `${actor.name}（${actor.organisationName}）`],
      ["导出时间", mark.madeAt],
      ["份号", mark.copyNo],
      ["保管要求", "含个人信息，仅供所填用途使用，用后删除；本次导出已留痕。"],
    ] as const;
    const fileName = `${name}_${label}_${today}.xlsx`;
    return done({ form, fileName, bytes: formWorkbook(form, about), ...mark });
  });
}
