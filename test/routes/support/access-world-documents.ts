import { documentForm } from "~/domain/funds/document";
import { addAllocation } from "~/usecases/funds/add-allocation.server";
import { addDocument } from "~/usecases/funds/add-document.server";
import { anActor } from "#test/builders/actor";
import { AT, value } from "./two-editions";

export const documentTexts = {
  ...{ issuer: "某县财政局", number: "某财〔2020〕1号", issuedOn: "2020-06-01", title: "下达通知" },
};

/** A document of the county's own and a table resting on it. */
export async function documentAndTableOf(county: string) {
  const facts = documentForm.parse({
    ...{ ...documentTexts, number: `某财〔2020〕${county}号`, regionCode: county },
  });
  const office = anActor("cooperationOffice", county);
  const policyDocumentId = value(await addDocument(office, facts, AT));
  const other = { ...facts, number: `某财〔2020〕1${county}号` };
  const documentId = value(await addDocument(office, other, AT));
  const cell = { columnKey: "c0", projectKey: "", amount: 100_000_000 };
  const row = { unitName: "县人社局", areaCode: county, declaredTotal: null, isOffTable: false };
  const table = {
    columns: [{ key: "c0", label: "金额", unit: "FEN" as const, of: "", declared: 100_000_000 }],
    projects: [],
    declaredTotal: null,
    rows: [{ ...row, note: "", cells: [{ ...cell, functionCode: "", economicCode: "" }] }],
  };
  const head = { documentId, regionCode: county, year: 2020, title: "某表", note: "" };
  const asked = { ...head, sumsReason: "", parentRowId: null, table };
  return { policyDocumentId, allocationTableId: value(await addAllocation(office, asked, AT)) };
}
