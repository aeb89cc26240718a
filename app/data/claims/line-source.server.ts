import type { ClaimSource } from "~/domain/claims/claim";
import type { Tx } from "~/platform/prisma/client.server";

/** Where the proved thing of a line stands: addresses of its page, and of what belongs to it. */
export interface LineSource {
  readonly label: string;
  readonly to: string;
  /** The class of a roster line, the appointment of a wage line. */
  readonly whole: { readonly label: string; readonly to: string } | null;
}

export async function lineSource(
  tx: Tx,
  { sourceKind, sourceId }: { readonly sourceKind: ClaimSource; readonly sourceId: string },
): Promise<LineSource> {
  switch (sourceKind) {
    case "ROSTER_LINE": {
      const line = await tx.rosterLine.findUnique({
        where: { id: sourceId },
        select: { rosterId: true, roster: { select: { classId: true } } },
      });
      const classId = line?.roster.classId ?? null;
      return {
        label: "花名册上的本人",
        to: line === null ? "" : `/rosters/${line.rosterId}/signing?line=${sourceId}`,
        whole: classId === null ? null : { label: "培训班", to: `/classes/${classId}` },
      };
    }
    case "PLACEMENT":
      return { label: "就业登记和佐证", to: `/placements/${sourceId}`, whole: null };
    case "WAGE_LINE": {
      const line = await tx.wageLine.findUnique({
        where: { id: sourceId },
        select: { sheetId: true, appointmentId: true },
      });
      return {
        label: "工资表上的本人",
        to: line === null ? "" : `/wage-sheets/${line.sheetId}/lines/${sourceId}`,
        whole:
          line === null
            ? null
            : { label: "聘用登记", to: `/posts/appointments/${line.appointmentId}` },
      };
    }
  }
}
