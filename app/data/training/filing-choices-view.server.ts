import type { Actor } from "~/domain/access/actor";
import { PLAN_STATE_LABELS, planLabel, type PlanState } from "~/domain/training/plan";
import { isSuspendedOn } from "~/domain/training/provider";
import { shanghaiDistricts } from "~/data/regions/region-name-view.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";

interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface FilingChoices {
  readonly plans: readonly Choice[];
  readonly providers: readonly Choice[];
  /** Where the implementing unit may sit: the county and what is above it, or Shanghai. */
  readonly implementers: readonly { readonly label: string; readonly options: readonly Choice[] }[];
}

/** What the form of a filing offers in a county; whatever is wrong with a choice stands beside it. */
export function listFilingChoices(
  actor: Actor,
  countyCode: string,
  on: string,
): Promise<FilingChoices> {
  return inTransaction(actor, async (tx) => {
    const plans = await tx.trainingPlan.findMany({
      where: { countyCode },
      orderBy: [{ year: "desc" }, { title: "asc" }],
      select: { id: true, year: true, title: true, state: true },
    });
    const providers = await tx.trainingProvider.findMany({
      where: { countyCode },
      orderBy: { name: "asc" },
      select: {
        ...{ id: true, name: true },
        suspensions: { select: { fromOn: true, toOn: true } },
      },
    });
    return {
      plans: plans.map(({ id, year, title, state }) => ({
        value: id,
        label: `${planLabel({ year, title })}${state === "approved" ? "" : `（${PLAN_STATE_LABELS[state as PlanState]}）`}`,
      })),
      providers: providers.map(({ id, name, suspensions }) => {
        const periods = suspensions.map(({ fromOn, toOn }) => ({
          fromOn: fromOn.toISOString().slice(0, 10),
          toOn: toOn?.toISOString().slice(0, 10) ?? null,
        }));
        return { value: id, label: `${name}${isSuspendedOn(periods, on) ? "（暂停承训）" : ""}` };
      }),
      implementers: implementersFor(countyCode),
    };
  });
}

function implementersFor(countyCode: string): FilingChoices["implementers"] {
  const own = [countyCode, `${countyCode.slice(0, 4)}00`, `${countyCode.slice(0, 2)}0000`];
  const choice = (code: string) => ({ value: code, label: regionName(code) ?? code });
  const districts = shanghaiDistricts().map(({ code, name }) => ({ value: code, label: name }));
  return [
    { label: "云南", options: own.map(choice) },
    { label: "上海", options: [{ value: "310000", label: "上海市" }, ...districts] },
  ];
}
