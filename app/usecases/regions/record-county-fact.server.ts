import { z } from "zod";
import { saveFlag, savePairing } from "~/data/regions/county-fact-store.server";
import { leaveTrail } from "~/data/trail/trail-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { toCountyFlag } from "~/domain/regions/county-flag";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { parseWrittenDate } from "~/domain/shared/written-date";
import { dayInChina } from "~/platform/clock.server";
import { newId } from "~/platform/id.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";

const day = (missing: string) =>
  z
    .string()
    .trim()
    .min(1, missing)
    .transform(parseWrittenDate)
    .refine((value) => value !== null, "认不出这个日期，请写成 2020-06-01 的样子")
    .transform(String);

/** The administrator's form: what holds for the county, from when to when, by which document. */
export const countyFactForm = z
  .object({
    /** A kind of flag, or the code of a Shanghai district. */
    what: z.string().refine((what) => toCountyFlag(what) !== null || isDistrict(what), "请选择"),
    from: day("请填写起始日"),
    to: z.union([z.literal("").transform(() => null), day("")]),
    source: z.string().trim().min(4, "请写明文件名称或文号").max(100, "不超过 100 个字"),
  })
  .refine(({ from, to }) => to === null || from <= to, { path: ["to"], error: "截止日早于起始日" });

export type CountyFact = z.output<typeof countyFactForm>;

/** Records a flag or pairing of a county, or the end of one that began on that day. */
export function recordCountyFact(
  actor: Actor,
  countyCode: string,
  fact: CountyFact,
  now: Date,
): Promise<Outcome<null, { readonly kind: "forbidden" }>> {
  const { what, ...dated } = fact;
  return inTransaction(actor, async (tx) => {
    // Only the administrator manages organisations; flags and pairings are his as well.
    if (!may(actor, "organisation.manage", countyCode, dayInChina(now))) {
      return refused({ kind: "forbidden" });
    }
    const flag = toCountyFlag(what);
    if (flag === null) await savePairing(tx, newId(), what, { countyCode, ...dated });
    else await saveFlag(tx, newId(), flag, { countyCode, ...dated });
    await leaveTrail(tx, {
      at: now,
      actorId: actor.userId,
      actorName: actor.name,
      action: flag === null ? "region.pair" : "region.flag",
      subjectKind: "region",
      subjectId: countyCode,
      countyCode,
      detail: { ...fact },
    });
    return done(null);
  });
}

function isDistrict(code: string): boolean {
  return /^310[1-9]\d{2}$/.test(code) && regionName(code) !== null;
}
