import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { isUuid } from "~/platform/http/list-address.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { sessionFactsOf } from "./media-sessions.server";
import { TILE_COLUMNS, tilesOf, type MediaTile } from "./media-tiles-view.server";

/** Everything known of one picture or video. */
export interface MediaPage {
  readonly tile: MediaTile;
  readonly classId: string;
  readonly countyCode: string;
  readonly heldOn: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly mimeType: string;
  readonly hasView: boolean;
  readonly fileName: string;
  /** Bytes. */
  readonly size: number;
  /** SHA-256 of the original, 64 hexadecimal digits. */
  readonly sha256: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly device: string;
  readonly uploadedByName: string;
  readonly uploadedAt: string;
  readonly setAsideAt: string | null;
  readonly mayRead: boolean;
  readonly mayWrite: boolean;
}

/** Null when the picture is not of the actor's counties. */
export function viewMedia(actor: Actor, id: string | undefined, on: string) {
  if (!isUuid(id)) return Promise.resolve(null);
  return inTransaction(actor, async (tx): Promise<MediaPage | null> => {
    const found = await tx.mediaItem.findUnique({
      where: { id },
      select: {
        ...TILE_COLUMNS,
        ...{ countyCode: true, fileId: true, viewId: true, mimeType: true, size: true },
        ...{ sha256: true, width: true, height: true, device: true, uploadedBy: true },
        uploadedAt: true,
      },
    });
    if (found === null) return null;
    const { classId, countyCode, latitude, longitude, width, height, device, mimeType } = found;
    const sessions = await sessionFactsOf(tx, classId);
    const [tile] = await tilesOf(tx, actor, [found], sessions, on);
    const session = sessions.get(found.sessionId);
    if (tile === undefined || session === undefined) return null;
    const file = await tx.storedFile.findUnique({
      where: { id: found.fileId },
      select: { originalName: true },
    });
    const uploader = await tx.userAccount.findUnique({
      where: { id: found.uploadedBy },
      select: { name: true },
    });
    const { heldOn, startsAt, endsAt } = session;
    return {
      ...{ tile, classId, countyCode, heldOn, startsAt, endsAt, mimeType },
      ...{ width, height, latitude, longitude, device },
      hasView: found.viewId !== null || (found.kind === "video" && tile.state === "ready"),
      fileName: file?.originalName ?? "",
      size: Number(found.size),
      sha256: Buffer.from(found.sha256).toString("hex"),
      uploadedByName: uploader?.name ?? "",
      uploadedAt: found.uploadedAt.toISOString(),
      setAsideAt: found.setAsideAt?.toISOString() ?? null,
      mayRead: may(actor, "media.read", countyCode, on),
      mayWrite: may(actor, "media.write", countyCode, on),
    };
  });
}
