import {
  addEmployer,
  findEmployerByCode,
  findEmployerByName,
} from "~/data/employers/employer-store.server";
import { mayLackCode } from "~/domain/employers/employer";
import type { PlacementFiling } from "~/domain/placements/filing";
import { withoutBlanks } from "~/domain/shared/cell-text";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import type { Tx } from "~/platform/prisma/client.server";
import type { PlacementFacts } from "./placement-columns.server";
import { settleWorkplace, type WorkplaceRefusal } from "./settle-workplace.server";

export type FilingRefusal =
  | WorkplaceRefusal
  | { readonly kind: "employerUnknown" }
  | { readonly kind: "employerUnnamed" }
  /** The code is another name's: one of the two is mistyped. */
  | { readonly kind: "employerOtherName"; readonly name: string }
  | { readonly kind: "employerAmbiguous" }
  | { readonly kind: "linkUnknown"; readonly field: "batchId" | "vacancyId" | "classId" };

interface By {
  readonly countyCode: string;
  readonly userId: string;
  readonly now: Date;
}

/** Finds what the filing names; an employer told by a sound code and a name is added when nobody has entered it. */
export async function settleFiling(
  tx: Tx,
  filing: PlacementFiling,
  by: By,
): Promise<Outcome<PlacementFacts, FilingRefusal>> {
  const workplace = settleWorkplace(filing.workplaceCode, filing.workplaceText);
  if (!workplace.ok) return workplace;
  const field = await unknownLink(tx, filing, by.countyCode);
  if (field !== null) return refused({ kind: "linkUnknown", field });
  const employer = await settleEmployer(tx, filing, by);
  if (!employer.ok) return employer;
  const { form, workerGroup, arrangement, startedOn } = filing;
  const {
    contractKind,
    contractFrom,
    contractTo,
    jobTitle,
    monthlyWageFen,
    note,
    batchId,
    vacancyId,
    classId,
  } = filing;
  return done({
    ...{ employer: employer.value, workplaceCode: workplace.value },
    ...{ form, workerGroup, arrangement, startedOn },
    ...{ jobTitle, contractKind, contractFrom, contractTo, monthlyWageFen, note },
    ...{ batchId, vacancyId, classId },
  });
}

type Settled = Outcome<PlacementFacts["employer"], FilingRefusal>;

async function settleEmployer(tx: Tx, filing: PlacementFiling, by: By): Promise<Settled> {
  const { creditCode, employerName: name, employerKind: kind } = filing;
  if (creditCode !== null) {
    const known = await findEmployerByCode(tx, creditCode);
    if (known !== null) {
      const isSame = name === "" || plain(name) === plain(known.name);
      if (!isSame) return refused({ kind: "employerOtherName", name: known.name });
      return done({ id: known.id, name: known.name });
    }
    if (name === "") return refused({ kind: "employerUnnamed" });
  } else {
    const named = await findEmployerByName(tx, name, by.countyCode);
    if (named === "ambiguous") return refused({ kind: "employerAmbiguous" });
    if (named !== null) return done({ id: named.id, name });
    if (!mayLackCode(kind)) return refused({ kind: "employerUnknown" });
  }
  const facts = { creditCode, name, kind, ownerCode: by.countyCode };
  const { employer } = await addEmployer(tx, facts, by);
  return done({ id: employer.id, name: employer.name });
}

/** Batches and classes are the county's own; a vacancy may be anybody's. */
async function unknownLink(
  tx: Tx,
  { batchId, vacancyId, classId }: PlacementFiling,
  countyCode: string,
): Promise<"batchId" | "vacancyId" | "classId" | null> {
  const isHere = (id: string) => ({ where: { id, countyCode } });
  if (batchId !== null && (await tx.labourBatch.count(isHere(batchId))) === 0) return "batchId";
  if (classId !== null && (await tx.trainingClass.count(isHere(classId))) === 0) return "classId";
  const isOffered =
    vacancyId === null || (await tx.vacancy.count({ where: { id: vacancyId } })) > 0;
  return isOffered ? null : "vacancyId";
}

/** Brackets and blanks are written either way. */
function plain(name: string): string {
  return withoutBlanks(name.normalize("NFKC"));
}
