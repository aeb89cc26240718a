import { Readable } from "node:stream";
import type { Actor } from "~/domain/access/actor";
import { packText, readPack, type RulePackFile } from "~/domain/rules/pack";
import type { ParameterId } from "~/domain/rules/parameter";
import { storeFile } from "~/platform/evidence-store.server";
import { newId } from "~/platform/id.server";
import { importPack } from "~/usecases/rules/import-pack.server";

const FILLED: Partial<Record<ParameterId, number>> = {
  "claim.agencyMinMonths": 3,
  "claim.agencyPerson": 300,
  "claim.maxAge": 60,
  "claim.minAttendancePercent": 80,
  "claim.outworkElsewhere": 800,
  "claim.outworkInProvince": 300,
  "claim.outworkMinMonths": 3,
  "claim.outworkShanghai": 1000,
  "claim.personYearCeiling": 5000,
  "claim.postPersonMonth": 800,
  "claim.stableMinMonths": 3,
  "claim.stablePerson": 500,
  "claim.trainingPerYear": 2,
  "claim.trainingPersonDay": 50,
  "claim.trainingPersonMonth": 1000,
  "claim.windowDays": 180,
  "class.unitCostPersonDay": 200,
  "class.unitCostPersonMonth": 3000,
};

/** A pack of invented local standards, with every number that a claim asks for; throws where it is none. */
export function aPackFile(
  values: Partial<Record<ParameterId, number>> = FILLED,
  head: Partial<Omit<RulePackFile, "values">> = {},
): RulePackFile {
  const file = {
    ...{ format: "rule-pack/1", name: "示例补贴标准（虚构）", edition: "2020 年第一版" },
    ...{ regionCode: "532300", issuer: "某州人力资源和社会保障局" },
    ...{ documentNumber: "某人社发〔2020〕1号", issuedOn: "2020-01-01", ...head },
    values: Object.entries(values).map(([parameter, value]) => ({
      ...{ parameter, value, fromOn: "2020-01-01", toOn: null, clause: "第三条" },
    })),
  };
  const read = readPack(JSON.stringify(file));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.pack;
}

/** The pack brought in by the actor, as by the page; its id. Throws when it is refused. */
export async function bringPack(actor: Actor, pack: RulePackFile, at: Date): Promise<string> {
  const fileId = newId();
  await storeFile(fileId, Readable.from([Buffer.from(packText(pack))]), 1_000_000);
  const outcome = await importPack(actor, fileId, at);
  if (!outcome.ok) throw new Error(`the pack is refused: ${outcome.refusal.kind}`);
  return outcome.value;
}
