import { expect, test } from "vitest";
import { overlapFindings, type OtherEngagement } from "~/domain/placements/overlaps";
import type { PlacementForm } from "~/domain/placements/placement";
import { day } from "~/domain/shared/calendar-date";

const OTHER: OtherEngagement = {
  ...{ kind: "placement", subjectId: "1", label: "嘉定物流", form: "FORMAL", fundSource: null },
  ...{ countyCode: null, employer: null },
  ...{ startsOn: day("2020-06-01"), endsOn: null },
};
const told = (form: PlacementForm, other: Partial<OtherEngagement>) =>
  overlapFindings(
    {
      ...{ startedOn: day("2020-05-06"), endedOn: day("2020-06-30"), form },
      ...{ countyCode: "532324", employerName: "乙厂" },
    },
    [{ ...OTHER, ...other }],
  )[0]?.message;

test("a public-welfare post beside a job is called what it is, whichever of the two asks", () => {
  expect(told("FLEXIBLE", {})).toBe(
    "同一时间在另一单位就业：嘉定物流，正规就业（重叠 2020-06-01 至 2020-06-30，30 天）",
  );
  expect(told("FLEXIBLE", { form: "PUBLIC_SERVICE" })).toContain("公益性岗位和另一份工作");
  expect(told("PUBLIC_SERVICE", {})).toContain("公益性岗位和另一份工作");
  expect(told("PUBLIC_SERVICE", { form: "PUBLIC_SERVICE" })).toContain("两个公益性岗位");
});

test("a class tells who pays for it, where that is filed", () => {
  const cls = { kind: "class", label: "家政班", form: null, endsOn: day("2020-06-10") } as const;
  expect(told("FORMAL", { ...cls, fundSource: "沪滇协作资金" })).toContain("资金来源 沪滇协作资金");
  expect(told("FORMAL", cls)).not.toContain("资金来源");
});
