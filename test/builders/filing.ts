import { Readable } from "node:stream";
import type { Actor } from "~/domain/access/actor";
import type { Outcome } from "~/domain/shared/outcome";
import { DOCUMENT_KIND_LABELS, type DocumentKind } from "~/domain/training/class-document";
import { classFindings } from "~/domain/training/class-findings";
import { filingForm } from "~/domain/training/filing-form";
import { trainingPlanForm } from "~/domain/training/plan";
import { providerForm } from "~/domain/training/provider";
import { trainingClassForm } from "~/domain/training/training-class";
import { findClassFacts } from "~/data/training/class-facts.server";
import { dayInChina } from "~/platform/clock.server";
import { storeFile } from "~/platform/evidence-store.server";
import { newId } from "~/platform/id.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { approveFiling } from "~/usecases/training/approve-filing.server";
import { addDocument } from "~/usecases/training/class-document.server";
import { createClass } from "~/usecases/training/create-class.server";
import { fileClass } from "~/usecases/training/file-class.server";
import { reviewPlan } from "~/usecases/training/review-plan.server";
import { createPlan } from "~/usecases/training/save-plan.server";
import { createProvider } from "~/usecases/training/save-provider.server";
import { submitFiling } from "~/usecases/training/submit-filing.server";
import { submitPlan } from "~/usecases/training/submit-plan.server";

// Plans, providers and classes as the county files them and a reviewer approves them, through the use cases.

export const TRADE = "家政服务员";
export const CREDIT_CODE = "91350100M000100Y43";

/** Who enters and who approves: two persons of the county. */
export interface Filers {
  readonly officer: Actor;
  readonly reviewer: Actor;
}

type Texts = Readonly<Record<string, string>>;

/** A plan of 2020 for 10 classes of 400 persons of one trade, drawn up and not handed in. */
export async function draftPlan(
  officer: Actor,
  countyCode: string,
  now: Date,
  changes: Record<string, unknown> = {},
): Promise<string> {
  const form = trainingPlanForm.parse({
    year: "2020",
    title: "劳务协作年度培训计划",
    basis: "曲财农〔2020〕31号",
    goal: "培训建档立卡劳动力 400 人，结业率不低于九成。",
    schedule: "4 月底前完成需求摸底，5 月至 10 月开班，11 月底前完成结业和资料归档。",
    duties: "县人社局负责组织和监督，乡镇负责动员，培训机构负责教学。",
    measures: "按用工需求设班，送培训到乡镇，全程留存影像和签到资料。",
    items: [{ trade: TRADE, classCount: "10", headcount: "400", budgetFen: "2400000", note: "" }],
    ...changes,
  });
  return value(await createPlan(officer, countyCode, form, now));
}

/** The same, approved by the reviewer. */
export async function approvedPlan(
  { officer, reviewer }: Filers,
  countyCode: string,
  now: Date,
  changes: Record<string, unknown> = {},
): Promise<string> {
  const planId = await draftPlan(officer, countyCode, now, changes);
  value(await submitPlan(officer, { planId, version: 1 }, now));
  value(await reviewPlan(reviewer, { planId, version: 2 }, { kind: "approve" }, now));
  return planId;
}

/** A provider teaching the trade, licensed until the end of 2025. */
export async function aProvider(
  officer: Actor,
  countyCode: string,
  now: Date,
  changes: Texts = {},
): Promise<string> {
  const form = providerForm.parse({
    name: "职业技术学校",
    creditCode: CREDIT_CODE,
    licenceNo: "民办许可 5323001",
    licenceTo: "2025-12-31",
    trades: TRADE,
    address: "共和镇",
    contactName: "",
    ...changes,
  });
  return value(await createProvider(officer, countyCode, form, now));
}

export interface ClassToFile {
  readonly countyCode: string;
  readonly planId: string;
  readonly providerId: string;
  /** Of the class itself: name, term, startsOn, endsOn, trade, place. */
  readonly facts?: Texts;
  /** Of the filing, as typed into its form. */
  readonly filing?: Texts;
}

let terms = 0;

/** A class of two weeks in June 2020 with its filing filled in, of 40 persons at 600 yuan for 10 days; not handed in. */
export async function filedClass(officer: Actor, one: ClassToFile, now: Date): Promise<string> {
  terms += 1;
  const facts = trainingClassForm.parse({
    countyCode: one.countyCode,
    name: TRADE,
    term: `第${terms}期`,
    trade: TRADE,
    place: "共和镇文化站",
    providerName: "",
    startsOn: "2020-06-01",
    endsOn: "2020-06-12",
    ...one.facts,
  });
  const classId = value(await createClass(officer, facts, now));
  const form = filingForm.parse(filingTexts({ ...one, facts }));
  value(await fileClass(officer, { classId, version: 1 }, form, now));
  return classId;
}

/** What is typed into the form of a filing, valid unless changed. */
export function filingTexts(one: Omit<ClassToFile, "countyCode"> & { countyCode: string }): Texts {
  const { trade = TRADE, place = "共和镇文化站" } = one.facts ?? {};
  const { startsOn = "2020-06-01", endsOn = "2020-06-12" } = one.facts ?? {};
  return {
    ...{ trade, place, startsOn, endsOn, planId: one.planId, providerId: one.providerId },
    venueRegion: "",
    audience: "LABOUR",
    commissioning: "ORDINARY",
    plannedHeadcount: "40",
    costUnit: "personDay",
    costQuantity: "10",
    unitCostFen: "600",
    budgetFen: "240000",
    fundSource: "2020 年沪滇劳务协作资金",
    implementerRegion: one.countyCode,
    responsibleOfficer: "李志明",
    ...one.filing,
  };
}

/** The same class, handed in and approved by the reviewer with what stands against it before him. */
export async function approvedClass(filers: Filers, one: ClassToFile, now: Date): Promise<string> {
  const classId = await filedClass(filers.officer, one, now);
  value(await submitFiling(filers.officer, { classId, version: 2 }, now));
  const seen = await findingIds(filers.reviewer, classId, now);
  value(await approveFiling(filers.reviewer, { classId, version: 3, seen }, now));
  return classId;
}

/** Ids of the findings of a class on the day of `now`. */
export async function findingIds(actor: Actor, classId: string, now: Date): Promise<string[]> {
  const facts = await inTransaction(actor, (tx) => findClassFacts(tx, classId));
  if (facts === null) throw new Error("no such class");
  return classFindings(facts, dayInChina(now)).map(({ id }) => id);
}

/** A small paper with the class's filing. */
export async function aDocument(
  officer: Actor,
  classId: string,
  now: Date,
  kind: DocumentKind = "coursePlan",
): Promise<string> {
  const id = newId();
  const stored = await storeFile(id, Readable.from([Buffer.from("%PDF-1.4 paper")]), 1e6);
  const file = { id, fileName: `${DOCUMENT_KIND_LABELS[kind]}.pdf`, ...stored };
  return value(await addDocument(officer, { classId, kind, title: "" }, file, now));
}

function value<T>(outcome: Outcome<T, { readonly kind: string }>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`refused: ${outcome.refusal.kind}`);
}
