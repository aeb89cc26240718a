import {
  enter,
  firstRow,
  plainWorkbook,
  file,
  MESSY,
  registerClass,
  untilChecked,
  upload,
  type RosterFile,
} from "./rosters";
import type { OpenAs } from "./visitors";

/** Addresses of things that exist only in this run. */
export interface Places {
  readonly messyImport: string;
  readonly enteredImport: string;
  readonly columnsImport: string;
  readonly failedImport: string;
  readonly draftRoster: string;
  readonly sentRoster: string;
  readonly acceptedRoster: string;
  readonly class: string;
  readonly person: string;
  readonly snapshot: string;
  readonly user: string;
  readonly organisation: string;
}

const NO_ID = plainWorkbook([
  ["姓名", "性别", "住址"],
  ["马志芬", "女", "龙川镇"],
  ["李文", "男", "沙桥镇"],
]);

/** Brings every state of an import and of a roster about, as the county's officer does. */
export async function prepare(openAs: OpenAs): Promise<Places> {
  const page = await openAs("nanhua");
  const importOf = async (name: string, roster: RosterFile) => {
    const classId = await registerClass(page, name);
    return { address: await upload(page, classId, roster), classId };
  };
  const columns = await importOf("无身份证列班", file("无身份证列.xlsx", NO_ID));
  const failed = await importOf("坏文件班", file("坏文件.xlsx", "not a workbook"));
  const messy = await importOf("改错班", MESSY);
  const entered = await importOf("已入册班", MESSY);
  const sent = await importOf("已报送班", MESSY);
  const rosterOf = async (address: string) => {
    await page.goto(address);
    await untilChecked(page);
    return enter(page);
  };
  const draftRoster = await rosterOf(entered.address);
  const sentRoster = await rosterOf(sent.address);
  await page.goto(sentRoster);
  await page.getByRole("button", { name: "报送" }).click();
  await page.getByText("已报送，等待审核人核定。").waitFor();
  const auditor = await openAs("shenji");
  const admin = await openAs("admin");
  return {
    messyImport: messy.address,
    enteredImport: entered.address,
    columnsImport: columns.address,
    failedImport: failed.address,
    draftRoster,
    sentRoster,
    class: `/classes/${messy.classId}`,
    acceptedRoster: await firstRow(auditor, "/rosters?state=accepted"),
    person: await firstRow(page, "/people"),
    snapshot: await firstRow(page, "/registry"),
    user: await firstRow(admin, "/users"),
    organisation: await firstRow(admin, "/organisations"),
  };
}
