import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { Readable } from "node:stream";
import { writeWorkbook, type WriteRow } from "~/platform/workbook/write-workbook.server";
import { idNumberOf } from "#test/builders/id-card-number";

const SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗普沙自起鲁施殷尹苏段".split("");
const GIVEN = "晓仙富海英志荣朝华正福家贵绍兰学平成凤祥文建美忠阿牛秀生琼春珍芬永云军".split("");
const TOWNSHIPS = ["龙川镇", "沙桥镇", "五街镇", "马街镇", "兔街镇", "一街乡"];
const HEADER = [
  "序号",
  "姓名",
  "性别",
  "民族",
  "身份证号码",
  "家庭住址",
  "联系电话",
  "是否建档立卡户",
  "脱贫状态",
  "培训工种",
  "培训起止时间",
  "签名(按手印)",
  "备注",
];

export interface Person {
  readonly name: string;
  readonly idCardNumber: string;
  readonly phone: string;
  readonly sex: "男" | "女";
  readonly address: string;
}

/** The n-th made-up person of 南华县: the same for every run, numbers valid and all different. */
export function person(n: number): Person {
  const day = new Date(Date.UTC(1965, 0, 1) + (n % 14_000) * 86_400_000);
  const serial = Math.floor(n / 14_000) + 1;
  const pick = (from: readonly string[], by: number) => from[by % from.length] ?? "";
  const name = pick(SURNAMES, n) + pick(GIVEN, n * 7 + 3) + pick(GIVEN, n * 13 + 1);
  return {
    name,
    idCardNumber: idNumberOf("532324", day.toISOString().slice(0, 10), serial),
    phone: `138${String(n % 100_000_000).padStart(8, "0")}`,
    sex: serial % 2 === 1 ? "男" : "女",
    address: `南华县${pick(TOWNSHIPS, n)}新村村委会${(n % 20) + 1}组`,
  };
}

/** Writes a training roster of `rows` people as an .xlsx, the way counties send it. */
export async function writeBigRoster(file: string, rows: number): Promise<void> {
  const sheet = { name: "花名册", columns: HEADER.map(() => ({ width: 14 })), rows: lines(rows) };
  await pipeline(Readable.from(writeWorkbook([sheet])), createWriteStream(file));
}

function* lines(rows: number): Generator<WriteRow> {
  yield { cells: [{ text: "南华县2020年沪滇劳务协作贫困劳动力技能培训花名册", style: "title" }] };
  yield { cells: HEADER.map((text) => ({ text, style: "header" })) };
  for (let n = 0; n < rows; n += 1) {
    const { name, sex, idCardNumber, address, phone } = person(n);
    const period = "2020年6月1日至6月15日";
    const texts = [`${n + 1}`, name, sex, "彝族", idCardNumber, address, phone, "是", "已脱贫"];
    yield { cells: [...texts, "家政服务员", period, "", ""].map((text) => ({ text })) };
  }
}
