import { toLineGroup, type LineGroup } from "~/domain/claims/line-group";
import { ruleOf } from "~/domain/claims/stored-verdict";

/** Which lines an address asks for; of a batch that was taken back all lines are removed ones. */
export function readLineFilter(
  search: URLSearchParams,
  { isRemoved, readsWhole }: { readonly isRemoved: boolean; readonly readsWhole: boolean },
) {
  const group: LineGroup = isRemoved ? "removed" : (toLineGroup(search.get("group")) ?? "all");
  const id = search.get("rule") ?? "";
  const verdict = search.get("verdict") === "unknown" ? "unknown" : "fail";
  return {
    group,
    rule: readsWhole && ruleOf(id) !== null ? ({ id, verdict } as const) : null,
    name: (search.get("name") ?? "").trim().slice(0, 20),
  };
}
