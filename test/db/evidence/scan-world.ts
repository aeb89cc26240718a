import { listLineProofs } from "~/data/evidence/proof-standing.server";
import { readScanFacts } from "~/data/evidence/scan-facts.server";
import { listCells } from "~/data/evidence/scan-store.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { anActor } from "#test/builders/actor";
import { idNumberOf } from "#test/builders/id-card-number";
import { buildRoster } from "#test/builders/roster";
import { buildPrint } from "#test/builders/scans";

export const COUNTY = "532323";
export const NOW = new Date("2020-06-20T02:00:00Z");
export const LATER = new Date("2020-06-21T02:00:00Z");
export const officer = anActor("caseOfficer", COUNTY, "经办甲");

let serial = 0;

/** People called 学员一… by the characters from 一 on, printed for ink. */
export async function aRoster(headcount: number, actor = officer) {
  const county = actor.counties[0] ?? COUNTY;
  const trainees = Array.from({ length: headcount }, (_, index) => ({
    name: `学员${String.fromCharCode(0x4e00 + index)}`,
    idCardNumber: idNumberOf(county, "1990-01-01", (serial += 1)),
  }));
  const facts = { countyCode: county, createdBy: actor.userId, trainees };
  const roster = await inTransaction(actor, (tx) => buildRoster(tx, facts));
  return { ...roster, print: await buildPrint(actor, roster.id, NOW) };
}

export const factsOf = (rosterId: string) =>
  inTransaction(officer, (tx) => readScanFacts(tx, rosterId));
export const cellsOf = (pageId: string) => inTransaction(officer, (tx) => listCells(tx, pageId));
export const proofsOf = (rosterId: string) =>
  inTransaction(officer, (tx) => listLineProofs(tx, rosterId));

export async function standings(rosterId: string) {
  const { pages, standings: found } = await factsOf(rosterId);
  return pages.map((page) => ({ page, standing: found.get(page.id) }));
}

export async function onlyPage(rosterId: string) {
  const [one, ...others] = await standings(rosterId);
  if (one === undefined || others.length > 0) throw new Error("not one page");
  return one.page;
}

export const ask = (rosterId: string, pageId: string, version: number) => ({
  rosterId,
  pageId,
  version,
});
