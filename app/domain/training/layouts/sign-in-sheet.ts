import type { FormColumn } from "../../shared/filled-form";
import type { FormLayout } from "./form-layout";

/** Width of each signature cell by how many sessions stand side by side; the remark takes the rest. */
const INK: readonly (readonly [ink: string, rest: string, characters: number])[] = [
  ["w-[105mm]", "w-[105mm]", 40],
  ["w-[80mm]", "w-[50mm]", 32],
  ["w-[55mm]", "w-[45mm]", 24],
  ["w-[42mm]", "w-[42mm]", 18],
];

/** More sessions than this in one day do not stand on one sheet. */
export const MOST_SIGNED_A_DAY = INK.length;

/** 签到表 of one session, or of all sessions of a day: names, and empty cells for ink. */
export function signInLayout(sessions: readonly string[]): FormLayout {
  const [ink, rest, characters] = INK[sessions.length - 1] ?? ["w-[42mm]", "w-[42mm]", 18];
  const inkColumns = sessions.map((header, at): FormColumn => ({
    key: `ink${at}`,
    header,
    widthClass: ink,
    width: characters,
  }));
  return {
    id: "sign-in",
    name: "签到表",
    title: "沪滇劳务协作技能培训签到表",
    edition: "培训签到表 2020 年第 1 版",
    unit: "人",
    rowsPerSheet: 9,
    signers: ["任课教师", "班主任", "监督人（市人社局）", "监督人（援滇干部）"],
    columns: [
      { key: "number", header: "序号", widthClass: "w-[12mm]", width: 6 },
      { key: "name", header: "姓名", widthClass: "w-[40mm]", width: 16 },
      { key: "sex", header: "性别", widthClass: "w-[15mm]", width: 6 },
      ...inkColumns,
      { key: "note", header: "备注", widthClass: rest, width: 20 },
    ],
  };
}
