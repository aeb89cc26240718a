import type { ClientBase } from "pg";
import { firstFollowUpOn } from "~/domain/placements/follow-up-schedule";
import { speaksForLine } from "~/domain/placements/registry-match";
import type { KnownPerson } from "~/domain/rosters/cross-check";
import { matchRow, type KnownRecord } from "~/domain/rosters/match-row";
import {
  formToWrite,
  placementDifferences,
  type KnownPlacement,
} from "~/domain/rosters/placement-differences";
import {
  engagementFindings,
  otherNameFinding,
  unknownBatchFinding,
} from "~/domain/rosters/placement-findings";
import { keptElsewhereFinding } from "~/domain/rosters/other-county";
import { placementKey } from "~/domain/rosters/placement-memory";
import type { CheckedPlacement } from "~/domain/rosters/placement-row";
import { regionCode } from "~/domain/shared/region-code";
import { workplaceName } from "~/data/placements/workplace-name.server";
import { regionName } from "~/platform/reference/region-codes.server";
import { indexesOf, keyOf, type Answer } from "./import-intake.server";
import * as lookup from "./import-lookup.server";
import { batchesByName } from "./placement-batches.server";
import * as placements from "./placement-lookup.server";

type Read = placements.ReadPlacement;

interface Asked {
  /** Headers of the file's columns under which findings stand. */
  readonly headers: {
    readonly name: string;
    readonly idCardNumber: string;
    readonly employer: string;
    readonly batch: string;
  };
  /** The import's county or prefecture. */
  readonly countyCode: string;
}

/** All that is known about a batch outside its file, in seven questions and one per county for the namesakes. */
export async function placementAnswers(
  client: ClientBase,
  reads: readonly Read[],
  { headers, countyCode }: Asked,
): Promise<readonly Answer[]> {
  const people = await lookup.lookUpPeople(client, indexesOf(reads));
  const registry = await placements.registryAnswers(client, reads);
  const lines = await placements.standingPlacements(client, reads);
  const engagements = await placements.otherEngagements(client, reads, lines);
  const employers = await placements.employerNames(client, reads);
  const batches = await batchesByName(client, reads);
  const unknown = reads.map((read, at) => ({ read, answer: registry.get(at) ?? null }));
  const namesakes = await namesakesOf(
    client,
    unknown.filter(({ read }) => !people.has(keyOf(read))),
  );
  const elsewhere = await placements.keptElsewhere(client, reads);
  return reads.map((read, at) => {
    const { checked } = read;
    const answer = registry.get(at) ?? null;
    const line = lines.get(at) ?? null;
    const person = lookup.recordOf(people.get(keyOf(read)), read);
    const county = checked.homeCounty?.code ?? countyCode;
    const batchId = batches.get(at) ?? null;
    const known = { answer, line, person, county, batchId };
    const stored = storedOf(checked, known);
    if (elsewhere.has(at) || (person === null && isElsewhere(answer, county))) {
      return { ...refusedElsewhere(read, headers), stored: { ...stored, address: "" } };
    }
    const facts = {
      duplicate: read.duplicate,
      registry: answer === null ? undefined : answer.entry,
      person,
      // A line is of its person's county (placement_at_home), so whoever sees it sees him.
      line: line === null ? null : person,
      // Whose line this file may not bring, of him it is told nothing more.
      also:
        checked.homeCounty === null
          ? []
          : [
              ...engagementFindings(checked, engagements.get(at) ?? [], headers),
              ...otherNameFinding(checked, employers.get(checked.fields.creditCode ?? ""), headers),
              ...unknownBatchFinding(checked, batchId, headers.batch),
            ],
      lineDifferences: line === null ? [] : differencesOf(checked, line, batchId),
      sameNamed: namesakes.get(read) ?? [],
    };
    const scope = { code: regionCode(county), name: regionName(county) ?? county };
    const matched = matchRow(checked, facts, {
      ...{ headers, county: { ...scope, otherNames: new Set<string>() } },
      unverified: "不计入任务完成数",
    });
    const address = matched.matching === "new" ? homeAddress(checked) : "";
    return { ...matched, stored: { ...stored, address } };
  });
}

/** What is known of a row's person outside the file, and the county the row is of. */
interface Known {
  readonly answer: placements.RegistryAnswer | null;
  readonly line: KnownPlacement | null;
  readonly person: KnownRecord | null;
  readonly county: string;
  /** Of the batch that the row names, when the county has it. */
  readonly batchId: string | null;
}

/** Of whom nobody has a record, the registry says whose he is. */
function isElsewhere(answer: placements.RegistryAnswer | null, county: string): boolean {
  const code = answer?.entry?.countyCode ?? null;
  return code !== null && code !== county;
}

function refusedElsewhere({ checked, duplicate }: Read, headers: Asked["headers"]) {
  const own = duplicate === null ? checked.findings : [...checked.findings, duplicate];
  const findings = [...own, keptElsewhereFinding(checked, headers)];
  return { findings, matching: "new" as const, differences: [] };
}

function differencesOf(
  { fields, note }: CheckedPlacement,
  line: KnownPlacement,
  batchId: string | null,
) {
  const batchName = batchId === null ? "" : fields.batchName;
  return placementDifferences({ ...fields, batchName, note }, line, workplaceName);
}

/** Where a person not met before lives, as far as the ledger says. */
function homeAddress({ homeCounty, fields }: CheckedPlacement): string {
  return `${homeCounty?.name ?? ""}${fields.township}${fields.village}`;
}

function storedOf(
  checked: CheckedPlacement,
  { answer, line, person, county: countyCode, batchId }: Known,
): Omit<Answer["stored"], "address"> {
  const { fields, homeCounty, note, values } = checked;
  const { startedOn, endedOn } = fields;
  const isAsked = startedOn !== null && endedOn === null;
  const speaks = (name: string | null | undefined) =>
    answer?.entry != null && name != null && speaksForLine(answer.entry, { name, countyCode });
  return {
    ...{ declaredRegistered: null, declaredStatus: "", trade: "", note },
    homeCountyCode: homeCounty?.code ?? null,
    fields: {
      ...placementKey(checked),
      ...fields,
      form: formToWrite(fields, line),
      placementId: line?.id ?? null,
      batchId,
      nextFollowUpOn: isAsked ? firstFollowUpOn(startedOn) : null,
      // The registry vouches for a number under its own name; which of two names goes in is decided afterwards.
      ...{ verifiesGiven: speaks(values.name), verifiesKnown: speaks(person?.name) },
    },
    verifiedSnapshotId: answer?.snapshotId ?? null,
    verifiedCategory: answer?.category ?? null,
    registryCountyCode: answer?.entry?.countyCode ?? null,
  };
}

/** Registered people of the same county and name, for rows whose number neither ledger nor registry knows. */
async function namesakesOf(
  client: ClientBase,
  asked: readonly { readonly read: Read; readonly answer: placements.RegistryAnswer | null }[],
): Promise<ReadonlyMap<Read, KnownPerson[]>> {
  const scopes = new Map<string, { snapshotId: string; countyCode: string; reads: Read[] }>();
  for (const { read, answer } of asked) {
    const countyCode = read.checked.homeCounty?.code;
    if (answer === null || answer.entry !== null || countyCode === undefined) continue;
    const key = `${answer.snapshotId} ${countyCode}`;
    const scope = scopes.get(key) ?? { snapshotId: answer.snapshotId, countyCode, reads: [] };
    scope.reads.push(read);
    scopes.set(key, scope);
  }
  const found = new Map<Read, KnownPerson[]>();
  for (const scope of scopes.values()) {
    const names = scope.reads.map(({ checked }) => checked.values.name);
    const asking = [...new Set(names.filter((name) => name !== null))];
    const same = await lookup.lookUpNamesakes(client, scope, asking);
    for (const read of scope.reads) found.set(read, same.get(read.checked.values.name ?? "") ?? []);
  }
  return found;
}
