import { findParameterValue, withdrawValue } from "~/data/rules/parameter-store.server";
import { leaveTrail } from "~/data/trail/trail-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { PARAMETERS, toParameterId } from "~/domain/rules/parameter";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { isUuid } from "~/platform/http/list-address.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type WithdrawParameterRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "alreadyWithdrawn" }
  /** It stands and falls with its rule pack. */
  | { readonly kind: "ofPack" };

/** Takes a value out of force; the row stays, marked. */
export function withdrawParameter(
  actor: Actor,
  valueId: string,
  now: Date,
): Promise<Outcome<null, WithdrawParameterRefusal>> {
  if (!isUuid(valueId)) return Promise.resolve(refused({ kind: "notFound" }));
  return inTransaction(actor, async (tx) => {
    const value = await findParameterValue(tx, valueId);
    if (value === null) return refused({ kind: "notFound" });
    if (!may(actor, "parameter.write", value.regionCode, dayInChina(now))) {
      return refused({ kind: "forbidden" });
    }
    if (value.withdrawnAt !== null) return refused({ kind: "alreadyWithdrawn" });
    if (value.packId !== null) return refused({ kind: "ofPack" });
    if (!(await withdrawValue(tx, valueId, now))) return refused({ kind: "alreadyWithdrawn" });
    const parameter = toParameterId(value.parameter);
    await leaveTrail(tx, {
      at: now,
      actorId: actor.userId,
      actorName: actor.name,
      action: "parameter.withdraw",
      subjectKind: "parameterValue",
      subjectId: valueId,
      countyCode: value.regionCode,
      detail: {
        name: parameter === null ? value.parameter : PARAMETERS[parameter].label,
        before: Number(value.value),
      },
    });
    return done(null);
  });
}
