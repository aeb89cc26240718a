import { describe, expect, test } from "vitest";
import type { FollowUpOutcome } from "~/domain/placements/follow-up";
import type { JobRecord, Paper } from "~/domain/placements/job-record";
import { monthOfPapers, provedSpells } from "~/domain/placements/retention-proof";
import { retentionStandingOf } from "~/domain/placements/retention-state";
import { day } from "~/domain/shared/calendar-date";

type Contact = JobRecord["contacts"][number];

const job: JobRecord = {
  ...{ startedOn: day("2020-05-06"), endedOn: null, contractFrom: null, contractTo: null },
  ...{ papers: [], contacts: [] },
};
const paper = (kind: Paper["kind"]): Paper => ({ kind, fromMonth: null, toMonth: null });
const slip = (from: string, to = from): Paper => ({
  ...{ kind: "WAGE_SLIP", fromMonth: day(from), toMonth: day(to) },
});
const call = (on: string, outcome: FollowUpOutcome = "ON_JOB"): Contact => ({
  contactedOn: day(on),
  outcome,
});

const spellWith = (change: Partial<JobRecord>, asOf = "2020-08-05") =>
  provedSpells([{ ...job, ...change }], 15, day(asOf)).at(-1);
const monthsWith = (
  papers: readonly Paper[],
  contacts: readonly Contact[] = [],
  asOf = "2020-08-05",
) => spellWith({ papers, contacts }, asOf);
const proofs = (...given: Parameters<typeof monthsWith>) =>
  monthsWith(...given)?.months.map((month) => month.proofs);

describe("[R24] each month of the spell names what it rests on", () => {
  test("without papers every month is a month without evidence, and reached is not proved", () => {
    const spell = monthsWith([]);
    expect(spell?.months.map(({ from, to }) => `${from} ${to}`)).toEqual([
      "2020-05-06 2020-06-05",
      "2020-06-06 2020-07-05",
      "2020-07-06 2020-08-05",
    ]);
    expect(spell?.months.every((month) => month.proofs.length === 0)).toBe(true);
    expect(spell).toMatchObject({ wholeMonths: 3, provedMonths: 0 });
  });

  test("a wage slip proves its own month, one over three months all of them", () => {
    expect(proofs([slip("2020-06-01")])).toEqual([[], ["工资条（工资表）"], []]);
    expect(monthsWith([slip("2020-05-01", "2020-07-01")])?.provedMonths).toBe(3);
  });

  test("six months are told of, and as many are proved as there are where a claim wants more", () => {
    const papers = [slip("2019-05-01", "2020-04-01")];
    const jobs = [{ ...job, startedOn: day("2019-05-06"), papers }];
    const proved = (asOf: string, most?: number) =>
      provedSpells(jobs, 15, day(asOf), most).at(-1)?.provedMonths;
    expect(proved("2020-05-05")).toBe(6);
    expect(proved("2020-05-05", Infinity)).toBe(12);
    expect(proved("2020-05-04", Infinity)).toBe(11);
    expect(proved("2020-08-05", Infinity)).toBe(12);
  });

  test("a hole stops the proved months, also when later ones have papers", () => {
    const spell = monthsWith([slip("2020-05-01"), slip("2020-07-01")]);
    expect(spell?.provedMonths).toBe(1);
  });

  test("being found in work proves the month of the call, on its first and last day", () => {
    const called = (on: string) => proofs([], [call(on)])?.map((month) => month.length);
    expect(called("2020-06-05")).toEqual([1, 0, 0]);
    expect(called("2020-06-06")).toEqual([0, 1, 0]);
    expect(called("2020-05-05")).toEqual([0, 0, 0]);
  });

  test("papers of a job prove nothing after it has ended", () => {
    const first = {
      ...job,
      endedOn: day("2020-06-05"),
      papers: [slip("2020-05-01", "2020-07-01")],
    };
    const jobs = [first, { ...job, startedOn: day("2020-06-06") }];
    expect(provedSpells(jobs, 15, day("2020-08-05")).at(-1)?.provedMonths).toBe(1);
  });

  test("other papers than contracts prove nothing when they name no month", () => {
    expect(monthsWith([paper("WORK_CERTIFICATE")])?.provedMonths).toBe(0);
  });

  test("the month under way is told, but counts as proved only when it is full", () => {
    const before = monthsWith([slip("2020-05-01", "2020-07-01")], [], "2020-08-04");
    expect(before?.months[2]).toMatchObject({ isFull: false, to: "2020-08-04" });
    expect(before?.provedMonths).toBe(2);
  });

  test("after six months no more are told", () => {
    expect(monthsWith([], [], "2022-01-01")?.months).toHaveLength(6);
  });
});

describe("[R24] a contract is a promise", () => {
  const papers = [paper("CONTRACT")];
  const dated = { papers, contractFrom: day("2020-05-06"), contractTo: day("2021-05-05") };
  const provedBy = (change: Partial<JobRecord>) => spellWith({ papers, ...change })?.provedMonths;

  test("without dates it proves the month of its own start only, whoever is seen in work", () => {
    expect(provedBy({})).toBe(1);
    expect(provedBy({ contacts: [call("2020-08-05")] })).toBe(1);
    const late = spellWith({ papers, contractFrom: day("2020-06-06") });
    expect(late?.months.map((month) => month.proofs.length)).toEqual([0, 1, 0]);
  });

  test("with dates it proves all its months once a paper or a call within them shows the person in work", () => {
    expect(provedBy(dated)).toBe(1);
    expect(provedBy({ ...dated, contacts: [call("2020-05-06")] })).toBe(3);
    expect(provedBy({ ...dated, papers: [...papers, slip("2020-06-01")] })).toBe(3);
    expect(provedBy({ ...dated, contacts: [call("2020-06-10", "NO_ANSWER")] })).toBe(1);
  });

  test("a sign outside its days is none: the last day and the month of the first still are", () => {
    const until = (contractTo: string, ...contacts: Contact[]) =>
      provedBy({ ...dated, contractTo: day(contractTo), contacts });
    expect([
      until("2020-07-05", call("2020-07-06")),
      until("2020-07-05", call("2020-07-05")),
    ]).toEqual([1, 2]);
    const from = { ...dated, startedOn: day("2020-04-20"), contractFrom: day("2020-05-20") };
    const withSlip = (month: string) =>
      spellWith({ ...from, papers: [...papers, slip(month)] }, "2020-08-19")?.months[2]?.proofs;
    expect([withSlip("2020-04-01"), withSlip("2020-05-01")]).toEqual([[], ["劳动合同或协议"]]);
  });

  test("it proves only months worked wholly under it, and none when it ended before the job", () => {
    const until = (contractTo: string) =>
      provedBy({ ...dated, contractTo: day(contractTo), contacts: [call("2020-05-06")] });
    expect([until("2020-07-04"), until("2020-07-05")]).toEqual([1, 2]);
    const old = { contractFrom: day("2018-01-01"), contractTo: day("2020-05-05") };
    expect(provedBy({ ...old, contacts: [call("2020-06-10")] })).toBe(0);
  });
});

describe("[R24] who is found lost", () => {
  const lost = call("2020-07-20", "LOST");
  const facts = (contacts: readonly Contact[], change: Partial<JobRecord> = {}) => {
    const spell = spellWith({ contacts, ...change }, "2020-12-31");
    return [spell?.lastOn, spell?.wholeMonths, spell?.isLost];
  };

  test("has a clock that stops on the day he was last seen in work", () => {
    expect(facts([lost])).toEqual(["2020-05-06", 0, true]);
    expect(facts([call("2020-06-04"), lost])).toEqual(["2020-06-04", 0, true]);
    expect(facts([call("2020-06-05"), lost])).toEqual(["2020-06-05", 1, true]);
    expect(facts([lost], { papers: [slip("2020-06-01")] })).toEqual(["2020-06-30", 1, true]);
    expect(facts([lost], { papers: [slip("2020-07-01")] })).toEqual(["2020-07-20", 2, true]);
    expect(facts([lost], { papers: [slip("2020-08-01")] })).toEqual(["2020-05-06", 0, true]);
  });

  test("goes on when somebody finds him in work later, not by a call without an answer", () => {
    expect(facts([lost, call("2020-09-01")])).toEqual([null, 7, false]);
    expect(facts([lost, call("2020-09-01", "NO_ANSWER")])).toEqual(["2020-05-06", 0, true]);
    expect(facts([lost, call("2020-09-01", "REFUSED")])).toEqual(["2020-05-06", 0, true]);
    expect(facts([lost, call("2020-07-20")])).toEqual([null, 7, false]);
    expect(facts([call("2020-07-20"), lost])).toEqual(["2020-07-20", 2, true]);
  });

  test("has left when his last day became known, and was not lost before the day he was found to be", () => {
    const left = { endedOn: day("2020-07-10") };
    expect(facts([lost], left)).toEqual(["2020-07-10", 2, false]);
    expect(spellWith({ contacts: [lost] }, "2020-07-19")?.isLost).toBe(false);
    expect(spellWith({ contacts: [lost] }, "2020-07-20")?.isLost).toBe(true);
  });

  test("gets nothing proved by a contract after that day", () => {
    const papers = [paper("CONTRACT"), slip("2020-05-01")];
    const until = { contractTo: day("2021-05-05"), papers };
    expect(facts([lost], until)).toEqual(["2020-05-31", 0, true]);
  });

  test("is not lost any more in his next job", () => {
    const jobs = [
      { ...job, contacts: [lost] },
      { ...job, startedOn: day("2020-09-01") },
    ];
    const spells = provedSpells(jobs, 15, day("2020-09-30"));
    expect(spells.map(({ firstOn }) => firstOn)).toEqual(["2020-05-06", "2020-09-01"]);
    expect(spells.at(-1)?.isLost).toBe(false);
  });
});

describe("[R24] where a person stands before a milestone", () => {
  const long = { ...job, startedOn: day("2020-01-06"), endedOn: day("2020-04-05") };
  const standing = (jobs: readonly JobRecord[], asOf: string, months: 1 | 2 | 3 | 6 = 3) => {
    const found = retentionStandingOf(provedSpells(jobs, 15, day(asOf)), months, day(asOf));
    return found && [found.state, found.spell.firstOn];
  };

  test("what was reached in an earlier spell stays reached, proved before unproved", () => {
    expect(standing([long, job], "2020-05-10")).toEqual(["missing", "2020-01-06"]);
    const shown = { ...long, papers: [slip("2020-01-01", "2020-03-01")] };
    expect(standing([shown, job], "2020-08-10")).toEqual(["proved", "2020-01-06"]);
    expect(standing([long, job], "2020-08-10")).toEqual(["missing", "2020-05-06"]);
    const short = { ...long, endedOn: day("2020-04-04") };
    expect(standing([short, job], "2020-05-10")).toBeNull();
  });

  test("before it, the spell that stands decides: near, lost, left", () => {
    expect(standing([job], "2020-07-05")).toBeNull();
    expect(standing([job], "2020-07-06")).toEqual(["soon", "2020-05-06"]);
    const lost = { ...job, contacts: [call("2020-07-06", "LOST")] };
    expect(standing([lost], "2020-07-06")).toEqual(["lost", "2020-05-06"]);
    const left = { ...job, endedOn: day("2020-07-01") };
    expect([standing([left], "2020-07-17"), standing([left], "2020-07-18")]).toEqual([
      null,
      ["left", "2020-05-06"],
    ]);
    expect(standing([], "2020-07-06")).toBeNull();
  });
});

test("a month begun by the 15th is spoken for by its calendar month, from the 16th on by the next", () => {
  expect(monthOfPapers(day("2020-06-15"))).toBe("2020-06-01");
  expect(monthOfPapers(day("2020-06-16"))).toBe("2020-07-01");
  expect(monthOfPapers(day("2020-12-31"))).toBe("2021-01-01");
  expect(monthOfPapers(day("2021-01-31"))).toBe("2021-02-01");
});
