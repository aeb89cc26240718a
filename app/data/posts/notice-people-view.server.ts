import { openNumbers } from "~/data/people/person-store.server";
import { publicName } from "~/domain/people/public-name";
import type { AppointmentFinding as Finding } from "~/domain/posts/appointment-findings";
import type { ConfirmBlock } from "~/domain/posts/confirmation";
import { day, type CalendarDate } from "~/domain/shared/calendar-date";
import { maskIdCardNumber } from "~/domain/shared/masking";
import type { Tx } from "~/platform/prisma/client.server";
import { recordOf, type AppointmentRecord } from "./appointment-store.server";
import { confirmBlocksOf } from "./confirmation-facts.server";
import { findingsNow } from "./findings-now.server";
import { toldPeople } from "./notice-people-store.server";
import type { NoticeRecord } from "./notice-store.server";

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

type Asked = NoticeRecord & { readonly readsWhole: boolean };

/** Whom the public was told of, with what stands for and against each now. */
export async function noticePeople(
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
