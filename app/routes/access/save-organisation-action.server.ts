import { data, redirect } from "@remix-run/node";
import { errorsByField, typedValues } from "./form-errors";
import { requireAdministrator } from "./require-administrator.server";
import { organisationForm } from "~/domain/access/administration-forms";
import { notFound } from "~/platform/http/not-found.server";
import {
  saveOrganisation,
  type SaveOrganisationRefusal,
} from "~/usecases/access/save-organisation.server";

/** Both forms of an organisation, new and known, answer alike. */
export async function saveOrganisationFrom(request: Request, id: string | null) {
  const { actor, now } = await requireAdministrator(request, "organisation.manage");
  const form = await request.formData();
  const values = typedValues(form);
  const read = organisationForm.safeParse(values);
  if (!read.success) return data({ values, errors: errorsByField(read.error) }, { status: 422 });
  const known = id === null ? null : { id, version: Number(values["version"]) };
  const outcome = await saveOrganisation(actor, known, read.data, now);
  if (outcome.ok) return redirect("/organisations");
  return data({ values, errors: errorsOf(outcome.refusal) }, { status: 422 });
}

function errorsOf(refusal: SaveOrganisationRefusal): Record<string, string> {
  switch (refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      return { regionCode: "这个地区不在您的管理范围内，请另选" };
    case "nameTaken":
      return { name: "这个地区已有同名单位，请核对是否重复" };
    case "changedByOthers":
      return { name: "别人刚刚修改过这个单位，请重新载入本页，核对后再改" };
  }
}
