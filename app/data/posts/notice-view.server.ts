import { openNumbers } from "~/data/people/person-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { publicName } from "~/domain/people/public-name";
import { readsWholeLine } from "~/domain/placements/reader";
import type { AppointmentFinding as Finding } from "~/domain/posts/appointment-findings";
import type { ConfirmBlock } from "~/domain/posts/confirmation";
import type { NoticeState } from "~/domain/posts/notice";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { maskIdCardNumber } from "~/domain/shared/masking";
import { isUuid } from "~/platform/http/list-address.server";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";
import { recordOf, type AppointmentRecord } from "./appointment-store.server";
import { blocksOf, writtenBy } from "./confirmation-facts.server";
import { listObjections, type NoticeObjection } from "./notice-objections-view.server";
import { objectionsOf } from "./objection-store.server";

export interface NoticePerson {
  readonly id: string;
  readonly name: string;
  /** As the public reads it: 张*. */
  readonly publicName: string;
  readonly maskedId: string;
  readonly title: string;
  readonly place: string;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  readonly isRemoved: boolean;
  readonly isConfirmed: boolean;
  /** What keeps the reader, or whoever is to confirm him, from it. */
  readonly blocks: readonly ConfirmBlock[];
  /** What was found and does not keep him from being confirmed; none for a district officer. */
  readonly warnings: readonly string[];
}

export interface NoticePage {
  readonly id: string;
  readonly countyName: string;
  readonly title: string;
  readonly fromOn: string;
  readonly toOn: string;
  readonly place: string;
  readonly contact: string;
  readonly state: NoticeState;
  readonly closingNote: string;
  readonly closedByName: string;
  readonly version: number;
  readonly isOver: boolean;
  readonly mayWrite: boolean;
  readonly mayConfirm: boolean;
  readonly people: readonly NoticePerson[];
  /** Null for a district officer. */
  readonly objections: readonly NoticeObjection[] | null;
}

/** A notice with its people, masked as the public reads them and in full; null when there is none in scope. */
export function viewNotice(
  actor: Actor,
  id: string | undefined,
  on: CalendarDate,
): Promise<NoticePage | null> {
  if (!isUuid(id)) return Promise.resolve(null);
  return inTransaction(actor, async (tx) => {
    const row = await tx.postNotice.findUnique({ where: { id } });
    if (row === null || !may(actor, "post.read", row.countyCode, on)) return null;
    const { countyCode, title, place, contact, closingNote, closedByName, version } = row;
    const state = row.state as NoticeState;
    const mayConfirm = may(actor, "post.confirm", countyCode, on);
    const readsWhole = readsWholeLine(actor, countyCode, on);
    const toOn = row.toOn.toISOString().slice(0, 10);
    return {
      ...{ id, title, place, contact, closingNote, version, state, toOn },
      countyName: regionName(countyCode) ?? countyCode,
      closedByName: closedByName ?? "",
      fromOn: row.fromOn.toISOString().slice(0, 10),
      isOver: on > toOn,
      mayWrite: may(actor, "post.write", countyCode, on),
      mayConfirm,
      people: await peopleOf(tx, { id, state, readsWhole }, mayConfirm ? actor.userId : null),
      objections: readsWhole ? await listObjections(tx, id) : null,
    };
  });
}

async function peopleOf(
  tx: Tx,
  notice: Pick<NoticePage, "id" | "state"> & { readonly readsWhole: boolean },
  confirmingId: string | null,
): Promise<NoticePerson[]> {
  const rows = await tx.postAppointment.findMany({
    where: { noticeId: notice.id },
    orderBy: [{ village: "asc" }, { name: "asc" }, { id: "asc" }],
  });
  const records = rows.map(recordOf);
  const objections = await objectionsOf(tx, notice.id);
  const own =
    confirmingId === null ? new Set<string>() : await writtenBy(tx, records, confirmingId);
  const numbers = await numbersOf(tx, records);
  const found = new Map(rows.map(({ id, findings }) => [id, findings as unknown as Finding[]]));
  return records.map((one) => {
    const { id, name, title, township, village, startsOn, endsOn, isRemoved, state } = one;
    return {
      ...{ id, name, title, startsOn, endsOn, isRemoved, publicName: publicName(name) },
      ...{
        place: notice.readsWhole ? `${township}${village}` : "",
        maskedId: numbers.get(one.personId) ?? "",
      },
      isConfirmed: state === "confirmed" && !isRemoved,
      blocks: blocksOf(one, notice.state, objections, own),
      warnings: notice.readsWhole ? warningsIn(found.get(id) ?? []) : [],
    };
  });
}

/** Whether he is verified is told among the blocks. */
function warningsIn(findings: readonly Finding[]): string[] {
  const told = findings.filter(({ kind }) => kind !== "not-verified" && kind !== "not-registered");
  return told.map(({ message }) => message);
}

async function numbersOf(tx: Tx, records: readonly AppointmentRecord[]) {
  const people = await tx.person.findMany({
    where: { id: { in: records.map(({ personId }) => personId) } },
    select: { id: true, idIndex: true, idSealed: true, phoneSealed: true },
  });
  return new Map(
    people.map((one) => [one.id, maskIdCardNumber(openNumbers(one).idCardNumber)] as const),
  );
}
