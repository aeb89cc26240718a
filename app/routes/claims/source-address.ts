import type { ClaimSourceAsked } from "~/data/claims/claim-draft-view.server";
import type { ClaimKind } from "~/domain/claims/claim";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { monthOf } from "~/domain/shared/months";
import { parseWrittenDate } from "~/domain/shared/written-date";
import { isUuid } from "~/platform/http/list-address.server";

/** What a claim of the kind is to be drawn from, as the address names it; null while it names nothing that could be. */
export function readSource(kind: ClaimKind, search: URLSearchParams): ClaimSourceAsked | null {
  switch (kind) {
    case "TRAINING": {
      const classId = search.get("classId") ?? undefined;
      const paysProvider = search.get("payee") === "unit";
      return isUuid(classId) ? { kind, classId, paysProvider } : null;
    }
    case "AGENCY": {
      const labourBatchId = search.get("labourBatchId") ?? undefined;
      return isUuid(labourBatchId) ? { kind, labourBatchId } : null;
    }
    case "STABLE_EMPLOYMENT":
    case "OUTWORK": {
      const days = daysIn(search);
      return days === null ? null : { kind, ...days };
    }
    case "POST": {
      const days = daysIn(search);
      return days === null ? null : { kind, from: monthOf(days.from), to: monthOf(days.to) };
    }
  }
}

function daysIn(search: URLSearchParams): { from: CalendarDate; to: CalendarDate } | null {
  const from = parseWrittenDate(search.get("from") ?? "");
  const to = parseWrittenDate(search.get("to") ?? "");
  return from === null || to === null || to < from ? null : { from, to };
}

/** What is wrong with the days that the address asks for, in Chinese; undefined where nothing is, or none are asked. */
export function wrongDays(kind: ClaimKind, search: URLSearchParams): string | undefined {
  if (kind === "TRAINING" || kind === "AGENCY") return undefined;
  const written = [search.get("from") ?? "", search.get("to") ?? ""] as const;
  if (written[0] === "" && written[1] === "") return undefined;
  const [from, to] = written.map(parseWrittenDate);
  if (!from) return "起始日期看不懂，请填成 2020-06-01 这样";
  if (!to) return "截止日期看不懂，请填成 2020-06-30 这样";
  return to < from ? "截止日期早于起始日期，请核对" : undefined;
}
