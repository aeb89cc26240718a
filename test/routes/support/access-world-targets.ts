import { targetForm, targetTexts } from "~/domain/targets/target-form";
import { enterTarget } from "~/usecases/targets/enter-target.server";
import { anActor } from "#test/builders/actor";
import { AT, value } from "./two-editions";

/** A form that enters a target of the county, as typed. */
export function targetTextsOf(county: string): Readonly<Record<string, string>> {
  return {
    ...{ regionCode: county, measure: "SHANGHAI_PLACED", value: "15" },
    ...{ periodFrom: "2020-01-01", deadlineOn: "2020-10-30", basis: "HEADCOUNT", mayShare: "on" },
    ...{ documentNumber: "某发〔2020〕1号", issuer: "某办", issuedOn: "2020-06-10", clause: "一" },
    [`share.${county}`]: "15",
  };
}

/** A target of the county's own. */
export async function targetOf(county: string): Promise<{ readonly targetId: string }> {
  const form = targetForm.parse(targetTexts(targetTextsOf(county)));
  return value(await enterTarget(anActor("cooperationOffice", county), county, form, AT));
}
