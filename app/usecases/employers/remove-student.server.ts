import { changeStudent, findStudent } from "~/data/employers/student-store.server";
import { leaveWorkTrail } from "~/data/employers/work-trail.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type RemoveStudentRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "removed" }
  | { readonly kind: "reasonMissing" }
  | { readonly kind: "changedByOthers" };

/** Sets a registration made by mistake aside; the row and its steps stay, with the reason. */
export function removeStudent(
  actor: Actor,
  asked: { readonly studentId: string; readonly version: number; readonly reason: string },
  now: Date,
): Promise<Outcome<null, RemoveStudentRefusal>> {
  return inTransaction(actor, async (tx) => {
    const student = await findStudent(tx, asked.studentId);
    if (student === null) return refused({ kind: "notFound" });
    if (!may(actor, "student.write", student.countyCode, dayInChina(now))) {
      return refused({ kind: "forbidden" });
    }
    if (student.isRemoved) return refused({ kind: "removed" });
    const reason = withNumbersMasked(asked.reason.trim().slice(0, 300));
    if (reason === "") return refused({ kind: "reasonMissing" });
    if (student.version !== asked.version) return refused({ kind: "changedByOthers" });
    if (!(await changeStudent(tx, student, { removedAt: now, removedReason: reason }))) {
      return refused({ kind: "changedByOthers" });
    }
    await leaveWorkTrail(tx, actor, student, "student.remove", now, { reason });
    return done(null);
  });
}
