import { listImportRows } from "~/data/rosters/import-rows-view.server";
import type { Actor } from "~/domain/access/actor";
import { postLayout, type PostField } from "~/domain/rosters/layouts/post";
import { writeWorkbook } from "~/platform/workbook/write-workbook.server";
import { requestCommit } from "~/usecases/rosters/request-commit.server";
import { uploadPosts } from "~/usecases/rosters/upload-posts.server";
import { idNumberOf } from "#test/builders/id-card-number";
import type { sample } from "../rosters/support";
import { received, value, workOff } from "../rosters/support";

export const WUDING = "532329";
export const NOW = new Date("2020-09-10T02:00:00Z");

export type PostCells = Readonly<Partial<Record<PostField, string>>>;

/** A forest guard from April to September who has signed for April. */
export const SOUND: PostCells = {
  ...{ name: "罗志荣", idCardNumber: idNumberOf(WUDING, "1980-05-05", 563), phone: "15827307528" },
  ...{ township: "狮山镇", village: "新村村委会", title: "护林员", monthlyRate: "800" },
  ...{ startsOn: "2020-04-01", endsOn: "2020-09-30", receipt4: "已签" },
};

type File = Awaited<ReturnType<typeof sample>>;

/** Uploads and checks; answers the import's id. */
export async function checkedPosts(actor: Actor, file: File, countyCode = WUDING): Promise<string> {
  const upload = { countyCode, file, previousImportId: null };
  const { importId } = value(await uploadPosts(actor, upload, NOW));
  await workOff();
  return importId;
}

export async function intoPosts(
  actor: Actor,
  importId: string,
  mode: "all" | "goodOnly" = "all",
): Promise<void> {
  value(await requestCommit(actor, importId, mode, NOW));
  await workOff();
}

export function postRows(actor: Actor, importId: string) {
  return listImportRows(actor, importId, { filter: "all", afterRow: 0, size: 500 });
}

type Row = Awaited<ReturnType<typeof postRows>>[number];

export const kindsOf = (row: Row | undefined) => (row?.findings ?? []).map(({ kind }) => kind);

/** Numbers of the rows with a finding of the kind. */
export const rowsWith = (rows: readonly Row[], kind: string) =>
  rows.filter((row) => kindsOf(row).includes(kind)).map(({ sheetRow }) => sheetRow);

let files = 0;

/** A roster with the layout's own headers; no two files are of the same bytes. */
export async function postFile(lines: readonly PostCells[]): Promise<File> {
  const { fields } = postLayout;
  files += 1;
  const rows = [
    [`公共服务岗位名册（第${files}份）`],
    fields.map(({ header }) => header),
    ...lines.map((cells) => fields.map(({ key }) => cells[key] ?? "")),
  ].map((texts) => ({ cells: texts.map((text) => ({ text })) }));
  const sheet = { name: "名册", columns: fields.map(() => ({ width: 12 })), rows };
  return received(await bytesOf(writeWorkbook([sheet])), "名册.xlsx");
}

export async function bytesOf(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}
