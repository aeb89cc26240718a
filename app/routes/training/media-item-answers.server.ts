import { maskLongNumbers } from "~/domain/shared/masking";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import type { ExplainLikenessRefusal } from "~/usecases/evidence/explain-likeness.server";
import type { SetMediaAsideRefusal } from "~/usecases/evidence/set-media-aside.server";

const LONGEST = 200;

/** What an officer typed as his reason; it goes into the trail, so no whole number stays in it. */
export function reasonOf(typed: unknown, label: string): Outcome<string, string> {
  const text = typeof typed === "string" ? typed.trim() : "";
  if (text.length < 2) return refused(`请填写${label}，至少 2 个字`);
  if (text.length > LONGEST) return refused(`${label}不超过 ${LONGEST} 个字`);
  return done(maskLongNumbers(text));
}

export function setAsideError(refusal: SetMediaAsideRefusal): string {
  switch (refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "sealed":
      return "本班花名册已封存，影像不能再改动";
    case "asideAlready":
      return "这份影像已经标为不作佐证";
  }
}

export function explanationError(refusal: ExplainLikenessRefusal): string {
  switch (refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "explainedAlready":
      return "这一处已经有人说明，说明只能填写一次";
  }
}
