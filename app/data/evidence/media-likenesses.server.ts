import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { likenessText, type LikenessPlace } from "~/domain/evidence/media-likeness";
import { className } from "~/domain/training/training-class";
import type { Tx } from "~/platform/prisma/client.server";

/** The same or nearly the same picture elsewhere, as far as the reader may know. */
export interface Likeness {
  readonly id: string;
  readonly mediaId: string;
  readonly text: string;
  readonly place: LikenessPlace;
  /** The other picture with its class and session; null where the reader does not see its county. */
  readonly other: {
    readonly mediaId: string;
    readonly classId: string;
    readonly label: string;
    readonly heldOn: string;
    readonly hasThumbnail: boolean;
  } | null;
  readonly explanation: string | null;
  readonly explainedByName: string;
  /** Instant, ISO 8601. */
  readonly explainedAt: string | null;
}

interface Own {
  readonly id: string;
  readonly classId: string;
  readonly sessionId: string;
}

/** By picture. Row-level security and the reader's right decide which other pictures have a face. */
export async function listLikenesses(
  tx: Tx,
  actor: Actor,
  pictures: readonly Own[],
  on: string,
): Promise<ReadonlyMap<string, readonly Likeness[]>> {
  const own = new Map(pictures.map((one) => [one.id, one]));
  const rows = await tx.mediaLikeness.findMany({
    where: { mediaId: { in: [...own.keys()] } },
    orderBy: [{ distance: "asc" }, { foundAt: "asc" }, { id: "asc" }],
  });
  const others = await visibleOthers(tx, actor, rows, on);
  const names = await namesOf(tx, rows);
  const found = new Map<string, Likeness[]>();
  for (const row of rows) {
    const other = others.get(row.otherMediaId) ?? null;
    const one: Likeness = {
      ...{ id: row.id, mediaId: row.mediaId, explanation: row.explanation },
      text: likenessText(row.isSameFile, row.distance),
      place: placeOf(own.get(row.mediaId), row, other?.sessionId),
      other: other?.shown ?? null,
      explainedByName: names.get(row.explainedBy ?? "") ?? "",
      explainedAt: row.explainedAt?.toISOString() ?? null,
    };
    found.set(row.mediaId, [...(found.get(row.mediaId) ?? []), one]);
  }
  return found;
}

function placeOf(
  own: Own | undefined,
  row: { readonly countyCode: string; readonly otherCounty: string; readonly otherClassId: string },
  otherSession: string | undefined,
): LikenessPlace {
  if (row.otherClassId === own?.classId) {
    return otherSession === own.sessionId ? "sameSession" : "sameClass";
  }
  return row.otherCounty === row.countyCode ? "otherClass" : "otherCounty";
}

async function visibleOthers(
  tx: Tx,
  actor: Actor,
  rows: readonly { readonly otherMediaId: string }[],
  on: string,
) {
  const items = await tx.mediaItem.findMany({
    where: { id: { in: rows.map(({ otherMediaId }) => otherMediaId) } },
    select: { id: true, classId: true, sessionId: true, countyCode: true, thumbnailId: true },
  });
  const seen = items.filter(({ countyCode }) => may(actor, "media.read", countyCode, on));
  const classes = await tx.trainingClass.findMany({
    where: { id: { in: seen.map(({ classId }) => classId) } },
    select: { id: true, name: true, term: true },
  });
  const sessions = await tx.classSession.findMany({
    where: { id: { in: seen.map(({ sessionId }) => sessionId) } },
    select: { id: true, heldOn: true },
  });
  const labels = new Map(classes.map((one) => [one.id, className(one)]));
  const days = new Map(sessions.map(({ id, heldOn }) => [id, heldOn.toISOString().slice(0, 10)]));
  return new Map(
    seen.map(({ id, classId, sessionId, thumbnailId }) => {
      const label = labels.get(classId) ?? "";
      const heldOn = days.get(sessionId) ?? "";
      const hasThumbnail = thumbnailId !== null;
      return [id, { sessionId, shown: { mediaId: id, classId, label, heldOn, hasThumbnail } }];
    }),
  );
}

async function namesOf(tx: Tx, rows: readonly { readonly explainedBy: string | null }[]) {
  const ids = rows.flatMap(({ explainedBy }) => (explainedBy === null ? [] : [explainedBy]));
  const users = await tx.userAccount.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  });
  return new Map(users.map(({ id, name }) => [id, name]));
}
