import { expect, test } from "vitest";
import { overlapFindings } from "~/domain/placements/overlaps";
import { day } from "~/domain/shared/calendar-date";

const job = { startedOn: day("2020-06-01"), endedOn: null, form: "FORMAL" as const };
const held = (endsOn: string, told: { subjectId?: string | null; label?: string | null } = {}) => ({
  ...{ kind: "post" as const, subjectId: "one", label: "护林员", form: null, fundSource: null },
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

test("a placement of the form 公益性岗位 is the same post in another ledger, and no overlap", () => {
  const others = [held("2020-06-30")];
  expect(overlapFindings({ ...job, form: "PUBLIC_SERVICE" }, others)).toEqual([]);
  expect(overlapFindings({ ...job, form: "FLEXIBLE" }, others)).toHaveLength(1);
});
