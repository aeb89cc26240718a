import type { Standing } from "~/domain/targets/standing";
import { forecastText } from "~/domain/targets/wording";

/** The day expected, and below it the range: the table stays narrow enough for an office screen. */
export function ForecastDay({ found }: { readonly found: Standing["forecast"] }) {
  if (found === null) return "—";
  if (found.kind === "never") return forecastText(found);
  return (
    <>
      {found.on}
      <span className="block text-xs text-slate-600">
        {found.earliest} 至 {found.latest ?? "十年以后"}
      </span>
    </>
  );
}
