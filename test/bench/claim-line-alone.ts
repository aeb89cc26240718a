import type { ClaimKind, ClaimSource, ClaimUnit } from "~/domain/claims/claim";
import type {
  ClaimFacts,
  OtherClaim,
  PayeeFacts,
  PersonFacts,
  PotFacts,
} from "~/domain/claims/facts";
import { checkLine, type Judged } from "~/domain/rules/check-line";
import type { NumbersOn } from "~/domain/rules/value-series";
import { numbersFor } from "~/data/rules/numbers.server";
import { sameName } from "~/domain/people/same-person";
import { POVERTY_STATUSES } from "~/domain/people/poverty-status";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { day } from "~/domain/shared/calendar-date";
import { fen } from "~/domain/shared/fen";
import type { Tx } from "~/platform/prisma/client.server";
import { engagementsAlone } from "./engagements-alone";
import { placementAlone, postAlone, trainingAlone } from "./source-alone";

export interface LineAlone {
  readonly facts: ClaimFacts;
  readonly judged: readonly Judged[];
}

type Line = NonNullable<Awaited<ReturnType<typeof lineOf>>>;

/**
 * One claim line checked by itself, each fact asked for by a query of Prisma's own and put together here: what the
 * set-wise check is measured against and compared with. It shares with it the rules and nothing else of the check. The
 * transaction sees every county; what another county's claims come to is cut down to their days here.
 */
export async function checkAlone(tx: Tx, lineId: string, today: CalendarDate): Promise<LineAlone> {
  const facts = await factsAlone(tx, lineId, today);
  const known = await approvalOf(tx, lineId);
  const numbers = await numbersFor(tx, facts.countyCode, [facts.eventOn], known);
  return { facts, judged: checkLine(facts, numbers(facts.eventOn)) };
}

/** Keeps what was found, as a check does, for one line. */
export async function keepAlone(
  tx: Tx,
  runId: string,
  lineId: string,
  { facts, judged }: LineAlone,
) {
  const told = judged.filter(({ verdict }) => verdict.kind !== "pass");
  const failed = told.filter(({ verdict }) => verdict.kind === "fail");
  const verdicts = told.map(({ rule, verdict }) => ({
    rule: rule.id,
    ...verdict,
    verdict: verdict.kind,
  }));
  await tx.claimVerdict.create({
    data: {
      ...{ runId, lineId, countyCode: facts.countyCode, firstFailed: failed[0]?.rule.id ?? null },
      ...{
        facts: JSON.parse(JSON.stringify(facts)),
        verdicts: JSON.parse(JSON.stringify(verdicts)),
      },
    },
  });
  await tx.claimLine.update({
    where: { id: lineId },
    data: { failCount: failed.length, unknownCount: told.length - failed.length },
  });
}

/** Null: not approved, and so judged by the numbers of now. */
async function approvalOf(tx: Tx, lineId: string): Promise<Date | null> {
  const batch = (await lineOf(tx, lineId))?.batch;
  if (batch === undefined || !["approved", "paid"].includes(batch.state)) return null;
  const days = [batch.hrssApprovedAt, batch.povertyApprovedAt].flatMap((at) => at ?? []);
  return days.sort((a, b) => b.getTime() - a.getTime())[0] ?? null;
}

const lineOf = (tx: Tx, id: string) =>
  tx.claimLine.findUnique({ where: { id }, include: { batch: { include: { pot: true } } } });

async function factsAlone(tx: Tx, lineId: string, today: CalendarDate): Promise<ClaimFacts> {
  const line = await lineOf(tx, lineId);
  if (line === null) throw new Error("no such line");
  const { batch, countyCode, year, sourceId } = line;
  const isOpen = batch.state === "draft" || batch.state === "returned";
  const handedIn = batch.submittedAt === null || isOpen ? null : inChina(batch.submittedAt);
  const claimedOn = handedIn ?? today;
  const [eventOn, periodFrom, periodTo] = [line.eventOn, line.periodFrom, line.periodTo].map(toDay);
  if (eventOn === undefined || periodFrom === undefined || periodTo === undefined)
    throw new Error();
  const known = await approvalOf(tx, lineId);
  const numbersOf = (days: readonly CalendarDate[]): Promise<NumbersOn> =>
    numbersFor(tx, countyCode, days, known);
  const numbers = await numbersOf([eventOn, periodTo]);
  const kind = line.kind as ClaimKind;
  const sourceKind = line.sourceKind as ClaimSource;
  const placed = { sourceId, personId: line.personId, periodTo };
  return {
    ...{ kind, sourceKind, countyCode, year, claimedOn, eventOn, periodFrom, periodTo },
    ...{ quantity: Number(line.quantity), unit: line.unit as ClaimUnit },
    rateFen: line.rateFen === null ? null : fen(line.rateFen),
    amountFen: fen(line.amountFen),
    person: await personAlone(tx, line, eventOn),
    payee: await payeeAlone(tx, line),
    pot: await potAlone(tx, line),
    others: await othersAlone(tx, line),
    engagements: await engagementsAlone(tx, line),
    training: sourceKind === "ROSTER_LINE" ? await trainingAlone(tx, sourceId, numbersOf) : null,
    placement:
      sourceKind === "PLACEMENT" ? await placementAlone(tx, placed, numbers, claimedOn) : null,
    post: sourceKind === "WAGE_LINE" ? await postAlone(tx, line, numbers(eventOn)) : null,
  };
}

async function personAlone(tx: Tx, line: Line, eventOn: CalendarDate): Promise<PersonFacts> {
  const { countyCode, idIndex, name } = line;
  const person = await tx.person.findUniqueOrThrow({ where: { id: line.personId } });
  const known = { bornOn: toDay(person.bornOn), hasIdNumber: person.idSealed.length > 0 };
  const hasPhone = person.phoneIndex !== null || (await rosterPhone(tx, line));
  const areas = [countyCode, `${countyCode.slice(0, 4)}00`, `${countyCode.slice(0, 2)}0000`];
  const exports = await tx.$queryRaw<{ id: string; exportedOn: string }[]>`
    SELECT id, exported_on::text AS "exportedOn" FROM registry_snapshot
    WHERE id = snapshot_in_force(${countyCode}, ${eventOn}::date) AND region_code = ANY (${areas})`;
  const [snapshot] = exports;
  if (snapshot === undefined) return { ...known, hasPhone, registry: null };
  const [match] = await tx.$queryRaw<{ category: string; countyCode: string; name: string }[]>`
    SELECT category, county_code AS "countyCode", name
    FROM registry_matches(${snapshot.id}::uuid, ARRAY[${Buffer.from(idIndex)}]::bytea[])`;
  const registry = {
    exportedOn: day(snapshot.exportedOn),
    category: POVERTY_STATUSES.find((one) => one === match?.category) ?? null,
    sameCounty: match?.countyCode === countyCode,
    sameName: match !== undefined && sameName(match.name, name),
  };
  return { ...known, hasPhone, registry };
}

async function rosterPhone(tx: Tx, { sourceId }: Line): Promise<boolean> {
  const entry = await tx.rosterLine.findUnique({ where: { id: sourceId } });
  return (entry?.phoneIndex ?? null) !== null;
}

async function payeeAlone(tx: Tx, line: Line): Promise<PayeeFacts> {
  const { batch, personId, name } = line;
  if (batch.payeeUnit !== null) {
    const account = { holderIsPerson: false, sharedWith: 0, wasRefused: false };
    return { paidTo: "UNIT", account: batch.unitAccountSealed === null ? null : account };
  }
  const standing = { personId, replacedAt: null };
  const account = await tx.payeeAccount.findFirst({
    where: line.paymentState === null ? standing : { id: line.accountId ?? "" },
  });
  if (account === null) return { paidTo: "PERSON", account: null };
  const { accountIndex } = account;
  const all = await tx.payeeAccount.findMany({
    where: { accountIndex },
    include: { wageAttempts: true, claimAttempts: true },
  });
  const isVouched = all.some(
    (one) => one.personId === personId && one.replacedAt === null && one.vouchedAt !== null,
  );
  const others = all.filter(({ replacedAt, ...one }) => {
    const attempts = [...one.wageAttempts, ...one.claimAttempts];
    const wasSent = attempts.some(({ state }) => state === "SENT" || state === "PAID");
    return one.personId !== personId && (replacedAt === null || (wasSent && !isVouched));
  });
  const failed = all
    .flatMap((one) => [...one.wageAttempts, ...one.claimAttempts])
    .some(({ state, releasedAt }) => state === "FAILED" && releasedAt === null);
  return {
    paidTo: "PERSON",
    account: {
      holderIsPerson: sameName(account.holderName, name),
      sharedWith: new Set(others.map((one) => one.personId)).size,
      wasRefused: failed,
    },
  };
}

async function potAlone(tx: Tx, { batch }: Line): Promise<PotFacts> {
  const { pot, state, totalFen } = batch;
  const received = await tx.fundReceipt.aggregate({
    where: { potId: pot.id, voidedAt: null },
    _sum: { amountFen: true },
  });
  const back = await tx.clawback.findMany({
    where: { line: { batchId: batch.id, removedAt: null }, state: { in: ["stopped", "repaid"] } },
  });
  const free = back.reduce(
    (sum, one) => sum + (one.state === "repaid" ? one.repaidFen : one.amountFen),
    0,
  );
  const takes = Number(totalFen) - free;
  const own = state === "approved" || state === "paid" ? takes : 0;
  return {
    ...{ id: pot.id, year: pot.year, purpose: pot.purpose as PotFacts["purpose"] },
    amountFen: fen(Number(pot.amountFen)),
    committedFen: fen(Number(pot.committedFen) - own),
    batchFen: fen(takes),
    receivedFen: fen(Number(received._sum.amountFen ?? 0)),
    ...{ isLocked: pot.isLocked, isClosed: pot.closedAt !== null },
    implementerRegion: pot.implementerRegion,
    implementerReason: pot.implementerReason,
  };
}

async function othersAlone(tx: Tx, line: Line): Promise<OtherClaim[]> {
  const found = await tx.claimLine.findMany({
    where: { idIndex: line.idIndex, id: { not: line.id }, removedAt: null },
    include: { batch: true, clawbacks: true },
    orderBy: [{ periodFrom: "asc" }, { id: "asc" }],
  });
  return found.flatMap((one) => {
    const back = one.clawbacks.reduce(
      (sum, { state, repaidFen }) => sum + (state === "repaid" ? repaidFen : 0),
      0,
    );
    const isOver = one.paymentState === "STOPPED" || (back > 0 && back >= one.amountFen);
    if (one.batch.removedAt !== null || isOver) return [];
    const sameCounty = one.countyCode === line.countyCode;
    const period = { periodFrom: toDay(one.periodFrom), periodTo: toDay(one.periodTo) };
    return [
      {
        ...{ kind: one.kind as ClaimKind, year: one.year, sameCounty, ...period },
        sameSource: sameCounty && one.sourceId === line.sourceId,
        sameFund: sameCounty && one.batch.potId === line.batch.potId,
        amountFen: sameCounty ? fen(one.amountFen - back) : null,
        isPaid: sameCounty && one.paymentState === "PAID",
        standing: standingOf(one, line),
      },
    ];
  });
}

interface Placed {
  readonly id: string;
  readonly lineNo: number;
  readonly batch: {
    readonly id: string;
    readonly state: string;
    readonly submittedAt: Date | null;
  };
}

/** Which of two claims of a person comes first, and so stands when only one can. */
function standingOf(other: Placed, line: Placed): OtherClaim["standing"] {
  const isOpen = ({ batch: { state } }: Placed) => state === "draft" || state === "returned";
  if (other.batch.id === line.batch.id) {
    return placeOf(other.lineNo, other.id) < placeOf(line.lineNo, line.id) ? "before" : "after";
  }
  if (isOpen(other)) return isOpen(line) ? "draft" : "after";
  if (isOpen(line)) return "before";
  const handedIn = ({ batch }: Placed) => placeOf(batch.submittedAt?.getTime() ?? 0, batch.id);
  return handedIn(other) < handedIn(line) ? "before" : "after";
}

const placeOf = (first: number, second: string) => `${String(first).padStart(15, "0")} ${second}`;

const toDay = (at: Date) => day(at.toISOString().slice(0, 10));
const inChina = (at: Date) => toDay(new Date(at.getTime() + 8 * 3_600_000));
