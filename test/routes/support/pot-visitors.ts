import { vi } from "vitest";
import { patternOf, type Form } from "./pot-form";
import { aVisitor, visit, type RouteModule, type Visitor } from "./visit";

/** Who visits the pots of 宣威, by role; `office` is the prefecture's. */
export const people: Record<string, Visitor> = {};

/** The pages are asked on that day, by people who sign in then: money of a year is spent in it. */
export async function on(today: string): Promise<void> {
  vi.setSystemTime(new Date(`${today}T02:00:00Z`));
  for (const role of ["finance", "caseOfficer", "reviewer", "districtOfficer"] as const) {
    people[role] = await aVisitor(role, role === "districtOfficer" ? "310113" : "530381");
  }
  people["office"] = await aVisitor("cooperationOffice", "530300");
}

export const ask = (page: RouteModule, path: string, who: string, form?: Form | FormData) =>
  visit(page, patternOf(path), `/funds/${path}`, people[who] ?? null, form);
