import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import {
  isWorkingOn,
  workshopStateOn,
  yearEndsBefore,
  type WorkshopState,
} from "~/domain/employers/workshop";
import { isUuid } from "~/platform/http/list-address.server";
import { Prisma, type Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";
import { workersOf } from "./workshop-workers.server";

/** Persons in work there on a day: all of the county, and those in the registry on their own first day. */
export interface JobsOnDay {
  readonly on: string;
  readonly workers: number;
  readonly poorWorkers: number;
}

export interface WorkshopPage {
  readonly id: string;
  readonly countyCode: string;
  readonly countyName: string;
  readonly employerId: string;
  readonly employerName: string;
  readonly name: string;
  readonly regionCode: string;
  readonly placeName: string;
  readonly recognisedOn: string;
  readonly recognisedBy: string;
  readonly documentNumber: string;
  readonly validTo: string | null;
  readonly withdrawnOn: string | null;
  readonly withdrawnReason: string | null;
  readonly version: number;
  readonly state: WorkshopState;
  readonly files: number;
  /** Today, then the past year ends, the latest first. */
  readonly jobs: readonly JobsOnDay[];
  readonly isWorkingOn: boolean;
  readonly mayWrite: boolean;
}

const YEAR_ENDS = 3;

/** One workshop with its jobs; null when the actor may not read it. */
export function viewWorkshop(
  actor: Actor,
  id: string | undefined,
  on: string,
): Promise<WorkshopPage | null> {
  if (!isUuid(id)) return Promise.resolve(null);
  return inTransaction(actor, async (tx) => {
    const one = await tx.povertyWorkshop.findUnique({ where: { id } });
    if (one === null || !may(actor, "placement.read", one.countyCode, on)) return null;
    const { countyCode, employerId, name, regionCode, recognisedBy, documentNumber } = one;
    const days = {
      recognisedOn: one.recognisedOn.toISOString().slice(0, 10),
      validTo: one.validTo?.toISOString().slice(0, 10) ?? null,
      withdrawnOn: one.withdrawnOn?.toISOString().slice(0, 10) ?? null,
    };
    const standing = { subjectKind: "workshop", subjectId: id, voidedAt: null };
    const files = await tx.workFile.count({ where: standing });
    const proofs = await tx.workFile.count({ where: { ...standing, kind: "RECOGNITION" } });
    const state = workshopStateOn({ ...days, proofs }, on);
    const jobs = await jobsOf(tx, id, [on, ...yearEndsBefore(on, YEAR_ENDS)]);
    const employer = await tx.employer.findUnique({
      where: { id: employerId },
      select: { name: true },
    });
    return {
      ...{ id, countyCode, employerId, name, regionCode, recognisedBy, documentNumber },
      ...{
        ...days,
        withdrawnReason: one.withdrawnReason,
        version: one.version,
        state,
        files,
        jobs,
      },
      countyName: regionName(countyCode) ?? countyCode,
      employerName: employer?.name ?? "",
      placeName: await placeName(tx, regionCode),
      isWorkingOn: isWorkingOn(state, jobs[0]?.workers ?? 0),
      mayWrite: one.withdrawnOn === null && may(actor, "workshop.write", countyCode, on),
    };
  });
}

async function jobsOf(tx: Tx, id: string, days: readonly string[]): Promise<JobsOnDay[]> {
  const figures = days.map(
    (on) => Prisma.sql`SELECT ${on}::text AS "on", ${workersOf(on, false)} AS workers,
      ${workersOf(on, true)} AS "poorWorkers" FROM poverty_workshop w WHERE w.id = ${id}::uuid`,
  );
  return tx.$queryRaw<JobsOnDay[]>`
    SELECT * FROM (${Prisma.join(figures, " UNION ALL ")}) AS j ORDER BY j."on" DESC`;
}

async function placeName(tx: Tx, code: string): Promise<string> {
  const codes = [code.slice(0, 6), code.slice(0, 9), code];
  const rows = await tx.region.findMany({
    where: { code: { in: codes } },
    select: { code: true, name: true },
    orderBy: { code: "asc" },
  });
  return rows.map(({ name }) => name).join("") || code;
}
