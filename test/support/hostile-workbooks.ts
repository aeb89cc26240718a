import { deflateRawSync } from "node:zlib";
import { slowCrc32 } from "~/platform/workbook/crc32.server";

/** One part of a container made by hand; the header may lie where a hostile file would. */
export interface RawPart {
  readonly name: string;
  readonly content: string | Buffer;
  readonly claimedSize?: number;
  readonly stored?: boolean;
  readonly encrypted?: boolean;
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** What a hand-made workbook is built from; everything but the sheet has a usual value. */
export interface RawWorkbook {
  /** The XML of the one worksheet, whole. */
  readonly sheet: string | Buffer;
  readonly sharedStrings?: string;
  readonly numberFormats?: string;
  /** Cell formats (`<xf …/>`), in order. */
  readonly cellFormats?: string;
  readonly workbookProperties?: string;
  readonly extraParts?: readonly RawPart[];
  readonly extraRelations?: string;
}

/** A worksheet around the XML of its rows. */
export function worksheet(rows: string, after = ""): string {
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${after}</worksheet>`;
}

export function rawWorkbook(book: RawWorkbook): Buffer {
  return rawZip(workbookParts(book));
}

export function workbookParts(book: RawWorkbook): RawPart[] {
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  const strings =
    book.sharedStrings === undefined ? "" : relation("rId3", "sharedStrings", "sharedStrings.xml");
  return [
    { name: "[Content_Types].xml", content: "<Types/>" },
    {
      name: "_rels/.rels",
      content: relations(relation("rId1", "officeDocument", "xl/workbook.xml")),
    },
    {
      name: "xl/workbook.xml",
      content: `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${book.workbookProperties ?? ""}<sheets><sheet name="花名册" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: relations(
        `${relation("rId1", "worksheet", "worksheets/sheet1.xml")}${relation("rId2", "styles", "styles.xml")}${strings}${book.extraRelations ?? ""}`,
      ),
    },
    {
      name: "xl/styles.xml",
      content: `<styleSheet xmlns="${MAIN}"><numFmts>${book.numberFormats ?? ""}</numFmts><cellXfs>${book.cellFormats ?? '<xf numFmtId="0"/>'}</cellXfs></styleSheet>`,
    },
    { name: "xl/worksheets/sheet1.xml", content: book.sheet },
    ...(book.sharedStrings === undefined
      ? []
      : [{ name: "xl/sharedStrings.xml", content: book.sharedStrings }]),
    ...(book.extraParts ?? []),
  ];
}

function relations(inside: string): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;
}

/** A zip whose directory says what the parts ask it to say. */
export function rawZip(parts: readonly RawPart[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const content = Buffer.from(part.content);
    const packed = part.stored === true ? content : deflateRawSync(content);
    const head = header(part, content, packed.length);
    const name = Buffer.from(part.name);
    const local = Buffer.concat([signature(0x04034b50), head.subarray(2), name, packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([signature(0x02014b50), head, place, name]));
    bodies.push(local);
    offset += local.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length & 0xffff, 8);
  end.writeUInt16LE(parts.length & 0xffff, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, entries, end]);
}

/** From "version made by" to "extra field length": what both headers share but for the first field. */
function header(part: RawPart, content: Buffer, packedSize: number): Buffer {
  const head = Buffer.alloc(28);
  head.writeUInt16LE(20, 2);
  head.writeUInt16LE(0x0800 | (part.encrypted === true ? 1 : 0), 4);
  head.writeUInt16LE(part.stored === true ? 0 : 8, 6);
  head.writeUInt32LE(slowCrc32(content, 0), 12);
  head.writeUInt32LE(packedSize, 16);
  head.writeUInt32LE(part.claimedSize ?? content.length, 20);
  head.writeUInt16LE(Buffer.byteLength(part.name), 24);
  return head;
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** The outline of an OLE container whose directory names the given streams. */
export function oleContainer(...streams: readonly string[]): Buffer {
  const bytes = Buffer.alloc(4096);
  Buffer.from("d0cf11e0a1b11ae1", "hex").copy(bytes);
  streams.forEach((name, index) => bytes.write(`${name}\0`, 1024 + index * 128, "utf16le"));
  return bytes;
}

/** `count` rows of one cell each, as one big string of XML. */
export function manyRows(count: number, cell = "<c><v>1</v></c>"): string {
  return Array.from({ length: count }, (_, index) => `<row r="${index + 1}">${cell}</row>`).join(
    "",
  );
}

/** The same row over and over without numbers: compresses as a bomb does. */
export function repeated(text: string, times: number): Buffer {
  return Buffer.alloc(Buffer.byteLength(text) * times, text);
}
