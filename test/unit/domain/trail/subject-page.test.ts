import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { subjectPage } from "~/domain/trail/subject-page";

const ROSTER = "0191e2f0-0000-7000-8000-000000000001";
const page = (subjectKind: string, rosterId: string | null = null, subjectId = "x1") =>
  subjectPage({ subjectKind, subjectId, rosterId });

/** Only administrators, or those who import, may open the pages of these. */
const WITHOUT_PAGE = new Set(["organisation", "rosterImport", "user"]);

test("[R06] whatever the use cases name as a subject leads to its page, or is known to have none", () => {
  const root = path.resolve("app/usecases");
  const sources = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => readFileSync(path.join(root, name), "utf8"));
  const named = sources.flatMap((text) => [...text.matchAll(/subjectKind: "(\w+)"/g)]);
  const kinds = new Set(named.map((match) => match[1] ?? ""));
  expect(kinds.size).toBeGreaterThan(8);
  for (const kind of kinds) {
    expect([kind, page(kind, ROSTER) !== null]).toEqual([kind, !WITHOUT_PAGE.has(kind)]);
  }
});

test("a line, a signature and a scan lead into their roster, and nowhere without it", () => {
  expect(page("rosterLine", ROSTER)?.to).toBe(`/rosters/${ROSTER}/signing?line=x1`);
  expect(page("acknowledgement", ROSTER)?.to).toBe(`/rosters/${ROSTER}/signing`);
  expect(page("scanPage", ROSTER)?.to).toBe(`/rosters/${ROSTER}/scans/x1`);
  for (const kind of ["rosterLine", "acknowledgement", "scanPage"]) expect(page(kind)).toBeNull();
});

test("a village leads to its county, an event about nothing to nothing", () => {
  expect(page("region", null, "532324100200")?.to).toBe("/regions/532324");
  expect(page("trainingPlan", null, "")).toBeNull();
});
