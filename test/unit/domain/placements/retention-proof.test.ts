import { describe, expect, test } from "vitest";
import { monthOfPapers, provedSpell, type Paper } from "~/domain/placements/retention-proof";
import { day, type CalendarDate } from "~/domain/shared/calendar-date";

const job = { startedOn: day("2020-05-06"), endedOn: null };
const paper = (kind: Paper["kind"], change: Partial<Paper> = {}): Paper => ({
  ...job,
  ...{ kind, fromMonth: null, toMonth: null, contractFrom: null, contractTo: null },
  ...change,
});
const slip = (from: string, to = from) =>
  paper("WAGE_SLIP", { fromMonth: day(from), toMonth: day(to) });

function monthsWith(
  papers: readonly Paper[],
  foundInWorkOn: readonly CalendarDate[] = [],
  asOf = "2020-08-05",
) {
  return provedSpell([job], { papers, foundInWorkOn }, 15, day(asOf));
}
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

  test("a hole stops the proved months, also when later ones have papers", () => {
    const spell = monthsWith([slip("2020-05-01"), slip("2020-07-01")]);
    expect(spell?.provedMonths).toBe(1);
  });

  test("a contract proves the months worked wholly under it", () => {
    expect(monthsWith([paper("CONTRACT")])?.provedMonths).toBe(3);
    const until = (contractTo: string) =>
      monthsWith([paper("CONTRACT", { contractTo: day(contractTo) })])?.provedMonths;
    expect([until("2020-07-04"), until("2020-07-05")]).toEqual([1, 2]);
    const late = paper("CONTRACT", { contractFrom: day("2020-05-07") });
    expect(proofs([late])).toEqual([[], ["劳动合同或协议"], ["劳动合同或协议"]]);
  });

  test("being found in work proves the month of the call, on its first and last day", () => {
    const called = (on: string) => proofs([], [day(on)])?.map((month) => month.length);
    expect(called("2020-06-05")).toEqual([1, 0, 0]);
    expect(called("2020-06-06")).toEqual([0, 1, 0]);
    expect(called("2020-05-05")).toEqual([0, 0, 0]);
  });

  test("papers of a job prove nothing after it has ended", () => {
    const first = { startedOn: day("2020-05-06"), endedOn: day("2020-06-05") };
    const jobs = [first, { startedOn: day("2020-06-06"), endedOn: null }];
    const old = paper("WAGE_SLIP", {
      ...first,
      fromMonth: day("2020-05-01"),
      toMonth: day("2020-07-01"),
    });
    const spell = provedSpell(jobs, { papers: [old], foundInWorkOn: [] }, 15, day("2020-08-05"));
    expect(spell?.provedMonths).toBe(1);
  });

  test("other papers than contracts prove nothing when they name no month", () => {
    expect(monthsWith([paper("WORK_CERTIFICATE")])?.provedMonths).toBe(0);
  });

  test("the month under way is told, but counts as proved only when it is full", () => {
    const before = monthsWith([paper("CONTRACT")], [], "2020-08-04");
    expect(before?.months[2]).toMatchObject({ isFull: false, to: "2020-08-04" });
    expect(before?.provedMonths).toBe(2);
  });

  test("after six months no more are told", () => {
    expect(monthsWith([], [], "2022-01-01")?.months).toHaveLength(6);
  });
});

test("a month begun by the 15th is spoken for by its calendar month, from the 16th on by the next", () => {
  expect(monthOfPapers(day("2020-06-15"))).toBe("2020-06-01");
  expect(monthOfPapers(day("2020-06-16"))).toBe("2020-07-01");
  expect(monthOfPapers(day("2020-12-31"))).toBe("2021-01-01");
  expect(monthOfPapers(day("2021-01-31"))).toBe("2021-02-01");
});
