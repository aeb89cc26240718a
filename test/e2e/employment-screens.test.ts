import { firstRow } from "./support/rosters";
import { lookAt, NOTHING, refused, type Screen } from "./support/looks";
import { test, type OpenAs } from "./support/visitors";

interface Places {
  readonly placement: string;
  readonly employer: string;
  readonly fair: string;
  readonly month: string;
  readonly target: string;
}

async function prepare(openAs: OpenAs): Promise<Places> {
  const page = await openAs("nanhua");
  await page.goto("/reconciliations?year=2020");
  const month = await page.getByRole("link", { name: /\d+ \/ \d+/ }).getAttribute("href");
  await page.goto("/targets?asOf=2020-08-31");
  const target = await page
    .getByRole("link", { name: "进度曲线和依据" })
    .first()
    .getAttribute("href");
  return {
    placement: await firstRow(page, "/placements"),
    employer: await firstRow(page, "/employers"),
    fair: await firstRow(page, "/job-fairs"),
    month: month ?? "",
    target: target ?? "",
  };
}

const SCREENS: readonly Screen<Places>[] = [
  ["placements", "nanhua", "/placements"],
  ["placements, none found", "nanhua", "/placements?name=没有这个人"],
  ["placements of the district", "jiading", "/placements"],
  ["placements, not allowed", "admin", "/placements"],
  ["placement", "nanhua", (at) => at.placement],
  ["placement for the district", "jiading", (at) => at.placement],
  ["placement that is not there", "nanhua", `/placements/${NOTHING}`],
  ["placement to register", "nanhua", "/placements/new"],
  ["placement refused", "nanhua", "/placements/new", refused("登记", { 身份证号: "532324" })],
  ["placement to change", "nanhua", (at) => `${at.placement}/edit`],
  ["placement to end", "nanhua", (at) => `${at.placement}/end`],
  ["placement to take out", "nanhua", (at) => `${at.placement}/remove`],
  ["evidence", "nanhua", (at) => `${at.placement}/evidence`],
  ["evidence refused", "nanhua", (at) => `${at.placement}/evidence`, refused("上传佐证")],
  ["evidence of nobody", "nanhua", "/placements/evidence"],
  ["ledger to import", "chuxiong", "/placements/import"],
  ["ledger to import, refused", "chuxiong", "/placements/import", refused("上传并查验")],
  ["ledger to export", "nanhua", "/placements/export"],
  ["follow-ups", "gongzuozhan", "/follow-ups"],
  ["follow-ups, lost", "gongzuozhan", "/follow-ups?tab=lost"],
  ["follow-ups of a placement", "nanhua", (at) => `${at.placement}/follow-ups`],
  [
    "follow-up without its last day",
    "nanhua",
    (at) => `${at.placement}/follow-ups?outcome=RETURNED_HOME`,
    refused("登记"),
  ],
  ["help asked for", "nanhua", "/follow-ups/help"],
  ["help given", "nanhua", "/follow-ups/help?given=1"],
  ["retention", "nanhua", "/retention"],
  ["retention, nobody", "nanhua", "/retention?months=6&state=soon"],
  ["employers", "nanhua", "/employers"],
  ["employers, none found", "nanhua", "/employers?q=没有这家"],
  ["employer", "nanhua", (at) => at.employer],
  ["employer refused", "nanhua", "/employers/new", refused("登记用人单位")],
  ["vacancies", "nanhua", "/vacancies"],
  ["vacancy, employer not found", "nanhua", "/vacancies/new?text=没有这家"],
  ["labour batches", "nanhua", "/labour-batches"],
  ["labour batch to register", "nanhua", "/labour-batches/new"],
  ["fairs", "nanhua", "/job-fairs"],
  ["fair", "nanhua", (at) => at.fair],
  ["fair's employers", "nanhua", (at) => `${at.fair}/employers`],
  ["fair's people", "nanhua", (at) => `${at.fair}/participants`],
  ["fair's proofs", "nanhua", (at) => `${at.fair}/files`],
  ["fair refused", "nanhua", "/job-fairs/new", refused("登记招聘会")],
  ["workshops", "nanhua", "/workshops"],
  ["workshop to register", "nanhua", "/workshops/new"],
  ["students", "nanhua", "/students"],
  ["student to register", "nanhua", "/students/new"],
  ["board under way", "chuxiong", "/targets?asOf=2020-08-31"],
  ["board after its deadline", "chuxiong", "/targets"],
  ["board of the district", "jiading", "/targets?asOf=2020-08-31"],
  ["target", "nanhua", (at) => at.target],
  ["target for the prefecture", "chuxiong", (at) => at.target],
  ["target's people not counted", "nanhua", (at) => peopleOf(at.target)],
  ["target to enter", "xiezuo", "/targets/new?region=532300"],
  ["target refused", "xiezuo", "/targets/new?region=532300", refused("保存目标任务")],
  ["target to revise", "xiezuo", (at) => `${at.target.split("?")[0]}/revise`],
  ["reconciliations", "nanhua", "/reconciliations?year=2020"],
  ["reconciliations of the district", "jiading", "/reconciliations?year=2020"],
  ["month to open", "nanhua", "/reconciliations/new"],
  ["month", "nanhua", (at) => at.month],
  ["month for its district", "jiading", (at) => at.month],
  ["month's list to bring", "jiading", (at) => `${at.month}/list`],
  ["month on paper", "nanhua", (at) => `${at.month}/print`],
  ["month that is not there", "nanhua", `/reconciliations/${NOTHING}`],
];

function peopleOf(target: string): string {
  const [address = "", search = ""] = target.split("?");
  return `${address}/areas/532324?list=missing&${search}`;
}

test("every screen of employment in its states is accessible, and none is wider than a phone", async ({
  openAs,
  viewport,
}) => {
  test.setTimeout(400_000);
  await lookAt(openAs, viewport, await prepare(openAs), SCREENS);
});
