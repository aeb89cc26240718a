import { PDFiumLibrary, type PDFiumDocument } from "@hyzyla/pdfium";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import sharp from "sharp";
import { PICTURE_LIMITS } from "./decode.server";
import { ScanRefused } from "./scan-refused.server";

export { ScanRefused } from "./scan-refused.server";

export interface PdfPage {
  /** From 1. */
  readonly sheet: number;
  /** JPEG, about 200 dpi. */
  readonly picture: Buffer;
}

export const MOST_PDF_PAGES = 300;
/** PDF counts 72 points to the inch. */
const SCALE = 200 / 72;
/** A page of odd size is drawn no larger than this, in pixels of a side. */
const LONGEST_SIDE = 3_600;

/**
 * The pages of a PDF as pictures, one at a time. The library's memory is given back when the last
 * page was taken or the caller stops; each file gets a library of its own, so none sees another's.
 *
 * @throws ScanRefused for an encrypted or damaged file, or one of more than MOST_PDF_PAGES pages
 */
export async function* pdfPages(pdf: Buffer): AsyncGenerator<PdfPage> {
  const document = await openPdf(pdf);
  try {
    const pages = document.getPageCount();
    if (pages > MOST_PDF_PAGES) {
      const message = `PDF 有 ${pages} 页，超过一次 ${MOST_PDF_PAGES} 页的上限，请分成几个文件上传。`;
      throw new ScanRefused("tooManyPages", message);
    }
    for (let index = 0; index < pages; index++) {
      yield { sheet: index + 1, picture: await draw(document, index) };
    }
  } finally {
    document.destroy();
  }
}

async function openPdf(pdf: Buffer): Promise<PDFiumDocument> {
  const file = createRequire(import.meta.url).resolve("@hyzyla/pdfium/pdfium.wasm");
  const wasmBinary = new Uint8Array(await readFile(file)).buffer;
  const library = await PDFiumLibrary.init({ wasmBinary });
  try {
    return await library.loadDocument(pdf);
  } catch (cause) {
    const isLocked = cause instanceof Error && /password|security/i.test(cause.message);
    if (!isLocked) throw damagedPdf(cause);
    const message = "PDF 有密码或权限保护，无法读取，请取消保护后上传。";
    throw new ScanRefused("encrypted", message, { cause });
  }
}

async function draw(document: PDFiumDocument, index: number): Promise<Buffer> {
  try {
    const page = document.getPage(index);
    const { originalWidth, originalHeight } = page.getOriginalSize();
    const scale = Math.min(SCALE, LONGEST_SIDE / Math.max(1, originalWidth, originalHeight));
    const { width, height, data } = await page.render({ scale, render: "bitmap" });
    // The library's memory grows with the next page, so the bytes are turned into a file at once.
    return await sharp(data, {
      raw: { width, height, channels: 4 },
      limitInputPixels: PICTURE_LIMITS.pixels,
    })
      .removeAlpha()
      .jpeg({ quality: 88 })
      .toBuffer();
  } catch (cause) {
    throw damagedPdf(cause);
  }
}

function damagedPdf(cause: unknown): ScanRefused {
  const message = "PDF 已损坏，无法打开，请重新扫描后上传。";
  return new ScanRefused("damaged", message, { cause });
}
