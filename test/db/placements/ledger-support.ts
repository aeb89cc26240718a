import { placementForm } from "~/domain/placements/filing";
import { evidenceForm } from "~/domain/placements/evidence";
import { anActor } from "#test/builders/actor";
import { idNumberOf } from "#test/builders/id-card-number";
import { exportRow, asCsv } from "#test/builders/registry-export";
import { tinyPng } from "#test/builders/tiny-png";
import { received, value, workOff } from "#test/db/rosters/support";
import { registerPlacement } from "~/usecases/placements/register-placement.server";
import { uploadRegistry } from "~/usecases/registry/upload-registry.server";

export const COUNTY = "532324";
export const FOREIGN = "530381";
export const NOW = new Date("2020-07-01T02:00:00Z");
export const officer = anActor("caseOfficer", COUNTY, "普经办");
export const foreigner = anActor("caseOfficer", FOREIGN, "外县人");
export const CODE = "91310114EGLPXMHH7H";

let serial = 0;

/** Somebody nobody knows yet, as the form tells him. */
export function somebody(countyCode = COUNTY) {
  serial += 1;
  const idCardNumber = idNumberOf(countyCode, "1990-01-01", serial);
  const name = `沙马${"阿依尔布古哈木果"[serial % 8] ?? "阿"}`;
  return { personId: null, countyCode, idCardNumber, name, phone: "" };
}

/** A filing in Shanghai since 2020-05-06, unless told. */
export const filing = (change: Record<string, string> = {}) =>
  placementForm.parse({
    ...{ creditCode: CODE, employerName: "嘉定物流有限公司", workplaceCode: "310114" },
    ...{ form: "FORMAL", arrangement: "ORGANISED", contractKind: "LABOUR_CONTRACT" },
    ...{ startedOn: "2020-05-06", ...change },
  });

/** A line of the ledger; answers its id. */
export async function aLine(
  person: ReturnType<typeof somebody> | { readonly personId: string } = somebody(),
  change: Record<string, string> = {},
  actor = officer,
) {
  return value(await registerPlacement(actor, { person, filing: filing(change) }, NOW));
}

export const certificate = (change: Record<string, string> = {}) =>
  evidenceForm.parse({ kind: "WORK_CERTIFICATE", fromMonth: "2020-05", ...change });

export const aPicture = () => received(tinyPng(), "务工证明.png");

/** A registry export of the county that carries these people. */
export async function loadRegistry(
  people: readonly { readonly name: string; readonly idCardNumber: string }[],
  exportedOn: string,
) {
  const rows = people.map(({ name, idCardNumber }) =>
    exportRow({
      ...{ name, householdHead: name, idCardNumber },
      ...{ county: "南华县", exportedAt: `${exportedOn} 10:00:00` },
    }),
  );
  const file = await received(Buffer.from(asCsv(rows)), "导出.csv");
  value(await uploadRegistry(officer, { regionCode: COUNTY, exportedOn: null, file }, NOW));
  await workOff();
}
