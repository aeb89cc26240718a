import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { mayMakeForm, type PostFormId } from "~/domain/posts/post-form";
import { wageSheetName } from "~/domain/posts/wage-receipt";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { monthsEnd } from "~/domain/shared/months";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { findFormSubject, type AskedOfForm } from "./post-form-rows.server";

/** A form that can be made, and of what. */
export interface FormChoice {
  readonly form: PostFormId;
  readonly label: string;
  /** Id of the sheet or notice; empty for a form of the month itself. */
  readonly which: string;
  /** The roster that is signed on paper, where the reader prints it; null while there is none. */
  readonly rosterId: string | null;
}

/** The forms of a county and month that the reader may make: its own, its wage sheets and its notices. */
export function listPostForms(
  actor: Actor,
  of: { readonly county: string; readonly month: CalendarDate; readonly township: string },
  on: string,
): Promise<readonly FormChoice[]> {
  const { county: countyCode, month, township } = of;
  return inTransaction(actor, async (tx) => {
    const sheets = await tx.wageSheet.findMany({
      where: { countyCode, month: new Date(month), removedAt: null },
      orderBy: { number: "asc" },
      select: { id: true, number: true, rosterId: true },
    });
    const notices = await tx.postNotice.findMany({
      where: {
        countyCode,
        fromOn: { lte: new Date(monthsEnd(month, 1)) },
        toOn: { gte: new Date(month) },
        state: { not: "withdrawn" },
      },
      orderBy: [{ fromOn: "asc" }, { id: "asc" }],
      select: { id: true, title: true },
    });
    const label = `${month.slice(0, 7)} ${township}`.trim();
    const choices: readonly FormChoice[] = [
      { form: "holders", label, which: "", rosterId: null },
      { form: "attendance", label, which: "", rosterId: null },
      ...sheets.map(({ id, number, rosterId }): FormChoice => ({
        ...{ form: "wages", label: wageSheetName({ month, number }), which: id },
        rosterId: may(actor, "roster.print", countyCode, on) ? rosterId : null,
      })),
      ...notices.map(({ id, title }): FormChoice => ({
        ...{ form: "notice", label: title, which: id, rosterId: null },
      })),
    ];
    return choices.filter(({ form }) => mayMakeForm(actor, form, countyCode, on));
  });
}

export interface FormRequestView {
  readonly label: string;
  readonly mayMake: boolean;
}

/** What a form is asked for with; null where the reader sees no such thing. */
export function viewFormRequest(
  actor: Actor,
  form: PostFormId,
  asked: AskedOfForm,
  on: string,
): Promise<FormRequestView | null> {
  return inTransaction(actor, async (tx) => {
    const subject = await findFormSubject(tx, form, asked);
    if (subject === null || !may(actor, "post.read", subject.countyCode, on)) return null;
    const { label, countyCode } = subject;
    return { label, mayMake: mayMakeForm(actor, form, countyCode, on) };
  });
}
