import type { SignatureRefusal } from "~/domain/targets/reconciliation";
import type { ContentRefusal } from "~/domain/targets/reconciliation-refusal";
import { forbidden, notFound } from "~/platform/http/not-found.server";

export type PageRefusal =
  | ContentRefusal
  | SignatureRefusal
  | { readonly kind: "notOwn" }
  | { readonly kind: "notLocked" }
  | { readonly kind: "reasonMissing" };

type Said = [errors: Readonly<Record<string, string>>, status: number];

/** What a page says to a refusal; who has nothing to do with the month is told that there is none. */
export function explainRefusal(refusal: PageRefusal): Said {
  switch (refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "locked":
      return [{ form: "本月对账已经锁定，不能再改动；确需更正的，由州市人社部门重新打开" }, 409];
    case "changedByOthers":
      return [{ form: "对方刚刚改动过数字、名单或说明，请核对下面的最新内容后再操作" }, 409];
    case "notOwn":
      return [{ form: "只有签字人本人可以撤回签字" }, 409];
    case "notLocked":
      return [{ form: "本月对账没有锁定，不需要重新打开" }, 409];
    case "reasonMissing":
      return [{ reason: "请写明重新打开的原因" }, 422];
    case "alreadySigned":
      return [{ form: "这一方已经签过字" }, 409];
    case "samePerson":
      return [{ form: "您已代表另一方签字，双方须由不同的人签" }, 422];
    case "ownList":
      return [{ form: "本月县方名单由您取数，须由另一位审核人签字" }, 422];
    case "countyFigureMissing":
      return [{ form: "县方还没有取数，不能签字" }, 409];
    case "districtFigureMissing":
      return [{ form: "区方还没有填报，不能签字" }, 409];
    case "linesUnexplained":
      return [{ form: `还有 ${refusal.lines} 人只在一方名单上、没有说明原因，不能签字` }, 409];
    case "differenceUnexplained":
      return [{ form: `双方相差 ${Math.abs(refusal.difference)} 人，请先填写差异说明再签字` }, 409];
  }
}
