import { openNumbers } from "~/data/people/person-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { findParameter } from "~/data/rules/parameter-store.server";
import { publicName } from "~/domain/people/public-name";
import { readsWholeLine } from "~/domain/placements/reader";
import type { AppointmentFinding as Finding } from "~/domain/posts/appointment-findings";
import type { ConfirmBlock } from "~/domain/posts/confirmation";
import type { NoticeState } from "~/domain/posts/notice";
import { day, type CalendarDate } from "~/domain/shared/calendar-date";
import { maskIdCardNumber } from "~/domain/shared/masking";
import { dayInChina } from "~/platform/clock.server";
import { isUuid } from "~/platform/http/list-address.server";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";
import { recordOf, type AppointmentRecord } from "./appointment-store.server";
import { confirmBlocksOf } from "./confirmation-facts.server";
import { findingsNow } from "./findings-now.server";
import { listObjections, type NoticeObjection } from "./notice-objections-view.server";
import { toldPeople } from "./notice-people-store.server";
import { noticeOf, type NoticeRecord } from "./notice-store.server";

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
  /** The notice was withdrawn, and he stands on a later one. */
  readonly isToldAnew: boolean;
  /** What keeps the reader, or whoever is to confirm him, from it. */
  readonly blocks: readonly ConfirmBlock[];
  /** Day of the registry's export that he was found in, or looked for; null: none. */
  readonly exportedOn: CalendarDate | null;
  /** 任期说明: why his term is short, or follows another one; empty for a district officer. */
  readonly termReason: string;
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
  /** Who ended or withdrew it, and on which day. */
  readonly closedByName: string;
  readonly closedOn: string | null;
  readonly enteredByName: string;
  readonly enteredOn: string;
  /** 补录: entered after its first day. */
  readonly isLate: boolean;
  /** Picture or scan of it as it hung. */
  readonly proof: { readonly name: string; readonly by: string } | null;
  readonly version: number;
  readonly isOver: boolean;
  readonly mayWrite: boolean;
  readonly mayConfirm: boolean;
  readonly people: readonly NoticePerson[];
  /** Whether the reader may decide objections: he confirms, and has not written the notice. */
  readonly mayDecide: boolean;
  /** Days of a registry's export beyond which it is too old; null: no value was entered. */
  readonly maxAgeDays: number | null;
  /** Against the notice and its people, and against these under others; null for a district officer. */
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
    const { countyCode, title, place, contact, closingNote, closedByName, closedAt } = row;
    const { createdAt, createdByName, createdBy, proofFileId, version } = row;
    const notice = noticeOf(row);
    const { state, isLate } = notice;
    const mayConfirm = may(actor, "post.confirm", countyCode, on);
    const readsWhole = readsWholeLine(actor, countyCode, on);
    const { fromOn, toOn } = notice;
    const maxAge = await findParameter(tx, "verification.maxAgeDays", countyCode, on);
    return {
      ...{ id, title, place, contact, closingNote, version, state, fromOn, toOn, isLate },
      countyName: regionName(countyCode) ?? countyCode,
      closedByName: closedByName ?? "",
      closedOn: closedAt === null ? null : dayInChina(closedAt),
      ...{ enteredByName: createdByName, enteredOn: dayInChina(createdAt) },
      proof: proofFileId === null ? null : { name: row.proofName, by: row.proofByName },
      isOver: on > toOn,
      mayWrite: may(actor, "post.write", countyCode, on),
      ...{ mayConfirm, mayDecide: mayConfirm && createdBy !== actor.userId },
      maxAgeDays: maxAge?.value ?? null,
      people: await peopleOf(tx, { ...notice, readsWhole }, mayConfirm ? actor.userId : null),
      objections: readsWhole ? await listObjections(tx, id) : null,
    };
  });
}

type Asked = NoticeRecord & { readonly readsWhole: boolean };

async function peopleOf(
  tx: Tx,
  notice: Asked,
  confirmingId: string | null,
): Promise<NoticePerson[]> {
  const { id: noticeId, readsWhole } = notice;
  const told = await toldPeople(tx, noticeId);
  const ids = told.map(({ appointmentId }) => appointmentId);
  const rows = await tx.postAppointment.findMany({ where: { id: { in: ids } } });
  const records = rows.map(recordOf);
  const blocks = await confirmBlocksOf(tx, notice, records, confirmingId);
  const numbers = await numbersOf(tx, records);
  const findings = readsWhole ? await findingsNow(tx, rows) : new Map<string, Finding[]>();
  const posts = new Map(rows.map((row) => [row.id, { row, one: recordOf(row) }]));
  return told.flatMap(({ appointmentId: id, name, title, township, village, startsOn, endsOn }) => {
    const post = posts.get(id);
    if (post === undefined) return [];
    const { row, one } = post;
    const isHere = one.noticeId === noticeId;
    return [
      {
        ...{ id, name, title, startsOn, endsOn, publicName: publicName(name) },
        place: readsWhole ? `${township}${village}` : "",
        maskedId: numbers.get(one.personId) ?? "",
        isRemoved: one.isRemoved,
        isConfirmed: isHere && one.state === "confirmed" && !one.isRemoved,
        isToldAnew: !isHere,
        blocks: blocks.get(id) ?? [],
        exportedOn: row.verifiedOn === null ? null : day(row.verifiedOn.toISOString().slice(0, 10)),
        termReason: readsWhole ? one.shortReason : "",
        warnings: readsWhole ? warningsIn(findings.get(id) ?? []) : [],
      },
    ];
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
