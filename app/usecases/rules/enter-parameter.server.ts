import { hasValueFrom, saveParameterValue } from "~/data/rules/parameter-store.server";
import { leaveTrail } from "~/data/trail/trail-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { PARAMETERS } from "~/domain/rules/parameter";
import type { ParameterForm } from "~/domain/rules/parameter-form";
import { needsPack } from "~/domain/rules/parameter-range";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { newId } from "~/platform/id.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type EnterParameterRefusal = {
  /** needsPack: the number moves money, and two people have to sign for it. */
  readonly kind: "forbidden" | "needsPack" | "sameDay";
};

/** Appends a value to the series of an area; nothing that stands is rewritten. */
export function enterParameter(
  actor: Actor,
  form: ParameterForm,
  now: Date,
): Promise<Outcome<string, EnterParameterRefusal>> {
  const { regionCode, parameter, value, fromOn, toOn, source } = form;
  if (!may(actor, "parameter.write", regionCode, dayInChina(now))) {
    return Promise.resolve(refused({ kind: "forbidden" }));
  }
  if (needsPack(parameter)) return Promise.resolve(refused({ kind: "needsPack" }));
  return inTransaction(actor, async (tx) => {
    const id = newId();
    const entered = { enteredBy: actor.userId, enteredByName: actor.name, enteredAt: now };
    const row = { ...form, ...entered, id };
    if (await hasValueFrom(tx, row)) return refused({ kind: "sameDay" });
    await saveParameterValue(tx, row);
    await leaveTrail(tx, {
      at: now,
      actorId: actor.userId,
      actorName: actor.name,
      action: "parameter.enter",
      subjectKind: "parameterValue",
      subjectId: id,
      countyCode: regionCode,
      detail: {
        ...{ name: PARAMETERS[parameter].label, after: value, parameter },
        ...{ from: fromOn, to: toOn, source },
      },
    });
    return done(id);
  });
}
