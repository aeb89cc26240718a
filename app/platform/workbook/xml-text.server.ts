const NAMED: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

/**
 * Character data of a workbook part as the officer typed it: line ends made `\n`, entities
 * resolved (unless `literal`, for CDATA), then `_xHHHH_` (ECMA-376-1, 22.9.2.19) resolved.
 * An entity that XML does not know stays as written.
 */
export function decodeXmlText(raw: string, literal: boolean): string {
  const lines = raw.includes("\r") ? raw.replace(/\r\n?/g, "\n") : raw;
  const resolved =
    literal || !lines.includes("&")
      ? lines
      : lines.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,4}));/gi, resolveEntity);
  return resolved.includes("_x") ? resolved.replace(/_x([\da-f]{4})_/gi, fromHex) : resolved;
}

/** The reverse, for writing: characters XML cannot hold are dropped, the others escaped. */
export function encodeXmlText(text: string): string {
  if (!/[&<>"\r_\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]/.test(text)) return text;
  return text
    .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "")
    .replace(/[\ud800-\udfff]/gu, "")
    .replace(/_(?=x[\da-f]{4}_)/gi, "_x005F_")
    .replace(/[&<>"\r]/g, (character) => ESCAPES.get(character) ?? character);
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["\r", "_x000D_"],
]);

function resolveEntity(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return NAMED.get(name) ?? whole;
  const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
  if (code === 0) return "";
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

/** NUL is dropped: no database text can hold it, and nobody typed it. */
function fromHex(_whole: string, hex: string): string {
  const code = Number.parseInt(hex, 16);
  return code === 0 ? "" : String.fromCharCode(code);
}
