import type { ClientBase } from "pg";
import { speaksForLine } from "~/domain/placements/registry-match";
import type { KnownPerson } from "~/domain/rosters/cross-check";
import { keptElsewhereFinding } from "~/domain/rosters/other-county";
import { matchRow, type KnownRecord } from "~/domain/rosters/match-row";
import {
  postDifferences,
  standingFindings,
  type KnownPost,
} from "~/domain/rosters/post-differences";
import {
  otherTermsFindings,
  recordFindings,
  type PostHeaders,
  type TermInFile,
} from "~/domain/rosters/post-findings";
import { postKey } from "~/domain/rosters/post-memory";
import type { CheckedPost } from "~/domain/rosters/post-row";
import { regionCode } from "~/domain/shared/region-code";
import { regionName } from "~/platform/reference/region-codes.server";
import { indexesOf, keyOf, type Answer } from "./import-intake.server";
import * as lookup from "./import-lookup.server";
import * as posts from "./post-lookup.server";

type Read = posts.ReadPost;

interface Asked {
  readonly importId: string;
  /** Headers of the file's columns under which findings stand. */
  readonly headers: PostHeaders;
  readonly countyCode: string;
  /** The terms of the same person further up in the file. */
  readonly inFile: (row: CheckedPost) => readonly TermInFile[];
}

/** All that is known about a batch outside its file, in a dozen questions and one per export for the namesakes. */
export async function postAnswers(
  client: ClientBase,
  reads: readonly Read[],
  asked: Asked,
): Promise<readonly Answer[]> {
  const { headers, countyCode } = asked;
  const people = await lookup.lookUpPeople(client, indexesOf(reads));
  const registry = await posts.registryEntries(client, reads, countyCode);
  const known = await posts.standingPosts(client, reads, countyCode);
  const against = await posts.againstPosts(client, reads, known, countyCode);
  const recorded = await posts.termsOnRecord(client, reads, asked.importId);
  const namesakes = await namesakesOf(client, reads, { countyCode, registry });
  const county = { code: regionCode(countyCode), name: regionName(countyCode) ?? countyCode };
  const context = {
    ...{ headers, county: { ...county, otherNames: new Set<string>() } },
    unverified: "入册后标为未查验",
  };
  return reads.map((read, at) => {
    const line = known.get(at) ?? null;
    const answer = registry.get(at) ?? null;
    const person = lookup.recordOf(people.get(keyOf(read)), read);
    const checked = withReasonOnRecord(read.checked, line);
    const stored = storedOf(checked, { line, answer, person, countyCode });
    if (person === null && isElsewhere(answer, countyCode)) {
      return { ...refusedElsewhere(read, headers), stored: { ...stored, address: "" } };
    }
    const facts = {
      duplicate: read.duplicate,
      registry: answer === null ? undefined : answer.entry,
      person,
      line: line === null ? null : (person ?? unseen(read, line.name)),
      also: alsoFound(checked, {
        ...{ line, headers, against: against.get(at) },
        inFile: onceEach([...recorded(read), ...asked.inFile(read.checked)]),
      }),
      lineDifferences: line === null ? [] : postDifferences(checked, line),
      sameNamed: namesakes.get(read) ?? [],
    };
    const matched = matchRow(checked, facts, context);
    const address = matched.matching === "new" ? homeAddress(checked, county.name) : "";
    return { ...matched, stored: { ...stored, address } };
  });
}

/** Of whom nobody here has a record, the registry says whose he is. */
function isElsewhere(answer: posts.PostRegistryEntry | null, countyCode: string): boolean {
  const code = answer?.entry?.countyCode ?? null;
  return code !== null && code !== countyCode;
}

/** A county fills its posts with its own people, and writes nothing of another's. */
function refusedElsewhere({ checked, duplicate }: Read, headers: PostHeaders) {
  const own = duplicate === null ? checked.findings : [...checked.findings, duplicate];
  const findings = [...own, keptElsewhereFinding(checked, headers)];
  return { findings, matching: "new" as const, differences: [] };
}

/** A row corrected just now is remembered and on record. */
function onceEach(terms: readonly TermInFile[]): readonly TermInFile[] {
  return [...new Map(terms.map((one) => [one.sheetRow, one])).values()];
}

interface Found {
  readonly headers: PostHeaders;
  readonly line: KnownPost | null;
  readonly against: posts.AgainstPost | undefined;
  readonly inFile: readonly TermInFile[];
}

function alsoFound(checked: CheckedPost, { line, against, headers, inFile }: Found) {
  const { startsOn, endsOn, leftOn } = checked.fields;
  const last = leftOn ?? endsOn;
  const ofFile =
    startsOn === null || last === null || against === undefined
      ? []
      : otherTermsFindings(
          checked,
          { startsOn, endsOn: last },
          { others: inFile, gapDays: against.gapDays },
          headers,
        );
  return [
    ...ofFile,
    ...recordFindings(checked, against?.findings ?? [], headers),
    ...(line === null ? [] : standingFindings(checked, line, headers)),
  ];
}

/** A later edition need not repeat the reason that was once given for the same days. */
function withReasonOnRecord(checked: CheckedPost, line: KnownPost | null): CheckedPost {
  const { shortReason, endsOn } = checked.fields;
  if (line === null || line.shortReason === "" || shortReason !== "") return checked;
  if (line.endsOn !== endsOn) return checked;
  const asked = new Set(["term-short", "short-reason-missing"]);
  return { ...checked, findings: checked.findings.filter(({ kind }) => !asked.has(kind)) };
}

/** A person kept by another county is not seen: what the file says of him counts as the same. */
function unseen({ checked }: Read, name: string): KnownRecord {
  return { name, ethnicity: "", address: "", phone: checked.values.phone };
}

/** Where a person not met before lives, as far as the roster says. */
function homeAddress({ fields }: CheckedPost, county: string): string {
  return `${county}${fields.township}${fields.village}`;
}

interface Known {
  readonly line: KnownPost | null;
  readonly answer: posts.PostRegistryEntry | null;
  readonly person: KnownRecord | null;
  readonly countyCode: string;
}

function storedOf(
  checked: CheckedPost,
  { line, answer, person, countyCode }: Known,
): Omit<Answer["stored"], "address"> {
  const { fields, note, values } = checked;
  const speaks = (name: string | null | undefined) =>
    answer?.entry != null && name != null && speaksForLine(answer.entry, { name, countyCode });
  return {
    ...{ declaredRegistered: null, declaredStatus: "", trade: "", note },
    homeCountyCode: countyCode,
    fields: {
      ...fields,
      ...postKey(checked),
      appointmentId: line?.id ?? null,
      // The registry vouches for a number under its own name; which of two names goes in is decided afterwards.
      ...{ verifiesGiven: speaks(values.name), verifiesKnown: speaks(person?.name) },
    },
    verifiedSnapshotId: answer?.snapshotId ?? null,
    verifiedCategory: answer?.category ?? null,
    registryCountyCode: answer?.entry?.countyCode ?? null,
  };
}

/** Registered people of the county and name, for rows whose number neither persons nor registry know. */
async function namesakesOf(
  client: ClientBase,
  reads: readonly Read[],
  asked: {
    readonly countyCode: string;
    readonly registry: ReadonlyMap<number, posts.PostRegistryEntry>;
  },
): Promise<ReadonlyMap<Read, KnownPerson[]>> {
  const bySnapshot = new Map<string, Read[]>();
  for (const [at, read] of reads.entries()) {
    const answer = asked.registry.get(at);
    if (answer === undefined || answer.entry !== null) continue;
    bySnapshot.set(answer.snapshotId, [...(bySnapshot.get(answer.snapshotId) ?? []), read]);
  }
  const found = new Map<Read, KnownPerson[]>();
  for (const [snapshotId, unknown] of bySnapshot) {
    const names = unknown.map(({ checked }) => checked.values.name).filter((name) => name !== null);
    const scope = { countyCode: asked.countyCode, snapshotId };
    const same = await lookup.lookUpNamesakes(client, scope, [...new Set(names)]);
    for (const read of unknown) found.set(read, same.get(read.checked.values.name ?? "") ?? []);
  }
  return found;
}
