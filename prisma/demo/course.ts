import type { Actor } from "~/domain/access/actor";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { aDocument, approvedPlan, aProvider, filingTexts, findingIds } from "#test/builders/filing";
import { uploadPhoto } from "#test/builders/media";
import { addSessions, completeClass, markAttendance } from "#test/builders/sessions";
import { signOnPhone } from "#test/builders/signing";
import { recordedSupervision } from "#test/builders/supervision";
import { verifyBothEvents } from "#test/builders/verification";
import type { AttendanceState } from "~/domain/training/attendance";
import { filingForm } from "~/domain/training/filing-form";
import { approveFiling } from "~/usecases/training/approve-filing.server";
import { fileClass } from "~/usecases/training/file-class.server";
import { submitFiling } from "~/usecases/training/submit-filing.server";

/** Who brings the class about: its county's two people, and the two parties that look at it. */
export interface CoursePeople {
  readonly officer: Actor;
  readonly reviewer: Actor;
  readonly bureau: Actor;
  readonly seconded: Actor;
}

const DAYS = ["2020-06-08", "2020-06-12", "2020-06-17", "2020-06-22"];
const TOPICS = ["食品卫生与安全", "刀工与配菜", "热菜制作", "实操考核"];
/** By session, then by line. */
const ABSENCES: Readonly<Record<number, Readonly<Record<number, AttendanceState>>>> = {
  1: { 7: "ON_LEAVE", 21: "LATE" },
};
const VENUE = { latitude: 25.3127, longitude: 101.5468 };
/** Two trainees have not signed yet, as it goes. */
const UNSIGNED = new Set([17, 32]);

/** The instant of nine in the morning, China's time. */
const morning = (day: string) => new Date(`${day}T09:00:00+08:00`);

/** A plan and a provider, so that a class can be filed at once. Does nothing where there is a plan. */
export async function preparePlan(
  people: Pick<CoursePeople, "officer" | "reviewer">,
  countyCode: string,
  one: { readonly title: string; readonly provider: Readonly<Record<string, string>> },
  trades: readonly string[],
): Promise<{ readonly planId: string; readonly providerId: string }> {
  const known = await inTransaction(people.officer, async (tx) => ({
    plan: await tx.trainingPlan.findFirst({ where: { countyCode, title: one.title } }),
    provider: await tx.trainingProvider.findFirst({ where: { countyCode } }),
  }));
  const items = trades.map((trade) => ({
    ...{ trade, classCount: "6", headcount: "300", budgetFen: "1440000", note: "" },
  }));
  const now = morning("2020-04-20");
  const changes = { title: one.title, items };
  return {
    planId: known.plan?.id ?? (await approvedPlan(people, countyCode, now, changes)),
    providerId:
      known.provider?.id ??
      (await aProvider(people.officer, countyCode, now, {
        trades: trades.join("、"),
        ...one.provider,
      })),
  };
}

/**
 * Takes a class whose roster was accepted to its completion as an orderly county does: only the
 * fingerprints and two signatures are missing, so the gate has something to show. Every step looks
 * first whether an earlier, interrupted start has done it.
 */
export async function runCourse(
  people: CoursePeople,
  classId: string,
  plan: { readonly planId: string; readonly providerId: string },
): Promise<void> {
  await file(people, classId, plan);
  const sessions = await timetable(people, classId);
  for (const [index, session] of sessions.entries()) {
    const day = DAYS[index] ?? "";
    await markAttendance(people.officer, classId, session, morning(day), ABSENCES[index]);
    await photograph(people.officer, session, index);
  }
  await supervise(people, classId, sessions);
  await verify(people.officer, classId);
  await sign(people.officer, classId);
  await complete(people.officer, classId);
}

async function file(
  { officer, reviewer }: CoursePeople,
  classId: string,
  plan: { readonly planId: string; readonly providerId: string },
): Promise<void> {
  const { filingState, ...facts } = await findClass(officer, classId);
  if (filingState === "approved") return;
  const now = morning("2020-06-01");
  const place = "共和镇职业技能培训学校";
  const texts = filingTexts({
    countyCode: facts.countyCode,
    ...plan,
    facts: { trade: facts.trade, place, startsOn: "2020-06-08", endsOn: "2020-06-22" },
    filing: {
      plannedHeadcount: "45",
      costQuantity: "4",
      unitCostFen: "480",
      budgetFen: "86400",
      commissioning: "COMMISSIONED",
      employerName: "上海沪滇餐饮管理有限公司",
      employerCreditCode: "91310115MA1K4DEF25",
      employerOrder: "2020 年 7 月起招用中式烹调师 30 人，月工资 4500 元起，包食宿。",
      responsibleOfficer: "李文丽",
      venueLatitude: String(VENUE.latitude),
      venueLongitude: String(VENUE.longitude),
    },
  });
  const version = facts.version;
  await kept(fileClass(officer, { classId, version }, filingForm.parse(texts), now));
  await kept(submitFiling(officer, { classId, version: version + 1 }, now));
  await aDocument(officer, classId, now, "employerOrder");
  const seen = await findingIds(reviewer, classId, now);
  await kept(approveFiling(reviewer, { classId, version: version + 2, seen }, now));
}

async function timetable({ officer }: CoursePeople, classId: string): Promise<readonly string[]> {
  const known = await inTransaction(officer, (tx) =>
    tx.classSession.findMany({ where: { classId }, orderBy: { heldOn: "asc" } }),
  );
  if (known.length > 0) return known.map(({ id }) => id);
  const sessions = DAYS.map((heldOn, index) => ({
    heldOn,
    topic: TOPICS[index] ?? "",
    place: "共和镇职业技能培训学校",
    teacher: "普建华",
  }));
  return addSessions(officer, classId, sessions, morning("2020-06-01"));
}

async function photograph(officer: Actor, sessionId: string, index: number): Promise<void> {
  const taken = await inTransaction(officer, (tx) => tx.mediaItem.count({ where: { sessionId } }));
  const day = DAYS[index] ?? "";
  for (let at = taken; at < 2; at += 1) {
    const takenAt = `${day.replaceAll("-", ":")} ${at === 0 ? "09:12:00" : "10:47:00"}`;
    const photo = { seed: index * 10 + at + 1, takenAt, ...VENUE, width: 960 };
    await uploadPhoto(officer, sessionId, photo, morning(day));
  }
}

async function supervise(
  { bureau, seconded }: CoursePeople,
  classId: string,
  sessions: readonly string[],
): Promise<void> {
  const standing = await inTransaction(bureau, (tx) =>
    tx.supervisionRecord.findMany({ where: { classId, voidedAt: null } }),
  );
  const looks = [
    { by: bureau, party: "hrssBureau", day: 1, seen: "44" },
    { by: seconded, party: "secondedOfficial", day: 2, seen: "45" },
  ] as const;
  for (const { by, party, day, seen } of looks) {
    if (standing.some((record) => record.party === party)) continue;
    const change = {
      way: "onSite",
      heldOn: DAYS[day] ?? "",
      sessionId: sessions[day] ?? "",
      headcountSeen: seen,
      observations: "学员按时到课，签到与实到一致，教学设备齐全。",
      sampled: "3",
    };
    await kept(recordedSupervision(by, classId, change, morning(DAYS[day] ?? "")));
  }
}

async function verify(officer: Actor, classId: string): Promise<void> {
  const known = await inTransaction(officer, async (tx) => {
    const { id } = await tx.roster.findUniqueOrThrow({ where: { classId }, select: { id: true } });
    return tx.verification.count({ where: { event: "completion", rosterId: id } });
  });
  if (known === 0) await verifyBothEvents(officer, classId, morning("2020-06-22"));
}

async function sign(officer: Actor, classId: string): Promise<void> {
  const lines = await inTransaction(officer, async (tx) => {
    const where = { roster: { classId }, removedAt: null };
    const select = { id: true, rosterId: true, lineNo: true };
    const all = await tx.rosterLine.findMany({ where, select, orderBy: { lineNo: "asc" } });
    const signed = await tx.acknowledgement.findMany({
      where: { lineId: { in: all.map(({ id }) => id) } },
    });
    const done = new Set(signed.map(({ lineId }) => lineId));
    return all.filter(({ id, lineNo }) => !done.has(id) && !UNSIGNED.has(lineNo));
  });
  for (const { id, rosterId } of lines) {
    await signOnPhone(officer, { rosterId, lineId: id }, morning("2020-06-22"));
  }
}

async function complete(officer: Actor, classId: string): Promise<void> {
  if ((await findClass(officer, classId)).completedOn !== null) return;
  const certificate = { kind: "TRAINING", prefix: "MD2020", issuedOn: "2020-06-22" } as const;
  const form = { completedOn: "2020-06-22", results: { 21: "FAILED" } } as const;
  await completeClass(officer, classId, { ...form, certificate }, morning("2020-06-22"));
}

function findClass(officer: Actor, classId: string) {
  return inTransaction(officer, (tx) =>
    tx.trainingClass.findUniqueOrThrow({ where: { id: classId } }),
  );
}

async function kept(
  outcome: Promise<{ ok: true } | { ok: false; refusal: { readonly kind: string } }>,
): Promise<void> {
  const answer = await outcome;
  if (!answer.ok) throw new Error(`demonstration data refused: ${answer.refusal.kind}`);
}
