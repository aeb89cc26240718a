import { describe, expect, test } from "vitest";
import { overlapFindings } from "~/domain/placements/overlaps";
import { day } from "~/domain/shared/calendar-date";

const job = {
  ...{ countyCode: "532324", employerName: "镇人民政府", form: "FORMAL" as const },
  ...{ startedOn: day("2020-06-01"), endedOn: null },
};
const held = (endsOn: string, told: { subjectId?: string | null; label?: string | null } = {}) => ({
  ...{ kind: "post" as const, subjectId: "one", label: "护林员", form: null, fundSource: null },
  ...{ countyCode: "532324", employer: "镇人民政府" },
  ...{ startsOn: day("2020-04-01"), endsOn: day(endsOn) },
  ...told,
});

test("[R12] a job in the days of a public-service post is told with the days that overlap", () => {
  expect(overlapFindings(job, [held("2020-06-02")])).toMatchObject([
    {
      message: "同一时间在公共服务岗位：护林员（重叠 2020-06-01 至 2020-06-02，2 天）",
      to: "/posts/appointments/one",
    },
  ]);
  expect(overlapFindings(job, [held("2020-05-31")])).toEqual([]);
});

test("another county's post is told by its days only", () => {
  const [found] = overlapFindings(job, [held("2020-06-30", { subjectId: null, label: null })]);
  expect(found?.message).toContain(
    "其他县（市、区）的登记（重叠 2020-06-01 至 2020-06-30，30 天）",
  );
  expect(found?.to).toBeNull();
});

describe("a placement of the form 公益性岗位 beside a post to 30 June", () => {
  const post = held("2020-06-30");
  const line = { ...job, form: "PUBLIC_SERVICE" as const };
  test.each([
    ["lasting, begun in the post's days", {}, 0],
    ["begun on its first day", { startedOn: "2020-04-01" }, 0],
    ["begun the day before", { startedOn: "2020-03-31" }, 1],
    ["ended with it", { endedOn: "2020-06-30" }, 0],
    ["ended the day after", { endedOn: "2020-07-01" }, 1],
    ["the employer's name with a space in it", { employerName: "镇 人民政府" }, 0],
    ["of another employer", { employerName: "公路站" }, 1],
    ["of another county", { countyCode: "532323" }, 1],
    ["of another form", { form: "FLEXIBLE" }, 1],
  ])("%s", (_, change, found) => {
    expect(overlapFindings({ ...line, ...change } as typeof line, [post])).toHaveLength(found);
  });

  test("another county's post, whose employer is not told, is never the same", () => {
    const foreign = { ...post, countyCode: null, employer: null };
    expect(overlapFindings(line, [foreign])).toHaveLength(1);
  });
});
