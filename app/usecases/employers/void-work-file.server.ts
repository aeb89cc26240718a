import {
  findWorkFile,
  findWorkSubject,
  voidWorkFile,
} from "~/data/employers/work-file-store.server";
import { leaveWorkTrail } from "~/data/employers/work-trail.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import {
  WORK_FILE_ACTIONS,
  WORK_FILE_LABELS,
  type WorkFileSubject,
} from "~/domain/employers/work-file";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type VoidWorkFileRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "closed" }
  | { readonly kind: "reasonMissing" }
  | { readonly kind: "alreadyVoid" };

/** A proof that proves nothing stays where it is, void, with the reason; it counts no more. */
export function setWorkFileAside(
  actor: Actor,
  asked: {
    readonly subject: WorkFileSubject;
    readonly workFileId: string;
    readonly reason: string;
  },
  now: Date,
): Promise<Outcome<null, VoidWorkFileRefusal>> {
  return inTransaction(actor, async (tx) => {
    const file = await findWorkFile(tx, asked.workFileId);
    const subject = await findWorkSubject(tx, asked.subject.kind, asked.subject.id);
    if (file === null || subject === null || file.subjectId !== subject.id) {
      return refused({ kind: "notFound" });
    }
    if (!may(actor, WORK_FILE_ACTIONS[subject.kind], subject.countyCode, dayInChina(now))) {
      return refused({ kind: "forbidden" });
    }
    if (subject.isClosed) return refused({ kind: "closed" });
    const reason = withNumbersMasked(asked.reason.trim().slice(0, 300));
    if (reason === "") return refused({ kind: "reasonMissing" });
    if (!(await voidWorkFile(tx, file.id, reason, { actor, now }))) {
      return refused({ kind: "alreadyVoid" });
    }
    const detail = { purpose: WORK_FILE_LABELS[file.kind], fileId: file.id, reason };
    await leaveWorkTrail(tx, actor, subject, "workFile.void", now, detail);
    return done(null);
  });
}
