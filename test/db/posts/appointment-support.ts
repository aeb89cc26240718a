import { appointmentForm } from "~/domain/posts/appointment";
import { noticeForm } from "~/domain/posts/notice";
import { confirmAppointments } from "~/usecases/posts/confirm-appointments.server";
import { closeNotice } from "~/usecases/posts/close-notice.server";
import { openNotice } from "~/usecases/posts/open-notice.server";
import { proposeAppointment } from "~/usecases/posts/propose-appointment.server";
import { anActor } from "#test/builders/actor";
import { idNumberOf } from "#test/builders/id-card-number";
import { buildPerson } from "#test/builders/person";
import { loadRegistry } from "#test/db/placements/ledger-support";
import { value } from "#test/db/rosters/support";
import type { TestPlatform } from "#test/support/test-platform";

export const COUNTY = "532324";
export const FOREIGN = "530381";
export const NOW = new Date("2020-07-01T02:00:00Z");
/** The morning on which the notice was hung up. */
export const HUNG = new Date("2020-03-10T02:00:00Z");
export const officer = anActor("caseOfficer", COUNTY, "普经办");
export const reviewer = anActor("reviewer", COUNTY, "李审核");
export const foreigner = anActor("caseOfficer", FOREIGN, "外县人");

export interface Somebody {
  readonly personId: string;
  readonly name: string;
  readonly idCardNumber: string;
}

/** Test files that run in one process share them. */
const REGISTERED = 160;
const people = Array.from({ length: REGISTERED }, (_, at) => ({
  name: `彝山${"阿一二三四五六七八九"[at % 10] ?? ""}${"东南西北上下左右前后中里外高低大"[Math.floor(at / 10)] ?? ""}`,
  idCardNumber: idNumberOf(COUNTY, "1990-01-01", 100 + at),
}));
let next = 0;

/** The registry of March 2020, which carries everybody that `aVillager` answers. */
export const loadVillagers = () => loadRegistry(people, "2020-03-01");

/** Another person of the county whom the registry carries. */
export async function aVillager(at: TestPlatform): Promise<Somebody> {
  const one = people[next];
  if (one === undefined) throw new Error("no villager is left");
  next += 1;
  return known(at, one.name, one.idCardNumber);
}

/** Somebody of the county whom the registry does not carry. */
export function aStranger(at: TestPlatform, serial: number, bornOn = "1990-01-01") {
  return known(at, "汉外来", idNumberOf(COUNTY, bornOn, serial));
}

async function known(at: TestPlatform, name: string, idCardNumber: string): Promise<Somebody> {
  const row = { idNumber: idCardNumber, name, countyCode: COUNTY, phone: "13800001111" };
  return { personId: await buildPerson(at.owner, row), name, idCardNumber };
}

/** What is typed: April to September 2020 unless told. */
export const term = (quotaId: string, change: Record<string, string> = {}) =>
  appointmentForm.parse({ quotaId, startsOn: "2020-04-01", endsOn: "2020-09-30", ...change });

export const propose = (
  person: Pick<Somebody, "personId">,
  quotaId: string,
  change: Record<string, string> = {},
  actor = officer,
) => {
  const asked = { person: { personId: person.personId }, form: term(quotaId, change) };
  return proposeAppointment(actor, asked, NOW);
};

/** `done`, or the refusal's kind; what stands against it by the kinds of its findings. */
export function told(outcome: {
  readonly ok: boolean;
  readonly refusal?: { readonly kind: string; readonly findings?: readonly { kind: string }[] };
}): string {
  if (outcome.ok) return "done";
  const { kind = "", findings } = outcome.refusal ?? {};
  return findings === undefined ? kind : findings.map((one) => one.kind).join(",");
}

/** 10 to 14 March 2020, five days before the term, unless told. */
export const noticeText = (change: Record<string, string> = {}) =>
  noticeForm.parse({
    ...{ title: "护林员拟聘公示", fromOn: "2020-03-10", toOn: "2020-03-14" },
    ...{ place: "村务公开栏", contact: "县人社局 0878-7222000", ...change },
  });

export async function aNotice(appointmentIds: readonly string[], now = HUNG): Promise<string> {
  return value(await openNotice(officer, { appointmentIds, form: noticeText() }, now));
}

/** Proposed, told to the public and confirmed; answers the id. */
export async function aConfirmed(
  at: TestPlatform,
  quotaId: string,
  change: Record<string, string> = {},
): Promise<{ readonly id: string; readonly person: Somebody }> {
  const person = await aVillager(at);
  const id = value(await propose(person, quotaId, change));
  const noticeId = await aNotice([id]);
  value(await closeNotice(officer, { noticeId, version: 1, closingNote: "" }, NOW));
  const asked = { noticeId, version: 2, appointmentIds: [id] };
  const { left } = value(await confirmAppointments(reviewer, asked, NOW));
  if (left.length > 0) throw new Error(left[0]?.reason);
  return { id, person };
}

export async function rowOf(at: TestPlatform, id: string) {
  const { rows } = await at.owner.query<Record<string, unknown>>(
    `SELECT *, starts_on::text, ends_on::text, left_on::text FROM post_appointment WHERE id = $1`,
    [id],
  );
  return rows[0] ?? {};
}

export async function trailOf(at: TestPlatform, subject: string) {
  const { rows } = await at.owner.query<{ action: string; detail: string }>(
    "SELECT action, detail FROM trail_event WHERE subject_id = $1 ORDER BY seq DESC",
    [subject],
  );
  return rows;
}
