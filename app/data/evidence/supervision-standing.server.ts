import type { SupervisionParty } from "~/domain/evidence/supervision";
import type { Tx } from "~/platform/prisma/client.server";

/** How many signed records of each party stand for the class; one that was voided does not. */
export async function supervisionStanding(
  tx: Tx,
  classId: string,
): Promise<Readonly<Record<SupervisionParty, number>>> {
  const groups = await tx.supervisionRecord.groupBy({
    by: ["party"],
    where: { classId, voidedAt: null },
    _count: true,
  });
  const count = (party: SupervisionParty) =>
    groups.find((group) => group.party === party)?._count ?? 0;
  return { hrssBureau: count("hrssBureau"), secondedOfficial: count("secondedOfficial") };
}
