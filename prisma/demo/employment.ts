import { factsOf } from "~/data/placements/placement-columns.server";
import type { Actor } from "~/domain/access/actor";
import { countyFactForm, recordCountyFact } from "~/usecases/regions/record-county-fact.server";
import { outcomeForm } from "~/domain/employers/fair-outcome";
import { jobFairForm } from "~/domain/employers/job-fair";
import { evidenceForm } from "~/domain/placements/evidence";
import { followUpForm } from "~/domain/placements/follow-up-form";
import type { WorkerGroup } from "~/domain/placements/placement";
import { day } from "~/domain/shared/calendar-date";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { addFairParticipants } from "~/usecases/employers/add-participants.server";
import { addWorkFile } from "~/usecases/employers/add-work-file.server";
import { recordOutcome } from "~/usecases/employers/record-fair-outcome.server";
import { settleFairEmployer } from "~/usecases/employers/fair-employer.server";
import { createFair } from "~/usecases/employers/save-job-fair.server";
import { addEvidence } from "~/usecases/placements/add-evidence.server";
import { rewritePlacement } from "~/usecases/placements/change-placement.server";
import { recordFollowUp } from "~/usecases/placements/record-follow-up.server";
import { enterDistrictFigure } from "~/usecases/targets/enter-district-figure.server";
import { openReconciliation } from "~/usecases/targets/open-reconciliation.server";
import { aPhotograph } from "#test/builders/photograph";

// After the prefecture's ledger is in: what its counties and the paired district have done with it.

const SEVEN = ["532322", "532323", "532324", "532325", "532326", "532327", "532329"];
const JIADING = "310114";
const NANHUA = "532324";
/** As `keepPairing` leaves it. */
export const DEMO_PAIRINGS = SEVEN.map((county) => ({
  ...{ district: JIADING, county, from: "2020-01-01", to: null },
}));
/** Every fifth line has no proof yet, so that the board has something to say. */
const UNPROVED = 5;

/** The instant of nine in the morning, China's time. */
const morning = (on: string) => new Date(`${on}T09:00:00+08:00`);

/** The pairing of the founding documents ends in 2021; for the demonstration it goes on. */
export async function keepPairing(administrator: Actor, now: Date): Promise<void> {
  const source = "演示数据：假定结对关系延续";
  const fact = countyFactForm.parse({ what: JIADING, from: "2021-07-01", to: "", source });
  for (const county of SEVEN) await kept(recordCountyFact(administrator, county, fact, now));
}

/** One certificate of work for each employer of the county, and a few follow-ups. */
export async function proveEmployment(officer: Actor, countyCode: string): Promise<void> {
  const lines = await inTransaction(officer, (tx) =>
    tx.placement.findMany({
      where: { countyCode, removedAt: null, evidenceCount: 0, startedOn: { lt: AUGUST } },
      orderBy: { sheetRow: "asc" },
      select: { id: true, employerId: true },
    }),
  );
  const proved = lines.filter((_, index) => index % UNPROVED !== UNPROVED - 1);
  const employers = new Set(proved.map(({ employerId }) => employerId));
  const form = evidenceForm.parse({ kind: "WORK_CERTIFICATE", fromMonth: "2020-08", toMonth: "" });
  for (const employer of employers) {
    const placementIds = proved.filter((one) => one.employerId === employer).map(({ id }) => id);
    const file = { ...(await aPhotograph()), fileName: "务工证明.jpg" };
    await kept(addEvidence(officer, { placementIds, form }, file, morning("2020-09-03")));
  }
}

/** Of those who work at home two are graduates who came back, and one brings others into work: the officer corrects it. */
export async function stateGroups(officer: Actor, countyCode: string): Promise<void> {
  const lines = await inTransaction(officer, (tx) =>
    tx.placement.findMany({
      where: { countyCode, removedAt: null, destination: "LOCAL" },
      orderBy: { sheetRow: "asc" },
      take: GROUPS.length,
    }),
  );
  for (const [index, row] of lines.entries()) {
    const { employer, ...facts } = factsOf(row);
    const workerGroup: WorkerGroup = GROUPS[index] ?? "GENERAL";
    // An earlier, interrupted start has stated it.
    if (facts.workerGroup === workerGroup) continue;
    const named = {
      creditCode: null,
      employerName: employer.name,
      employerKind: "ENTERPRISE",
      workplaceText: "",
    } as const;
    const asked = { placementId: row.id, version: row.version };
    const filing = { ...facts, ...named, workerGroup };
    await kept(rewritePlacement(officer, asked, filing, morning("2020-09-02")));
  }
}

const GROUPS = ["RETURNED_GRADUATE", "RETURNED_GRADUATE", "LEADER"] as const;
const AUGUST = new Date("2020-08-01");

const ANSWERS = [
  { outcome: "ON_JOB", monthlyWageFen: "4200", note: "在岗，加班较多" },
  { outcome: "ON_JOB", monthlyWageFen: "", note: "", helpAsked: "孩子想转到嘉定读小学" },
  { outcome: "NO_ANSWER", monthlyWageFen: "", note: "两次未接" },
  { outcome: "ON_JOB", monthlyWageFen: "3900", note: "" },
] as const;

/** The first of the work list, as the labour station's officer asked them. */
export async function followUp(officer: Actor, countyCode: string): Promise<void> {
  const lines = await inTransaction(officer, (tx) =>
    tx.placement.findMany({
      where: { countyCode, removedAt: null, lastContactOn: null, endedOn: null },
      orderBy: [{ nextFollowUpOn: "asc" }, { id: "asc" }],
      take: ANSWERS.length,
      select: { id: true, version: true },
    }),
  );
  for (const [index, { id, version }] of lines.entries()) {
    const on = "2020-09-04";
    const typed = { method: "PHONE", contactedOn: on, helpAsked: "", endedOn: "" };
    const entry = followUpForm.parse({ ...typed, ...ANSWERS[index] });
    await kept(recordFollowUp(officer, { placementId: id, version, entry }, morning(on)));
  }
}

/** A fair of the paired district in the county, with its people and a photograph. */
export async function holdFair(officer: Actor): Promise<void> {
  const name = "沪滇劳务协作专场招聘会（南华）";
  const known = await inTransaction(officer, (tx) => tx.jobFair.count({ where: { name } }));
  if (known > 0) return;
  const now = morning("2020-07-20");
  const form = jobFairForm.parse({
    ...{ name, districtCode: JIADING, mode: "ON_SITE", heldOn: "2020-07-18", heldTo: "" },
    ...{ place: "龙川镇文化广场", organiser: "南华县人力资源和社会保障局", note: "" },
  });
  const fairId = await kept(createFair(officer, NANHUA, form, now));
  const subject = { kind: "jobFair", id: fairId } as const;
  await kept(addWorkFile(officer, { subject, kind: "PHOTO" }, await aPhotograph(), now));
  const lines = await inTransaction(officer, (tx) =>
    tx.placement.findMany({
      where: { countyCode: NANHUA, removedAt: null, startedOn: { gte: new Date("2020-07-18") } },
      orderBy: { sheetRow: "asc" },
      take: 12,
      select: { id: true, personId: true, employerId: true },
    }),
  );
  const personIds = lines.map(({ personId }) => personId);
  await kept(addFairParticipants(officer, fairId, { personIds }, now));
  for (const employerId of new Set(lines.slice(0, 3).map((line) => line.employerId))) {
    await kept(
      settleFairEmployer(officer, { fairId, employerId }, { posts: 3, headcount: 20 }, now),
    );
  }
  const participants = await inTransaction(officer, (tx) =>
    tx.jobFairParticipant.findMany({ where: { fairId }, orderBy: { personId: "asc" } }),
  );
  for (const [index, { id, version, personId }] of participants.entries()) {
    const line = lines.find((one) => one.personId === personId);
    const placed = { outcome: "PLACED", placementId: line?.id, employerId: line?.employerId };
    const form = outcomeForm.parse(index < 8 ? placed : { outcome: "OFFERED" });
    if (index < 10) {
      const asked = { fairId, participantId: id, version };
      await kept(recordOutcome(officer, asked, form, morning("2020-09-04")));
    }
  }
}

/** Shanghai's and the county's figure of May, which differ: somebody has to say why. */
export async function beginReconciliation(officer: Actor, district: Actor): Promise<void> {
  const known = await inTransaction(officer, (tx) => tx.reconciliation.count());
  if (known > 0) return;
  const pair = { countyCode: NANHUA, districtCode: JIADING };
  const asked = { ...pair, month: day("2020-05-01"), measure: "SHANGHAI_PLACED" } as const;
  const id = await kept(openReconciliation(officer, asked, morning("2020-09-05")));
  const { version, countyFigure } = await inTransaction(officer, (tx) =>
    tx.reconciliation.findUniqueOrThrow({ where: { id } }),
  );
  const figure = (countyFigure ?? 0) + 1;
  await kept(enterDistrictFigure(district, { id, version }, figure, morning("2020-09-07")));
}

async function kept<T>(
  outcome: Promise<{ ok: true; value: T } | { ok: false; refusal: { readonly kind: string } }>,
): Promise<T> {
  const answer = await outcome;
  if (!answer.ok) throw new Error(`demonstration data refused: ${answer.refusal.kind}`);
  return answer.value;
}
