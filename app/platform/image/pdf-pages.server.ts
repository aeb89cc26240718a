/** Why a scan was not opened; `message` is a Chinese sentence with cause and cure. */
export type ScanRefusalKind =
  "notAPicture" | "damaged" | "encrypted" | "tooLarge" | "tooManyPixels" | "tooManyPages";

/** Thrown by {@link pdfPages} and by the readers of pictures. */
export class ScanRefused extends Error {
  readonly kind: ScanRefusalKind;

  constructor(kind: ScanRefusalKind, message: string) {
    super(message);
    this.name = "ScanRefused";
    this.kind = kind;
  }
}

export interface PdfPage {
  /** From 1. */
  readonly sheet: number;
  /** JPEG, about 200 dpi. */
  readonly picture: Buffer;
}

/**
 * The pages of a PDF as pictures, one at a time; memory is given back after each.
 *
 * @throws ScanRefused for an encrypted or damaged file, or one of more than 300 pages
 */
export async function* pdfPages(pdf: Buffer): AsyncGenerator<PdfPage> {
  await Promise.reject(new Error(`Not built yet: ${pdf.length}`));
  yield { sheet: 0, picture: pdf };
}
