import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import {
  eventDays,
  isProved,
  LINE_STANDINGS,
  lineStanding,
  type LineStanding,
} from "~/domain/evidence/verification-answer";
import type { RegistryAnswer, VerificationEvent } from "~/domain/evidence/verification-event";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { findParameter } from "~/data/rules/parameter-store.server";
import { findEvidenceClass, type EvidenceClass } from "./evidence-class-store.server";
import { findSnapshotInForce } from "./snapshot-answers-store.server";
import { listLineVerifications } from "./verification-standing.server";

export interface OpenLine {
  readonly lineId: string;
  readonly lineNo: number;
  readonly name: string;
  readonly standing: LineStanding;
  readonly answer: RegistryAnswer | null;
}

export interface EventStanding {
  readonly event: VerificationEvent;
  readonly eventOn: string;
  readonly maxAgeDays: number | null;
  readonly headcount: number;
  readonly proved: number;
  readonly counts: Readonly<Record<LineStanding, number>>;
  /** Lines that have not proved their status, in the order of the roster; the first of them only. */
  readonly open: readonly OpenLine[];
  /** The day of the registry export to ask; null: none covers the county. */
  readonly snapshotOn: string | null;
}

export interface VerificationPage {
  readonly events: readonly EventStanding[];
  readonly mayRecord: boolean;
}

const MOST_SHOWN = 300;

/** How the lines of a class stand with the registry for either event; null without a roster. */
export function viewVerification(
  actor: Actor,
  classId: string,
  today: string,
): Promise<VerificationPage | null> {
  return inTransaction(actor, async (tx) => {
    const one = await findEvidenceClass(tx, classId);
    if (one === null || one.rosterId === null) return null;
    const { rosterId, countyCode } = one;
    const answers = await listLineVerifications(tx, rosterId);
    const lines = await tx.rosterLine.findMany({
      where: { rosterId, removedAt: null },
      select: { id: true, lineNo: true, name: true },
    });
    const facts = { lines: new Map(lines.map((line) => [line.id, line])), answers };
    return {
      events: [
        await standingOfEvent(tx, one, "opening", facts),
        await standingOfEvent(tx, one, "completion", facts),
      ],
      mayRecord: may(actor, "verification.record", countyCode, today) && !one.isSealed,
    };
  });
}

interface Facts {
  readonly lines: ReadonlyMap<string, { readonly lineNo: number; readonly name: string }>;
  readonly answers: Awaited<ReturnType<typeof listLineVerifications>>;
}

async function standingOfEvent(
  tx: Tx,
  one: EvidenceClass,
  event: VerificationEvent,
  { lines, answers }: Facts,
): Promise<EventStanding> {
  const eventOn = eventDays(one)[event];
  const limit = await findParameter(tx, "verification.maxAgeDays", one.countyCode, eventOn);
  const snapshot = await findSnapshotInForce(tx, one.countyCode, eventOn);
  const maxAgeDays = limit?.value ?? null;
  const standings = answers.map((line) => {
    const answer = line[event];
    const { lineNo = 0, name = "" } = lines.get(line.lineId) ?? {};
    const standing = lineStanding(answer, eventOn, maxAgeDays);
    return { lineId: line.lineId, lineNo, name, standing, answer };
  });
  const open = standings.filter(({ standing }) => !isProved(standing));
  const count = (wanted: LineStanding) =>
    standings.filter(({ standing }) => standing === wanted).length;
  return {
    ...{ event, eventOn, maxAgeDays, headcount: standings.length },
    proved: standings.length - open.length,
    counts: Object.fromEntries(LINE_STANDINGS.map((one) => [one, count(one)])) as Record<
      LineStanding,
      number
    >,
    open: open.slice(0, MOST_SHOWN),
    snapshotOn: snapshot?.exportedOn ?? null,
  };
}
