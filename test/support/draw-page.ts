import sharp from "sharp";
import type { InkElement } from "~/domain/evidence/line-proofs";
import { formatPageCode, type PageCode } from "~/domain/rosters/page-code";
import {
  cellBox,
  inkCellBox,
  markCentres,
  PAGE_COLUMNS,
  PAGE_GEOMETRY,
  type PageColumn,
} from "~/domain/rosters/page-geometry";
import { qrPicture } from "~/platform/image/qr-picture.server";
import { seededRandom } from "./distort-page";

/** A cell somebody signed or put his finger in. */
export interface SignedCell {
  readonly row: number;
  readonly element: InkElement;
}

const PEN_COLOURS = ["#111111", "#16244f", "#1d3f9e", "#33363c"];
const PAD_COLOURS = ["#c4202c", "#b5121b", "#d8434b", "#2a2a55"];

/** A roster page without a browser: marks, code, grid and some print, `rows` people long; PNG at `dpi`. */
export async function drawPage(code: PageCode, rows: number, dpi = 200): Promise<Buffer> {
  const { qr, mark, width, height } = PAGE_GEOMETRY;
  const { size, path } = qrPicture(formatPageCode(code));
  const marks = markCentres()
    .map(({ x, y }) => rectangle(x - mark.side / 2, y - mark.side / 2, mark.side, mark.side))
    .join("");
  const grid = Array.from({ length: rows + 1 }, (_, row) => gridRow(row)).join("");
  const body =
    `${marks}<path transform="translate(${qr.x} ${qr.y}) scale(${qr.width / size})" d="${path}"/>` +
    `<g fill="none" stroke="#000" stroke-width="0.25">${grid}</g>` +
    bars(width / 2 - 70, 13, 140, 5) +
    bars(60, 24, 170, 3) +
    bars(25, 186, 200, 3);
  return picture(
    `<rect width="297" height="210" fill="#fff"/>${body}`,
    inPixels(width, dpi),
    inPixels(height, dpi),
  );
}

/** Lays signatures and fingerprints over a picture of a whole sheet; the same seed, the same hand. */
export async function signPage(
  sheet: Buffer,
  cells: readonly SignedCell[],
  seed: number,
): Promise<Buffer> {
  const { width, height } = await sharp(sheet).metadata();
  const random = seededRandom(seed);
  const ink = cells.map(({ row, element }) => {
    const { x, y, width: w, height: h } = inkCellBox(row, element);
    return element === "SIGNATURE" ? signature(x, y, w, h, random) : print(x, y, w, h, random);
  });
  const layer = await picture(ink.join(""), width, height);
  return sharp(sheet)
    .composite([{ input: layer, blend: "multiply" }])
    .png({ compressionLevel: 2 })
    .toBuffer();
}

const inPixels = (mm: number, dpi: number) => Math.round((mm * dpi) / 25.4);

function picture(body: string, width: number, height: number): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 297 210" preserveAspectRatio="none">${body}</svg>`;
  return sharp(Buffer.from(svg)).png({ compressionLevel: 2 }).toBuffer();
}

function gridRow(row: number): string {
  return (Object.keys(PAGE_COLUMNS) as PageColumn[])
    .map((column) => {
      const { x, y, width, height } = cellBox(row, column, PAGE_COLUMNS);
      const isInk = column === "signature" || column === "fingerprint";
      const text = row > 0 && isInk ? "" : bars(x + 2, y + height / 2 - 1.5, width - 4, 3);
      return rectangle(x, y, width, height) + text;
    })
    .join("");
}

const rectangle = (x: number, y: number, width: number, height: number) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}"/>`;

/** Stands for a line of print: fonts are the machine's, and the reader never looks at letters. */
function bars(x: number, y: number, width: number, height: number): string {
  let path = "";
  for (let at = x; at < x + width; at += 2.1) {
    path += `M${at} ${y}v${height}M${at} ${y + height / 2}h1.2v${height / 2}`;
  }
  return `<path d="${path}" fill="none" stroke="#000" stroke-width="0.4"/>`;
}

/** Two or three characters of a few strokes each, some of which leave the cell. */
function signature(x: number, y: number, w: number, h: number, random: () => number): string {
  const strokes: string[] = [];
  const characters = 2 + Math.floor(random() * 2);
  const size = 6 + random() * 3;
  for (let at = 0; at < characters; at++) {
    const left = x + 3 + at * (size + 1) + random() * (w - 8 - characters * (size + 1));
    const top = y + (h - size) * random();
    for (let stroke = 0; stroke < 4; stroke++) {
      const p = () => `${left + random() * size} ${top + random() * size}`;
      strokes.push(`M${p()}Q${p()} ${p()}`);
    }
  }
  const colour = PEN_COLOURS[Math.floor(random() * PEN_COLOURS.length)];
  const pen = 0.35 + random() * 0.35;
  return `<path d="${strokes.join("")}" fill="none" stroke="${colour}" stroke-width="${pen}" stroke-linecap="round"/>`;
}

/** Bent ridges in an oval, fainter here and stronger there. */
function print(x: number, y: number, w: number, h: number, random: () => number): string {
  const cx = x + w / 2 + (random() - 0.5) * 12;
  const cy = y + h / 2 + (random() - 0.5) * 2;
  const ridges = Array.from({ length: 9 }, (_, at) => {
    const r = 0.5 + at * 0.6;
    return `<ellipse cx="${cx}" cy="${cy + 0.3 * at * random()}" rx="${r}" ry="${Math.min(r * 1.25, h / 2)}" stroke-dasharray="${4 + random() * 8} ${0.5 + random()}"/>`;
  });
  const colour = PAD_COLOURS[Math.floor(random() * PAD_COLOURS.length)];
  return `<g fill="none" stroke="${colour}" stroke-width="0.35" opacity="${0.6 + random() * 0.4}">${ridges.join("")}</g>`;
}
