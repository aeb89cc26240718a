import { sessionForm } from "~/domain/training/session-form";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { anActor } from "#test/builders/actor";
import { idNumberOf } from "#test/builders/id-card-number";
import { buildRoster, type BuiltRoster } from "#test/builders/roster";

export const COUNTY = "532323";
export const officer = anActor("caseOfficer", COUNTY);
export const auditor = anActor("auditor", COUNTY);
export const foreigner = anActor("caseOfficer", "530381");
/** The morning of 10 June 2020 in China. */
export const NOW = new Date("2020-06-10T02:00:00Z");

let serial = 0;
export function aClass(names = ["沙马阿依", "吉克尔布", "阿余曲者"]): Promise<BuiltRoster> {
  const trainees = names.map((name) => {
    serial += 1;
    return { name, idCardNumber: idNumberOf(COUNTY, "1990-01-01", serial) };
  });
  return inTransaction(officer, (tx) =>
    buildRoster(tx, { countyCode: COUNTY, createdBy: officer.userId, trainees }),
  );
}

export const form = (change: Record<string, string> = {}) =>
  sessionForm.parse({
    ...{ heldOn: "2020-06-02", startsAt: "08:30", endsAt: "11:30", classHours: "4" },
    ...{ place: "文化站", teacher: "普老师", topic: "", ...change },
  });

export const refusal = (kind: string) => ({ ok: false, refusal: { kind } });
