import type { AllocationCell, AllocationRow } from "../allocation";
import { OFF_TABLE_COLUMN } from "../allocation";
import { wan, type FoundingTable } from "./founding-document";

const PROVINCIAL = "provincial";
const CITYWIDE = "citywide";

/** 宣威市, 530381, 1300 in all, and its cells. */
function row(
  [unitName, areaCode]: readonly [string, string | null],
  total: number | null,
  cells: readonly AllocationCell[],
): AllocationRow {
  const declaredTotal = total === null ? null : wan(total);
  return { unitName, areaCode, declaredTotal, isOffTable: false, note: "", cells };
}

/** Money by one column and project; counties get transfers, the city's own units spend (economic code told). */
function money(columnKey: string, amount: number, projectKey = "", economicCode = "513") {
  const functionCode = economicCode === "513" ? "21305" : "2130599";
  return { columnKey, projectKey, amount: wan(amount), functionCode, economicCode };
}

const labour = (amount: number, code?: string) => money(CITYWIDE, amount, "labour", code);

/** 曲财农〔2020〕31号, annex and 四(一) to 四(四): 21575 万元 and what it is made of. */
const QUJING: FoundingTable = {
  documentNumber: "曲财农〔2020〕31号",
  regionCode: "530300",
  year: 2020,
  title: "2020年上海市对口帮扶曲靖市项目资金下达表",
  note: "宣威市另有 4750 万元由省直接下达，不在本表合计内。宣威市、市扶贫办的市级统筹部分按正文四拆分到项目。",
  allocation: {
    columns: [
      { key: PROVINCIAL, label: "省对下部分", unit: "FEN", of: "", declared: wan(16935) },
      { key: CITYWIDE, label: "市级统筹部分", unit: "FEN", of: "", declared: wan(4640) },
    ],
    projects: [
      {
        ...{ key: "consumption", label: "消费扶贫及产销对接", clause: "四(一)2" },
        ...{ isLabour: false, declared: wan(140) },
      },
      {
        ...{ key: "medical", label: "医疗智能决策系统试点", clause: "四(二)2" },
        ...{ isLabour: false, declared: wan(150) },
      },
      {
        ...{ key: "labour", label: "贫困劳动力转移就业", clause: "四(三)2" },
        ...{ isLabour: true, declared: wan(4000) },
      },
      {
        ...{ key: "talent", label: "干部人才培养交流", clause: "四(四)2" },
        ...{ isLabour: false, declared: wan(350) },
      },
    ],
    declaredTotal: wan(21575),
    rows: [
      row(["宣威市", "530381"], 1300, [labour(1150), money(CITYWIDE, 150, "medical")]),
      row(["富源县", "530325"], 4240, [money(PROVINCIAL, 3500), labour(740)]),
      row(["罗平县", "530324"], 3770, [money(PROVINCIAL, 3500), labour(270)]),
      row(["师宗县", "530323"], 3800, [money(PROVINCIAL, 3500), labour(300)]),
      row(["会泽县", "530326"], 7885, [money(PROVINCIAL, 6435), labour(1450)]),
      row(["市扶贫办", "530300"], 390, [
        money(CITYWIDE, 350, "talent", "50203"),
        money(CITYWIDE, 40, "consumption", "50205"),
      ]),
      row(["市人社局", "530300"], 90, [labour(90, "50203")]),
      row(["市供销社", "530300"], 100, [money(CITYWIDE, 100, "consumption", "50502")]),
      {
        ...{ unitName: "宣威市", areaCode: "530381", declaredTotal: null, isOffTable: true },
        note: "由省直接下达，只写在备注里",
        cells: [{ ...money(OFF_TABLE_COLUMN, 4750), functionCode: "", economicCode: "" }],
      },
    ],
  },
};

function pillar(unitName: string, count: number, amount: number, share: number): AllocationRow {
  const of = (columnKey: string, value: number, isLabour: boolean): AllocationCell => ({
    ...{ columnKey, projectKey: isLabour ? "labour" : "", amount: value },
    ...{ functionCode: "", economicCode: "" },
  });
  const isLabour = unitName === "劳务协作";
  return row([unitName, null], null, [
    of("count", count, isLabour),
    of("money", wan(amount), isLabour),
    of("share", Math.round(share * 100), isLabour),
  ]);
}

/** 沪合组办〔2020〕9号 一: the five pillars of the year. */
const SHANGHAI: FoundingTable = {
  documentNumber: "沪合组办〔2020〕9号",
  regionCode: "530000",
  year: 2020,
  title: "2020年上海市对口帮扶云南省项目资金计划（五类项目）",
  note: "各州市、县的分配在附件 1，附件未取得。上海方实施的 12 个项目、7889 万元是否在内，文中没有写明。",
  allocation: {
    columns: [
      { key: "count", label: "项目数", unit: "COUNT", of: "", declared: 773 },
      { key: "money", label: "资金", unit: "FEN", of: "", declared: wan(340400) },
      { key: "share", label: "占比", unit: "PERCENT", of: "money", declared: null },
    ],
    projects: [{ key: "labour", label: "劳务协作", clause: "一", isLabour: true, declared: null }],
    declaredTotal: wan(340400),
    rows: [
      pillar("产业发展", 416, 176747, 51.92),
      pillar("农村建设", 303, 123263.6, 36.21),
      pillar("劳务协作", 14, 20850, 6.13),
      pillar("社会事业", 23, 14473.6, 4.25),
      pillar("人才支持", 17, 5065.8, 1.49),
    ],
  },
};

export const FOUNDING_TABLES: readonly FoundingTable[] = [SHANGHAI, QUJING];
