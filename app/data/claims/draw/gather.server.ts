import type { ProvedLine } from "~/domain/claims/drawing";
import type { NumbersOn } from "~/domain/rules/value-series";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import type { Tx } from "~/platform/prisma/client.server";
import { drawPlacements, intermediaryOf } from "./placement-lines.server";
import { drawClass } from "./training-lines.server";
import { drawWages } from "./wage-lines.server";

/** What a batch is drawn from; of the days both are counted, months by their first days. */
export type ClaimSourceAsked =
  | { readonly kind: "TRAINING"; readonly classId: string; readonly paysProvider: boolean }
  | { readonly kind: "AGENCY"; readonly labourBatchId: string }
  | { readonly kind: "STABLE_EMPLOYMENT"; readonly from: CalendarDate; readonly to: CalendarDate }
  | { readonly kind: "OUTWORK"; readonly from: CalendarDate; readonly to: CalendarDate }
  | { readonly kind: "POST"; readonly from: CalendarDate; readonly to: CalendarDate };

export interface Gathered {
  /** For the batch's title and its page. */
  readonly label: string;
  readonly payee: { readonly name: string; readonly code: string | null } | null;
  readonly lines: readonly ProvedLine[];
}

export type GatherRefusal = { readonly kind: "sourceNotFound" } | { readonly kind: "notSealed" };

/** The proved lines of a source, claimed or not. */
export async function gather(
  tx: Tx,
  of: { readonly countyCode: string; readonly today: CalendarDate },
  source: ClaimSourceAsked,
  numbers: NumbersOn,
): Promise<Outcome<Gathered, GatherRefusal>> {
  const { countyCode } = of;
  switch (source.kind) {
    case "TRAINING": {
      const found = await drawClass(tx, countyCode, source.classId);
      if (found === null) return refused({ kind: "sourceNotFound" });
      if (!found.isSealed) return refused({ kind: "notSealed" });
      const payee = source.paysProvider ? found.provider : null;
      return done({ label: found.name, payee, lines: found.lines });
    }
    case "AGENCY": {
      const found = await intermediaryOf(tx, countyCode, source.labourBatchId);
      if (found === null) return refused({ kind: "sourceNotFound" });
      const lines = await drawPlacements(tx, { ...of, kind: "AGENCY" }, source, numbers);
      return done({ label: found.batch, payee: { name: found.name, code: found.code }, lines });
    }
    case "STABLE_EMPLOYMENT":
    case "OUTWORK": {
      const lines = await drawPlacements(tx, { ...of, kind: source.kind }, source, numbers);
      return done({ label: `${source.from} 至 ${source.to} 上岗人员`, payee: null, lines });
    }
    case "POST": {
      const lines = await drawWages(tx, countyCode, source);
      const label = `${source.from.slice(0, 7)} 至 ${source.to.slice(0, 7)} 岗位工资`;
      return done({ label, payee: null, lines });
    }
  }
}
