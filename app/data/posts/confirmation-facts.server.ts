import { confirmBlocks, type ConfirmBlock } from "~/domain/posts/confirmation";
import { isQuotaChanged } from "~/domain/posts/quota-fit";
import type { Tx } from "~/platform/prisma/client.server";
import type { AppointmentRecord } from "./appointment-store.server";
import type { NoticeRecord } from "./notice-store.server";
import { objectionsAgainst } from "./objection-store.server";
import { quotaOf } from "./quota-store.server";

const WRITING = ["post.appoint", "post.change"];

/** Those of these appointments that the user has proposed or changed himself. */
export async function writtenBy(
  tx: Tx,
  appointments: readonly Pick<AppointmentRecord, "id" | "createdBy">[],
  userId: string,
): Promise<ReadonlySet<string>> {
  const events = await tx.trailEvent.findMany({
    where: {
      ...{ subjectKind: "postAppointment", action: { in: WRITING }, actorId: userId },
      subjectId: { in: appointments.map(({ id }) => id) },
    },
    select: { subjectId: true },
  });
  const created = appointments.filter(({ createdBy }) => createdBy === userId);
  return new Set([
    ...created.map(({ id }) => id),
    ...events.flatMap(({ subjectId }) => (subjectId === null ? [] : [subjectId])),
  ]);
}

type AskedNotice = Pick<NoticeRecord, "id" | "state" | "toOn" | "isLate" | "hasProof">;

/** What keeps each of a notice's people from being confirmed, by his appointment's id; `by`: who is to confirm. */
export async function confirmBlocksOf(
  tx: Tx,
  notice: AskedNotice,
  people: readonly AppointmentRecord[],
  by: string | null,
): Promise<ReadonlyMap<string, readonly ConfirmBlock[]>> {
  const ids = people.map(({ id }) => id);
  const objections = await objectionsAgainst(tx, ids);
  const changed = await underChangedQuota(tx, people);
  const own = by === null ? new Set<string>() : await writtenBy(tx, people, by);
  return new Map(
    people.map((one) => {
      const { id, state, isRemoved, verifiedCategory, quotaId } = one;
      // Told anew on a later notice, he is that one's to confirm.
      const isHere = one.noticeId === notice.id;
      const blocks = confirmBlocks({
        ...{ state, isRemoved, verifiedCategory, quotaId, notice: isHere ? notice.state : null },
        isNoticeUnproved: notice.isLate && !notice.hasProof,
        startsInNotice: one.startsOn <= notice.toOn,
        objections: objections.get(id) ?? [],
        isQuotaChanged: changed.has(id),
        isOwn: own.has(id),
      });
      return [id, blocks];
    }),
  );
}

/** Ids of those whose quota by now gives something else than what was agreed with them. */
export async function underChangedQuota(
  tx: Tx,
  people: readonly AppointmentRecord[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.postQuota.findMany({
    where: { id: { in: people.flatMap(({ quotaId }) => quotaId ?? []) } },
  });
  const quotas = new Map(rows.map((row) => [row.id, quotaOf(row).facts]));
  const isChanged = (one: AppointmentRecord) => {
    const quota = quotas.get(one.quotaId ?? "");
    return quota !== undefined && isQuotaChanged(one, quota);
  };
  return new Set(people.filter(isChanged).map(({ id }) => id));
}
