import type { Actor } from "~/domain/access/actor";
import { inForce } from "~/domain/access/actor";
import { countiesFor, may } from "~/domain/access/policy";
import { PARAMETER_IDS, type ParameterId } from "~/domain/rules/parameter";
import { regionChoices, type RegionChoice } from "~/data/regions/region-name-view.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";

export interface ParameterRow {
  readonly id: string;
  readonly regionName: string;
  readonly value: number;
  readonly fromOn: string;
  readonly toOn: string | null;
  readonly source: string;
  readonly enteredByName: string;
  readonly enteredAt: string;
  readonly state: "inForce" | "ahead" | "over" | "withdrawn";
  /** An instant, ISO 8601; null while it stands. */
  readonly withdrawnAt: string | null;
  /** The rule pack it came with, and falls with. */
  readonly packId: string | null;
  readonly mayWithdraw: boolean;
}

export interface ParameterSeries {
  readonly parameter: ParameterId;
  readonly rows: readonly ParameterRow[];
}

/** Every parameter with the values that hold in the actor's areas, the latest of each area first. */
export async function viewParameters(actor: Actor, on: string): Promise<ParameterSeries[]> {
  const rows = await inTransaction(actor, (tx) =>
    tx.parameterValue.findMany({
      orderBy: [{ regionCode: "asc" }, { fromOn: "desc" }, { id: "desc" }],
    }),
  );
  const shown = rows.map(({ parameter, regionCode, value, withdrawnAt, ...row }) => {
    const fromOn = row.fromOn.toISOString().slice(0, 10);
    const toOn = row.toOn?.toISOString().slice(0, 10) ?? null;
    const isWithdrawn = withdrawnAt !== null;
    const standing = stateOn(fromOn, toOn, on);
    const { id, source, enteredByName, packId } = row;
    return {
      ...{ parameter, id, source, enteredByName, fromOn, toOn, packId },
      value: Number(value),
      regionName: regionName(regionCode) ?? regionCode,
      enteredAt: row.enteredAt.toISOString(),
      withdrawnAt: withdrawnAt?.toISOString() ?? null,
      state: isWithdrawn ? ("withdrawn" as const) : standing,
      mayWithdraw: !isWithdrawn && packId === null && may(actor, "parameter.write", regionCode, on),
    };
  });
  return PARAMETER_IDS.map((id) => ({
    parameter: id,
    rows: shown.flatMap(({ parameter, ...row }) => (parameter === id ? [row] : [])),
  }));
}

/** The areas for which the actor may enter values. */
export function parameterAreas(actor: Actor, on: string): RegionChoice[] {
  return regionChoices(countiesFor(actor, "parameter.write", on));
}

function stateOn(from: string, to: string | null, on: string): "inForce" | "ahead" | "over" {
  if (inForce({ from, to }, on)) return "inForce";
  return on < from ? "ahead" : "over";
}
