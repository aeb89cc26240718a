import type { Actor } from "~/domain/access/actor";
import { evidenceForm } from "~/domain/placements/evidence";
import { addEvidence } from "~/usecases/placements/add-evidence.server";
import { tinyPng } from "#test/builders/tiny-png";
import type { TestPlatform } from "#test/support/test-platform";
import { AT, received, value } from "./two-editions";

/** A certificate of work with the person's placement, in the store as an officer sends it. */
export async function proofOfWork(
  officer: Actor,
  personId: string,
  { owner }: TestPlatform,
): Promise<{ readonly evidenceId: string }> {
  const placements = await owner.query<{ id: string }>(
    "SELECT id FROM placement WHERE person_id = $1",
    [personId],
  );
  const placementIds = [placements.rows[0]?.id ?? ""];
  const form = evidenceForm.parse({ kind: "WORK_CERTIFICATE", fromMonth: "2020-05" });
  const file = await received(tinyPng(), "务工证明.png");
  value(await addEvidence(officer, { placementIds, form }, file, AT));
  const { rows } = await owner.query<{ id: string }>(
    "SELECT id FROM placement_evidence WHERE placement_id = $1 ORDER BY uploaded_at DESC LIMIT 1",
    placementIds,
  );
  return { evidenceId: rows[0]?.id ?? "" };
}
