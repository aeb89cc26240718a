import { anActor } from "#test/builders/actor";
import { aPackFile, bringPack } from "#test/builders/rule-pack";
import { AT } from "./two-editions";

/** A rule pack of the county that waits to be signed off. */
export async function packOf(county: string): Promise<{ readonly packId: string }> {
  const pack = aPackFile({ "claim.stablePerson": 500 }, { regionCode: county });
  return { packId: await bringPack(anActor("reviewer", county), pack, AT) };
}
