import {
  classOfBuiltIn,
  classOfFormat,
  type FormatClass,
} from "~/platform/workbook/number-format.server";
import { damaged, WorkbookRefused } from "~/platform/workbook/workbook-refusal.server";
import { eachElement } from "~/platform/workbook/xml-part.server";
import { normalPartName, type ZipEntry } from "~/platform/workbook/zip-directory.server";

/** One worksheet of the package and the part that holds it. */
export interface SheetPart {
  readonly name: string;
  readonly hidden: boolean;
  readonly entry: ZipEntry;
}

/** The directory of an .xlsx: which parts matter, found through its relations. */
export interface XlsxPackage {
  readonly sheets: readonly SheetPart[];
  readonly strings: ZipEntry | null;
  readonly formats: readonly FormatClass[];
  readonly date1904: boolean;
  readonly hasMacros: boolean;
}

interface Relation {
  readonly type: string;
  readonly target: string;
}

type Parts = ReadonlyMap<string, ZipEntry>;

/**
 * Reads the small parts of a package. Relation types are compared by their last word, which is the
 * same in the transitional and the strict namespaces. Throws `WorkbookRefused` for other kinds of zip.
 */
export async function readXlsxPackage(parts: Parts): Promise<XlsxPackage> {
  const root = await relationsOf(parts, "");
  const main = [...root.values()].find(({ type }) => type === "officeDocument");
  const path = main?.target ?? "xl/workbook.xml";
  const workbook = parts.get(path);
  if (workbook === undefined || path.endsWith(".bin")) throw otherZip(parts);
  const relations = await relationsOf(parts, path);
  const byType = (type: string): ZipEntry | null => {
    const found = [...relations.values()].find((relation) => relation.type === type);
    return found === undefined ? null : (parts.get(found.target) ?? null);
  };
  const { listed, date1904 } = await readWorkbookPart(workbook);
  const styles = byType("styles");
  return {
    sheets: listed.flatMap((sheet) => sheetPart(parts, relations, sheet)),
    strings: byType("sharedStrings"),
    formats: styles === null ? [] : await readFormats(styles),
    date1904,
    hasMacros: byType("vbaProject") !== null || parts.has("xl/vbaproject.bin"),
  };
}

async function relationsOf(parts: Parts, path: string): Promise<Map<string, Relation>> {
  const cut = path.lastIndexOf("/") + 1;
  const folder = path.slice(0, cut);
  const entry = parts.get(`${folder}_rels/${path.slice(cut)}.rels`);
  const relations = new Map<string, Relation>();
  if (entry === undefined) return relations;
  await eachElement(entry, (at, attributes) => {
    if (!at.endsWith("/Relationship") || attributes.get("TargetMode") === "External") return;
    const type = attributes.get("Type") ?? "";
    relations.set(attributes.get("Id") ?? "", {
      type: type.slice(type.lastIndexOf("/") + 1),
      target: resolveTarget(folder, attributes.get("Target") ?? ""),
    });
  });
  return relations;
}

function resolveTarget(folder: string, target: string): string {
  if (/^[/\\]/.test(target)) return normalPartName(target);
  const steps: string[] = [];
  for (const step of normalPartName(`${folder}${target}`).split("/")) {
    if (step === "..") steps.pop();
    else if (step !== ".") steps.push(step);
  }
  return steps.join("/");
}

interface ListedSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly relation: string;
}

async function readWorkbookPart(
  entry: ZipEntry,
): Promise<{ listed: readonly ListedSheet[]; date1904: boolean }> {
  const listed: ListedSheet[] = [];
  let date1904 = false;
  await eachElement(entry, (at, attributes) => {
    if (at === "workbook/sheets/sheet") {
      const hidden = (attributes.get("state") ?? "visible") !== "visible";
      listed.push({
        name: attributes.get("name") ?? "",
        hidden,
        relation: attributes.get("id") ?? "",
      });
    } else if (at === "workbook/workbookPr") {
      date1904 = /^(1|true|on)$/i.test(attributes.get("date1904") ?? "");
    }
  });
  if (listed.length === 0) throw damaged("工作簿里没有工作表");
  return { listed, date1904 };
}

/** Chart and dialogue sheets hold no rows and are left out; a missing worksheet part is damage. */
function sheetPart(
  parts: Parts,
  relations: Map<string, Relation>,
  sheet: ListedSheet,
): SheetPart[] {
  const relation = relations.get(sheet.relation);
  if (relation !== undefined && relation.type !== "worksheet") return [];
  const entry = relation === undefined ? undefined : parts.get(relation.target);
  if (entry === undefined) throw damaged(`找不到工作表“${sheet.name}”的内容`);
  return [{ name: sheet.name, hidden: sheet.hidden, entry }];
}

async function readFormats(entry: ZipEntry): Promise<FormatClass[]> {
  const custom = new Map<number, FormatClass>();
  const formats: FormatClass[] = [];
  await eachElement(entry, (at, attributes) => {
    const id = Number(attributes.get("numFmtId") ?? 0);
    if (at === "styleSheet/numFmts/numFmt") {
      custom.set(id, classOfFormat(attributes.get("formatCode") ?? ""));
    } else if (at === "styleSheet/cellXfs/xf") {
      formats.push(custom.get(id) ?? classOfBuiltIn(id));
    }
  });
  return formats;
}

function otherZip(parts: Parts): WorkbookRefused {
  if (parts.has("xl/workbook.bin")) {
    return new WorkbookRefused("unsupported", `这是二进制工作簿（.xlsb），无法读取。${SAVE_AS}`);
  }
  if (parts.has("content.xml") && parts.has("meta-inf/manifest.xml")) {
    return new WorkbookRefused("unsupported", `这是开放文档格式（.ods 等），无法读取。${SAVE_AS}`);
  }
  if (parts.has("word/document.xml")) {
    return new WorkbookRefused(
      "not-a-workbook",
      "这是 Word 文档，不是工作簿。请把表格复制到 Excel 或 WPS 表格，另存为 .xlsx 后再导入。",
    );
  }
  return new WorkbookRefused(
    "not-a-workbook",
    "这是压缩包，里面没有可以直接读取的工作簿。请先解压，再导入其中的 .xlsx、.xls 或 .csv 文件。",
  );
}

const SAVE_AS = "请用 Excel 或 WPS 打开后另存为 .xlsx 再导入。";
