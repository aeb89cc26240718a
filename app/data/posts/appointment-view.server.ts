import { findParameter } from "~/data/rules/parameter-store.server";
import type { Actor } from "~/domain/access/actor";
import type { AppointmentFinding } from "~/domain/posts/appointment-findings";
import type { NoticeState } from "~/domain/posts/notice";
import { day, type CalendarDate } from "~/domain/shared/calendar-date";
import type { PovertyStatus } from "~/domain/people/poverty-status";
import { actionLabel, detailText } from "~/domain/trail/labels";
import { dayInChina } from "~/platform/clock.server";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { accountOf, type AccountStanding } from "./account-standing.server";
import type { AppointmentHead } from "./appointment-head-view.server";
import { findingsNow } from "./findings-now.server";
import { monthsOf, type AppointmentMonth } from "./appointment-months.server";
import { recordOf, type AgreedTerms, type AppointmentRecord } from "./appointment-store.server";

export interface AppointmentPage {
  readonly one: Pick<AppointmentRecord, Shown>;
  /** Null for a district officer. */
  readonly filed: FiledAppointment | null;
  /** Day of the registry's export; null where none covered the first day. */
  readonly verifiedOn: CalendarDate | null;
  /** Days beyond which an export is too old for the first day; null: no value was entered. */
  readonly maxAgeDays: number | null;
  readonly verifiedCategory: PovertyStatus | "" | null;
  readonly confirmed: { readonly by: string; readonly on: CalendarDate } | null;
  readonly proposed: { readonly by: string; readonly on: CalendarDate };
  readonly removedReason: string;
  /** As they stand now; another county's by days only. Empty for a district officer. */
  readonly findings: readonly AppointmentFinding[];
  readonly notice: NoticeLink | null;
  /** Whose post he took over, and who took over his. */
  readonly replaces: NamedPost | null;
  readonly replacedBy: NamedPost | null;
  readonly months: readonly AppointmentMonth[];
  /** Null for a district officer, and where none was entered. */
  readonly account: AccountStanding | null;
  readonly history: readonly HistoryLine[];
}

/** The index of his number is nobody's to see. */
type Shown =
  "quotaId" | "title" | "personId" | "name" | "startsOn" | "endsOn" | "leftOn" | "replacesId";

/** What is beyond the name, post and days. */
export type FiledAppointment = Omit<AgreedTerms, "quotaId" | "title"> &
  Pick<AppointmentRecord, "shortReason" | "leaveReason" | "leaveNote" | "note">;

export interface NoticeLink {
  readonly id: string;
  readonly title: string;
  readonly state: NoticeState;
  readonly toOn: string;
}

export interface NamedPost {
  readonly id: string;
  readonly name: string;
}

export interface HistoryLine {
  readonly seq: string;
  /** Instant, ISO 8601. */
  readonly at: string;
  readonly actorName: string;
  readonly action: string;
  readonly detail: string;
}

const MOST_LINES = 100;

/** The page of an appointment under its head. */
export function viewAppointment(actor: Actor, head: AppointmentHead): Promise<AppointmentPage> {
  const { readsWhole } = head;
  return inTransaction(actor, async (tx) => {
    const row = await tx.postAppointment.findUniqueOrThrow({ where: { id: head.id } });
    const record = recordOf(row);
    const one = shownOf(record);
    const { countyCode, startsOn } = record;
    const maxAge = await findParameter(tx, "verification.maxAgeDays", countyCode, startsOn);
    const { confirmedAt, confirmedByName, removedReason } = row;
    const successor = await tx.postAppointment.findFirst({
      where: { replacesId: head.id, removedAt: null },
      select: { id: true, name: true },
    });
    return {
      ...{ one, filed: readsWhole ? filedOf(record) : null, replacedBy: successor },
      removedReason: readsWhole ? (removedReason ?? "") : "",
      verifiedOn: row.verifiedOn === null ? null : day(row.verifiedOn.toISOString().slice(0, 10)),
      maxAgeDays: maxAge?.value ?? null,
      // Written from the registry's own words alone.
      verifiedCategory: row.verifiedCategory as AppointmentPage["verifiedCategory"],
      confirmed:
        confirmedAt === null ? null : { by: confirmedByName ?? "", on: dayInChina(confirmedAt) },
      proposed: { by: row.createdByName, on: dayInChina(row.createdAt) },
      findings: readsWhole ? ((await findingsNow(tx, [row])).get(row.id) ?? []) : [],
      notice: await noticeOf(tx, row.noticeId),
      replaces: await namedPost(tx, row.replacesId),
      months: await monthsOf(tx, record, readsWhole),
      account: readsWhole ? await accountOf(tx, one) : null,
      history: readsWhole ? await historyOf(tx, head.id) : [],
    };
  });
}

function shownOf(record: AppointmentRecord): AppointmentPage["one"] {
  const { quotaId, title, personId, name, startsOn, endsOn, leftOn, replacesId } = record;
  return { quotaId, title, personId, name, startsOn, endsOn, leftOn, replacesId };
}

function filedOf(record: AppointmentRecord): FiledAppointment {
  const { township, village, employer, monthlyRateFen, fundSource } = record;
  const { shortReason, leaveReason, leaveNote, note } = record;
  return {
    ...{ township, village, employer, monthlyRateFen, fundSource },
    ...{ shortReason, leaveReason, leaveNote, note },
  };
}

async function noticeOf(tx: Tx, id: string | null): Promise<NoticeLink | null> {
  if (id === null) return null;
  const row = await tx.postNotice.findUnique({ where: { id } });
  if (row === null) return null;
  const { title, state, toOn } = row;
  return { id, title, state: state as NoticeState, toOn: toOn.toISOString().slice(0, 10) };
}

async function namedPost(tx: Tx, id: string | null): Promise<NamedPost | null> {
  if (id === null) return null;
  return tx.postAppointment.findUnique({ where: { id }, select: { id: true, name: true } });
}

async function historyOf(tx: Tx, id: string): Promise<HistoryLine[]> {
  const events = await tx.trailEvent.findMany({
    where: { subjectKind: "postAppointment", subjectId: id },
    select: { seq: true, at: true, actorName: true, action: true, detail: true },
    orderBy: { seq: "desc" },
    take: MOST_LINES,
  });
  return events.map(({ seq, at, actorName, action, detail }) => ({
    ...{ seq: String(seq), at: at.toISOString(), actorName, action: actionLabel(action) },
    detail: detailText(JSON.parse(detail) as Record<string, unknown>),
  }));
}
