export type ScanRefusalKind =
  "notAPicture" | "damaged" | "encrypted" | "tooLarge" | "tooManyPixels" | "tooManyPages";

/** Why a scan was not opened; `message` is a Chinese sentence with cause and cure. */
export class ScanRefused extends Error {
  readonly kind: ScanRefusalKind;

  constructor(kind: ScanRefusalKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "ScanRefused";
    this.kind = kind;
  }
}
