import { describe, expect, test } from "vitest";
import sharp from "sharp";
import { MOST_PDF_PAGES, pdfPages } from "~/platform/image/pdf-pages.server";
import { pictureKind } from "~/platform/image/picture-kind.server";

/** A PDF of empty pages of A4 laid across, by hand. */
function emptyPdf(pages: number, trailer = ""): Buffer {
  const kids = Array.from({ length: pages }, (_, at) => `${at + 3} 0 R`).join(" ");
  const page = (at: number) =>
    `${at + 3} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 842 595]>>endobj\n`;
  const body =
    "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n" +
    `2 0 obj<</Type/Pages/Count ${pages}/Kids[${kids}]>>endobj\n` +
    Array.from({ length: pages }, (_, at) => page(at)).join("");
  return Buffer.from(`%PDF-1.4\n${body}trailer<</Root 1 0 R${trailer}>>\n%%EOF\n`);
}

async function sizes(pdf: Buffer) {
  const found: string[] = [];
  for await (const { sheet, picture } of pdfPages(pdf)) {
    const { width, height, format } = await sharp(picture).metadata();
    found.push(`${sheet} ${width}×${height} ${format}`);
  }
  return found;
}

describe("the pages of a PDF", () => {
  test("[R02] come one after the other as pictures of about 200 dpi", async () => {
    expect(await sizes(emptyPdf(2))).toEqual(["1 2338×1652 jpeg", "2 2338×1652 jpeg"]);
  });

  test("are refused beyond the most, and the file says how many", async () => {
    await expect(pdfPages(emptyPdf(MOST_PDF_PAGES + 1)).next()).rejects.toMatchObject({
      kind: "tooManyPages",
      message: expect.stringContaining("301") as string,
    });
    const first = await pdfPages(emptyPdf(MOST_PDF_PAGES)).next();
    expect(first.done).toBe(false);
  });

  test("of a locked file are refused as such", async () => {
    const zeros = "00".repeat(32);
    const lock = `/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${zeros}>/U<${zeros}>>>`;
    await expect(sizes(emptyPdf(1, lock))).rejects.toMatchObject({ kind: "encrypted" });
  });

  test("of what is no PDF are refused", async () => {
    await expect(sizes(Buffer.from("%PDF-1.4 and nothing"))).rejects.toMatchObject({
      kind: "damaged",
    });
  });
});

test("a file is known by its first bytes, not by its name", () => {
  expect(pictureKind(emptyPdf(1))).toBe("pdf");
  expect(pictureKind(Buffer.from([0xff, 0xd8, 0xff, 0xe0]))).toBe("jpeg");
  expect(pictureKind(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))).toBe("png");
  expect(pictureKind(Buffer.from("<svg/>"))).toBeNull();
  expect(pictureKind(Buffer.alloc(0))).toBeNull();
});
