export const RESULT_PARTS = [
  "result",
  "certificateKind",
  "certificateNo",
  "issuedOn",
  "version",
] as const;

export type ResultPart = (typeof RESULT_PARTS)[number];

/** Field of one part of a line's result. */
export function resultField(part: ResultPart, lineId: string): string {
  return `${part}.${lineId}`;
}

/** Fields beside the pasted column. */
export const PASTE_FIELDS = ["pasted", "pastedKind", "pastedIssuedOn"];
