import type { InkElement } from "~/domain/evidence/line-proofs";
import type { Tx } from "~/platform/prisma/client.server";

/** Whether ink given without paper stands for a line, or all of it was voided. */
export type ScreenInk = "standing" | "voided";

/** Of these lines those that have, or had, such ink; for whatever version of the line. */
export async function screenInkOf(
  tx: Tx,
  lineIds: readonly string[],
): Promise<(lineId: string, element: InkElement) => ScreenInk | null> {
  const rows = await tx.$queryRaw<{ lineId: string; element: InkElement; stands: boolean }[]>`
    SELECT line_id AS "lineId", element, bool_or(voided_at IS NULL) AS stands
    FROM acknowledgement WHERE line_id = ANY (${lineIds}::uuid[]) AND method <> 'paper'
    GROUP BY line_id, element`;
  const found = new Map(rows.map((row) => [`${row.lineId}/${row.element}`, row.stands]));
  return (lineId, element) => {
    const stands = found.get(`${lineId}/${element}`);
    if (stands === undefined) return null;
    return stands ? "standing" : "voided";
  };
}
