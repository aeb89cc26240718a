import {
  findNotice,
  listNoticeRecords,
  type NoticeRecord,
} from "~/data/evidence/notice-store.server";
import { fullRegionName } from "~/data/regions/region-name-view.server";
import type { Actor } from "~/domain/access/actor";
import { noticeAreas, noticeInForce, WHOLE_COUNTRY } from "~/domain/evidence/notice";
import { isUuid } from "~/platform/http/list-address.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type NoticeStanding = "inForce" | "toCome" | "replaced";

export interface ShownNotice extends NoticeRecord {
  readonly areaName: string;
  readonly standing: NoticeStanding;
}

/** The notices that hold, held or will hold in the actor's regions. */
export function listNotices(actor: Actor, on: string): Promise<readonly ShownNotice[]> {
  const areas = [...new Set([WHOLE_COUNTRY, ...actor.counties.flatMap(noticeAreas)])];
  return inTransaction(actor, async (tx) => {
    const notices = await listNoticeRecords(tx, areas);
    return notices.map((one) => shown(one, notices, on));
  });
}

export function viewNotice(
  actor: Actor,
  id: string | undefined,
  on: string,
): Promise<ShownNotice | null> {
  if (!isUuid(id)) return Promise.resolve(null);
  return inTransaction(actor, async (tx) => {
    const notice = await findNotice(tx, id);
    if (notice === null) return null;
    return shown(notice, await listNoticeRecords(tx, [notice.regionCode]), on);
  });
}

/** The areas for which the actor may issue, the prefecture before its counties. */
export function listIssuingAreas(
  codes: readonly string[],
): readonly { readonly value: string; readonly label: string }[] {
  return [...codes].sort().map((value) => ({ value, label: fullRegionName(value) }));
}

function shown(one: NoticeRecord, all: readonly NoticeRecord[], on: string): ShownNotice {
  const own = all.filter(({ regionCode }) => regionCode === one.regionCode);
  const holding = noticeInForce(own, one.purpose, one.regionCode, on);
  const standing =
    one.inForceFrom > on ? "toCome" : holding?.id === one.id ? "inForce" : "replaced";
  const areaName = one.regionCode === WHOLE_COUNTRY ? "各地通用" : fullRegionName(one.regionCode);
  return { ...one, areaName, standing };
}
