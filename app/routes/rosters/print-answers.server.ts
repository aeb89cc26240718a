import type { Actor } from "~/domain/access/actor";
import type { RosterKind } from "~/domain/rosters/roster";
import { now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { printWageRoster, type PrintWagesRefusal } from "~/usecases/posts/print-wage-roster.server";
import { printRoster, type PrintRefusal } from "~/usecases/rosters/print-roster.server";

/** Makes the paper of either kind, or says why there is none. */
export async function answerPrint(
  actor: Actor,
  roster: { readonly id: string; readonly kind: RosterKind },
  purpose: string,
) {
  const asked = { rosterId: roster.id, purpose };
  switch (roster.kind) {
    case "TRAINING": {
      const made = await printRoster(actor, asked, now());
      return made.ok
        ? { kind: "TRAINING" as const, printed: made.value }
        : { kind: "refused" as const, message: messageOf(made.refusal) };
    }
    case "WAGES": {
      const made = await printWageRoster(actor, asked, now());
      return made.ok
        ? { kind: "WAGES" as const, printed: made.value }
        : { kind: "refused" as const, message: wagesMessageOf(made.refusal) };
    }
  }
}

function messageOf(refusal: PrintRefusal): string {
  switch (refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "purposeMissing":
      return "请写明打印用途";
    case "empty":
      return "花名册上没有学员，无可打印";
    case "tooMany":
      return `本册 ${refusal.headcount} 人，超过一次打印的上限 2000 人，请改用导出`;
  }
}

function wagesMessageOf(refusal: PrintWagesRefusal): string {
  switch (refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "purposeMissing":
      return "请写明打印用途";
    case "empty":
      return "工资表没有审核通过（或已退回），现在没有可签收的人";
  }
}
