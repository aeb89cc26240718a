import { recorded } from "../inputs";
import { cannotTell, fail, pass, type Verdict } from "../rule";

/**
 * Who carries it out: a unit of Yunnan; one of Shanghai with a reason; anybody else is named by no document.
 * `region`: six digits of the unit's place; empty: not recorded, which `missing` says.
 */
export function implementedBy(
  { region, reason }: { readonly region: string; readonly reason: string },
  missing: string,
): Verdict {
  const where = recorded("实施单位所在地", region);
  if (region === "") return cannotTell(missing, where);
  if (region.startsWith("53")) return pass("由云南的单位实施", where);
  if (!region.startsWith("31")) return fail("实施单位不在云南，也不在上海", where);
  return reason === ""
    ? fail("由上海的单位实施，没有写明理由", where)
    : pass(`由上海的单位实施，理由：${reason}`, where);
}
