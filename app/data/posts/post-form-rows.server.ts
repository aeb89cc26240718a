import type { PostFormId } from "~/domain/posts/post-form";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import type { FilledForm } from "~/domain/shared/filled-form";
import type { Tx } from "~/platform/prisma/client.server";
import { regionName } from "~/platform/reference/region-codes.server";
import { attendanceForm, holderForm } from "./form-holders.server";
import { findNoticeOfForm, noticeForm } from "./form-notice.server";
import { wageForm } from "./form-wages.server";
import { findWageSheet } from "./wage-sheet-store.server";

/** What a form is asked of: a month of a county, a wage sheet, or a notice. */
export interface AskedOfForm {
  readonly county: string;
  readonly month: CalendarDate;
  readonly township: string;
  /** Id of the sheet or notice. */
  readonly which: string;
}

/** What a form is about, and how it is filled once that is known to be allowed. */
export interface FormSubject {
  readonly countyCode: string;
  /** 2020-05, or the sheet's or notice's own name: for the file and the trail. */
  readonly label: string;
  readonly fill: (hasFullNumbers: boolean) => Promise<FilledForm>;
}

/** Null out of scope, and where there is no such sheet or notice. */
export async function findFormSubject(
  tx: Tx,
  id: PostFormId,
  asked: AskedOfForm,
): Promise<FormSubject | null> {
  switch (id) {
    case "holders":
    case "attendance": {
      const { county: countyCode, month, township } = asked;
      const countyName = regionName(countyCode);
      if (countyName === null) return null;
      const fill = id === "holders" ? holderForm : attendanceForm;
      const of = { countyCode, countyName, month, township };
      return {
        countyCode,
        label: `${countyName}${township}_${month.slice(0, 7)}`,
        fill: (hasFullNumbers) => fill(tx, { ...of, hasFullNumbers }),
      };
    }
    case "wages": {
      const sheet = await findWageSheet(tx, asked.which);
      if (sheet === null || sheet.isRemoved) return null;
      const fill = (hasFullNumbers: boolean) => wageForm(tx, sheet, hasFullNumbers);
      return { countyCode: sheet.countyCode, label: sheet.label, fill };
    }
    case "notice": {
      const notice = await findNoticeOfForm(tx, asked.which);
      if (notice === null) return null;
      const { countyCode, title: label } = notice;
      return { countyCode, label, fill: () => noticeForm(tx, notice) };
    }
  }
}
