import { data, redirect } from "@remix-run/node";
import type { Actor } from "~/domain/access/actor";
import { placedPersonForm, placementForm } from "~/domain/placements/filing";
import { now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import {
  rewritePlacement,
  type RewriteRefusal,
} from "~/usecases/placements/change-placement.server";
import {
  registerPlacement,
  type RegisterRefusal,
} from "~/usecases/placements/register-placement.server";
import { explainFirstDay } from "./first-day-refusals";

type Values = Readonly<Record<string, string>>;
type Errors = Record<string, string>;

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** Answers the form of a new placement. */
export async function answerNewPlacement(actor: Actor, form: FormData) {
  const values = typedValues(form);
  const refuse = (errors: Errors, status = 422) => data({ values, errors }, { status });
  const filing = placementForm.safeParse(values);
  const person = readPerson(values);
  const errors = { ...person.errors, ...(filing.success ? {} : byField(filing.error.issues)) };
  if (!filing.success || person.value === null) return refuse(errors);
  const asked = { person: person.value, filing: filing.data };
  const outcome = await registerPlacement(actor, asked, now());
  if (outcome.ok) return redirect(`/placements/${outcome.value}?done=register`);
  return refuse(...explain(outcome.refusal));
}

/** Answers the form that corrects what was filed. */
export async function answerFiling(actor: Actor, placementId: string, form: FormData) {
  const values = typedValues(form);
  const refuse = (errors: Errors, status = 422) => data({ values, errors }, { status });
  const filing = placementForm.safeParse(values);
  if (!filing.success) return refuse(byField(filing.error.issues));
  const asked = { placementId, version: Number(values["version"]) };
  const outcome = await rewritePlacement(actor, asked, filing.data, now());
  if (outcome.ok) return redirect(`/placements/${placementId}?done=change`);
  return refuse(...explain(outcome.refusal));
}

/** What was typed into a form, as texts by name. */
export function typedValues(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
}

/** The first complaint about each field. */
export function byField(issues: readonly Issue[]): Errors {
  const errors: Errors = {};
  for (const { path, message } of issues) errors[String(path[0] ?? "form")] ??= message;
  return errors;
}

function readPerson(values: Values) {
  const { personId = "" } = values;
  const { chosen, typed } = placedPersonForm;
  const read = personId === "" ? typed.safeParse(values) : chosen.safeParse({ personId });
  return read.success
    ? { value: read.data, errors: {} }
    : { value: null, errors: byField(read.error.issues) };
}

function explain(refusal: RegisterRefusal | RewriteRefusal): [Errors, number] {
  switch (refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "personUnknown":
      return [{ form: "没有找到选定的人员，请重新选择" }, 422];
    case "numberWrong":
      return [{ idCardNumber: "身份证号不对：应为 18 位，且末位校验码相符" }, 422];
    case "nameWrong":
      return [{ name: "姓名应为 2 个以上汉字，请对照身份证填写" }, 422];
    case "phoneWrong":
      return [{ phone: "手机号不对，请核对" }, 422];
    case "otherName":
      return [{ name: "这个身份证号已用另一姓名登记，请核对号码和姓名" }, 422];
    case "registryOtherName":
      return [{ name: "建档立卡数据中这个身份证号是另一姓名，请对照身份证核对" }, 422];
    case "otherCounty":
      return [
        { idCardNumber: "此人户籍在其他县（市、区），由户籍县登记，工作地在本县也一样" },
        422,
      ];
    case "workplaceUnknown":
      return [{ workplaceCode: "请从列表中选择就业地" }, 422];
    case "workplaceNotInside":
      return [
        { workplaceText: `在${refusal.name}没有找到这个县（市、区），请连同所属州（市）写全名` },
        422,
      ];
    case "employerUnnamed":
      return [{ employerName: "这个单位还没有登记过，请填写单位名称" }, 422];
    case "employerOtherName":
      return [
        { employerName: `这个代码登记的是“${refusal.name}”，请核对；代码无误的，名称可以不填` },
        422,
      ];
    case "employerUnknown":
      return [{ creditCode: "没有登记过这个名称的单位，请填写统一社会信用代码" }, 422];
    case "employerAmbiguous":
      return [{ creditCode: "有几家单位同名，请填写统一社会信用代码" }, 422];
    case "linkUnknown":
      return [{ [refusal.field]: "请从列表中选择本县的一项" }, 422];
    case "startsLater":
    case "underAge":
    case "afterItsEnd":
    case "afterContact":
    case "afterEvidence":
      return [{ startedOn: explainFirstDay(refusal) }, 422];
    case "duplicate":
      return [{ startedOn: "此人同一天在同一单位上岗已登记过，不要重复登记" }, 409];
    case "removed":
      return [{ form: "这条登记已移出台账，不能修改" }, 409];
    case "changedByOthers":
      return [{ form: "别人刚刚改过这条登记，请重新载入本页，核对后再改" }, 409];
  }
}
