import type { Actor } from "~/domain/access/actor";
import type { Allocation } from "~/domain/funds/allocation";
import { documentForm } from "~/domain/funds/document";
import { wan } from "~/domain/funds/founding/founding-document";
import { day } from "~/domain/shared/calendar-date";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { addAllocation } from "~/usecases/funds/add-allocation.server";
import { addDocument } from "~/usecases/funds/add-document.server";
import { CHUXIONG, kept, morning, MOUDING, NANHUA } from "./hands";

// Made-up papers, and they say so: no document of the founding ones gives Chuxiong's counties a figure.

const FUNCTION = { functionCode: "21305", economicCode: "513" };
const OWN_UNIT = { functionCode: "2130599", economicCode: "50203" };

/** What a unit gets for which project, in 万元. */
type Share = readonly [
  unitName: string,
  areaCode: string,
  projects: Readonly<Record<string, number>>,
];

interface Paper {
  readonly year: number;
  readonly issuedOn: string;
  readonly title: string;
  readonly projects: readonly { readonly key: string; readonly label: string }[];
  readonly shares: readonly Share[];
}

/** Of 2020, with a workshop, and the money the prefecture's bureau keeps. */
export const OF_2020: Paper = {
  ...{ year: 2020, issuedOn: "2020-04-24" },
  title: "下达2020年上海市对口帮扶楚雄州项目资金的通知（演示数据，非真实文件）",
  projects: [
    { key: "labour", label: "贫困劳动力转移就业" },
    { key: "workshop", label: "就业扶贫车间" },
  ],
  shares: [
    ["南华县", NANHUA, { labour: 120, workshop: 60 }],
    ["牟定县", MOUDING, { labour: 80 }],
    ["州人社局", CHUXIONG, { labour: 10 }],
  ],
};

/** Of the year in which the demonstration's posts are paid. */
export const ofYear = (year: number): Paper => ({
  ...{ year, issuedOn: `${year}-01-06` },
  title: `下达${year}年东西部劳务协作资金的通知（演示数据，非真实文件）`,
  projects: [{ key: "labour", label: "公共服务岗位和外出就业" }],
  shares: [
    ["南华县", NANHUA, { labour: 30 }],
    ["牟定县", MOUDING, { labour: 20 }],
  ],
});

/** Registers the paper and enters its table; nothing is done twice by a later start. */
export async function allocate(office: Actor, paper: Paper): Promise<void> {
  const { year, issuedOn, title } = paper;
  const known = await inTransaction(office, (tx) =>
    tx.policyDocument.count({ where: { title, isFounding: false } }),
  );
  if (known > 0) return;
  const at = morning(day(issuedOn));
  const facts = documentForm.parse({
    ...{
      issuer: "楚雄州财政局、楚雄州沪滇办（演示）",
      number: `演示〔${year}〕1号`,
      issuedOn,
      title,
    },
    ...{ regionCode: CHUXIONG, note: "演示数据：为演示资金流程虚构，不是真实文件。" },
    clauses: `一 按项目把资金下达到县和州级单位。\n二 资金自收到函之日起 15 个工作日内拨付。`,
    deadlines: `二 项目验收 ${year}-12-20 年底前完成验收`,
  });
  const documentId = kept(await addDocument(office, facts, at));
  const head = { documentId, regionCode: CHUXIONG, year, title: `${year}年项目资金下达表（演示）` };
  const table = tableOf(paper);
  const asked = { ...head, note: "", sumsReason: "", parentRowId: null, table };
  kept(await addAllocation(office, asked, at));
}

function tableOf({ projects, shares }: Paper): Allocation {
  const rows = shares.map(([unitName, areaCode, given]) => ({
    ...{ unitName, areaCode, isOffTable: false, note: "" },
    declaredTotal: wan(sum(Object.values(given))),
    cells: Object.entries(given).map(([projectKey, amount]) => ({
      ...{ columnKey: "money", projectKey, amount: wan(amount) },
      ...(areaCode === CHUXIONG ? OWN_UNIT : FUNCTION),
    })),
  }));
  const declaredTotal = sum(rows.map((row) => row.declaredTotal));
  return {
    columns: [{ key: "money", label: "资金", unit: "FEN", of: "", declared: declaredTotal }],
    projects: projects.map(({ key, label }) => ({
      ...{ key, label, clause: "一", isLabour: key === "labour" },
      declared: wan(sum(shares.map(([, , given]) => given[key] ?? 0))),
    })),
    ...{ declaredTotal, rows },
  };
}

const sum = (amounts: readonly number[]) => amounts.reduce((total, one) => total + one, 0);
