import { maskIdCardNumber, maskPhone } from "~/domain/shared/masking";
import { openText } from "~/platform/crypto/field-cipher.server";
import { platform } from "~/platform/platform.server";

/** The sealed columns of a roster line. */
export interface SealedNumbers {
  readonly idIndex: Uint8Array;
  readonly idSealed: Uint8Array;
  readonly phoneSealed: Uint8Array | null;
}

export interface Numbers {
  readonly idCardNumber: string;
  /** Empty when the line has none. */
  readonly phone: string;
}

/** The numbers in full: for exports and paper only, which leave a trail. */
export function openNumbers({ idIndex, idSealed, phoneSealed }: SealedNumbers): Numbers {
  const ring = platform().keyRing;
  const hex = Buffer.from(idIndex).toString("hex");
  return {
    idCardNumber: openText(ring, idSealed, `idNumber:${hex}`),
    phone: phoneSealed === null ? "" : openText(ring, phoneSealed, `phone:${hex}`),
  };
}

/** The numbers as a screen may show them. */
export function maskedNumbers(sealed: SealedNumbers): Numbers {
  const { idCardNumber, phone } = openNumbers(sealed);
  return { idCardNumber: maskIdCardNumber(idCardNumber), phone: maskPhone(phone) };
}
