import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { findParameter } from "~/data/rules/parameter-store.server";
import { readsWholeLine } from "~/domain/placements/reader";
import type { NoticeState } from "~/domain/posts/notice";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { dayInChina } from "~/platform/clock.server";
import { isUuid } from "~/platform/http/list-address.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";
import { listObjections, type NoticeObjection } from "./notice-objections-view.server";
import { noticePeople, type NoticePerson } from "./notice-people-view.server";
import { noticeOf } from "./notice-store.server";

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
      people: await noticePeople(tx, { ...notice, readsWhole }, mayConfirm ? actor.userId : null),
      objections: readsWhole ? await listObjections(tx, id) : null,
    };
  });
}
