import type { Actor } from "../access/actor";
import { may } from "../access/policy";
import type { BlankForm, FilledForm, FormRow } from "../shared/filled-form";
import { attendanceFormLayout } from "./layouts/attendance-form";
import { noticeFormLayout } from "./layouts/notice-form";
import { holderFormLayout } from "./layouts/holder-form";
import { wageFormLayout } from "./layouts/wage-form";
import { monthName } from "./wage-receipt";

/** The official forms of public-service posts. */
export type PostFormId = "holders" | "attendance" | "wages" | "notice";

export const POST_FORM_NAMES: Readonly<Record<PostFormId, string>> = {
  holders: holderFormLayout.name,
  attendance: attendanceFormLayout(31).name,
  wages: wageFormLayout.name,
  notice: noticeFormLayout.name,
};

const IDS = Object.keys(POST_FORM_NAMES) as readonly PostFormId[];

/** The form an address names, or null. */
export function postFormId(text: string | undefined): PostFormId | null {
  return IDS.find((id) => id === text) ?? null;
}

/** Whether the form shows ID numbers, so that a purpose is asked for. */
export function carriesNumbers(id: PostFormId): boolean {
  return id === "holders" || id === "wages";
}

/** Finance takes the paper of what it pays; all else goes to whoever may take the roster away. */
export function mayMakeForm(actor: Actor, id: PostFormId, countyCode: string, on: string): boolean {
  if (may(actor, "post.export", countyCode, on)) return true;
  return id === "wages" && may(actor, "wage.pay", countyCode, on);
}

/** 南华县2020年5月公共服务岗位考勤表; `month` null where the form is of no month. */
export function postFormOf(
  place: { readonly countyName: string; readonly month: string | null },
  layout: BlankForm,
  filled: { readonly headParts: readonly string[]; readonly rows: readonly FormRow[] },
): FilledForm {
  const time = place.month === null ? "" : monthName(place.month);
  return { layout, heading: `${place.countyName}${time}${layout.title}`, ...filled };
}
