/** The five proofs of a roster line (曲财农〔2020〕31号 四(三)3(2)). */
export type ProofElement = "VERIFIED" | "ID_NUMBER" | "CONTACT" | "SIGNATURE" | "FINGERPRINT";

export const PROOF_LABELS: Readonly<Record<ProofElement, string>> = {
  VERIFIED: "脱贫状态查验",
  ID_NUMBER: "身份证号",
  CONTACT: "联系方式",
  SIGNATURE: "签字",
  FINGERPRINT: "手印",
};

/** In the order the clause names them. */
export const PROOF_ELEMENTS = Object.keys(PROOF_LABELS) as readonly ProofElement[];

/** The two that come from the person's own hand. */
export type InkElement = "SIGNATURE" | "FINGERPRINT";

/** How the hand got into the system; paper stays the master (电子签名法: screen ink is no 可靠的电子签名). */
export type AcknowledgementMethod = "paper" | "screen" | "ownPhone" | "closeUp";

export const ACKNOWLEDGEMENT_METHOD_LABELS: Readonly<Record<AcknowledgementMethod, string>> = {
  paper: "纸质名册",
  screen: "现场平板签字",
  ownPhone: "本人手机签字",
  closeUp: "手印近照",
};

/** Every way but paper: kept beside it, and voided by its own page. */
export type ScreenMethod = Exclude<AcknowledgementMethod, "paper">;

/** Null for paper. */
export function screenMethod(method: AcknowledgementMethod): ScreenMethod | null {
  return method === "paper" ? null : method;
}
