import type { CellStyle, SheetSpec } from "~/platform/workbook/write-workbook.server";
import { encodeXmlText } from "~/platform/workbook/xml-text.server";

const XML_START = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const SHEET_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** In the order of the cell formats in `stylesXml`; 0 is the plain one that every file must have. */
const STYLES: readonly CellStyle[] = [
  "number",
  "text",
  "title",
  "header",
  "bad",
  "changed",
  "note",
  "count",
  "money",
];
const STYLE_INDEX = new Map(STYLES.map((style, index) => [style, index]));

export function styleIndex(style: CellStyle): number {
  return STYLE_INDEX.get(style) ?? 0;
}

export function contentTypesXml(sheetCount: number, hasEdition: boolean): string {
  const sheets = numbers(sheetCount).map((number) =>
    override(`/xl/worksheets/sheet${number}.xml`, `${SHEET_TYPES}.worksheet+xml`),
  );
  const custom = hasEdition
    ? override(
        "/docProps/custom.xml",
        "application/vnd.openxmlformats-officedocument.custom-properties+xml",
      )
    : "";
  return `${XML_START}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override("/xl/workbook.xml", `${SHEET_TYPES}.sheet.main+xml`)}${override("/xl/styles.xml", `${SHEET_TYPES}.styles+xml`)}${sheets.join("")}${custom}</Types>`;
}

export function rootRelationsXml(hasEdition: boolean): string {
  const custom = hasEdition ? relation(2, "custom-properties", "docProps/custom.xml") : "";
  return relationsXml(relation(1, "officeDocument", "xl/workbook.xml") + custom);
}

export function workbookRelationsXml(sheetCount: number): string {
  const sheets = numbers(sheetCount).map((number) =>
    relation(number, "worksheet", `worksheets/sheet${number}.xml`),
  );
  return relationsXml(sheets.join("") + relation(sheetCount + 1, "styles", "styles.xml"));
}

export function workbookXml(sheets: readonly SheetSpec[]): string {
  const each = sheets.map(({ name, hidden }, index) => {
    const state = hidden === true ? ' state="hidden"' : "";
    return `<sheet name="${encodeXmlText(name)}" sheetId="${index + 1}"${state} r:id="rId${index + 1}"/>`;
  });
  return `${XML_START}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships"><bookViews><workbookView/></bookViews><sheets>${each.join("")}</sheets>${printTitlesXml(sheets)}</workbook>`;
}

/** Which rows a sheet repeats on every printed page. */
function printTitlesXml(sheets: readonly SheetSpec[]): string {
  const each = sheets.flatMap(({ name, paper }, index) => {
    if (paper?.headRows === undefined) return [];
    const sheet = encodeXmlText(name.replaceAll("'", "''"));
    return [
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${sheet}'!$1:$${paper.headRows}</definedName>`,
    ];
  });
  return each.length === 0 ? "" : `<definedNames>${each.join("")}</definedNames>`;
}

export function customPropertiesXml(edition: string): string {
  return `${XML_START}<Properties xmlns="${OFFICE}/custom-properties" xmlns:vt="${OFFICE}/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="edition"><vt:lpwstr>${encodeXmlText(edition)}</vt:lpwstr></property></Properties>`;
}

/** Fonts: plain, title, header. Fills: the two reserved ones, grey, red, yellow. Borders: none, thin. */
export function stylesXml(): string {
  const font = (size: number, bold: boolean): string =>
    `<font>${bold ? "<b/>" : ""}<sz val="${size}"/><name val="宋体"/><family val="3"/><charset val="134"/></font>`;
  const fill = (colour: string): string =>
    `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill>`;
  const side = (name: string): string => `<${name} style="thin"><color rgb="FF999999"/></${name}>`;
  const thin = ["left", "right", "top", "bottom"].map(side).join("");
  const formats = [
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
    textFormat(0, 0, 1, '<alignment vertical="center"/>'),
    textFormat(1, 0, 0, '<alignment horizontal="center" vertical="center" wrapText="1"/>'),
    textFormat(2, 2, 1, '<alignment horizontal="center" vertical="center" wrapText="1"/>'),
    textFormat(0, 3, 1, '<alignment vertical="center"/>'),
    textFormat(0, 4, 1, '<alignment vertical="center"/>'),
    textFormat(0, 0, 1, '<alignment vertical="center" wrapText="1"/>'),
    numberFormat("1"),
    numberFormat("2"),
  ];
  return `${XML_START}<styleSheet xmlns="${MAIN}"><fonts count="3">${font(11, false)}${font(16, true)}${font(11, true)}</fonts><fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fill("FFE7E6E6")}${fill("FFFFC7CE")}${fill("FFFFEB9C")}</fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${thin}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${formats.length}">${formats.join("")}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}

/** Number format 49 is `@`; quotePrefix keeps `=…` text even when the cell is edited and left. */
function textFormat(font: number, fill: number, border: number, alignment: string): string {
  return `<xf numFmtId="49" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" quotePrefix="1" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${alignment}</xf>`;
}

/** Number format 1 is `0`, 2 is `0.00`. */
function numberFormat(id: "1" | "2"): string {
  return `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment vertical="center"/></xf>`;
}

function override(part: string, type: string): string {
  return `<Override PartName="${part}" ContentType="${type}"/>`;
}

function relation(id: number, type: string, target: string): string {
  return `<Relationship Id="rId${id}" Type="${OFFICE}/relationships/${type}" Target="${target}"/>`;
}

function relationsXml(relations: string): string {
  return `${XML_START}<Relationships xmlns="${PACKAGE}/relationships">${relations}</Relationships>`;
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}
