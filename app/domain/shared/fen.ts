/** Money as a whole number of fen (分), so that sums are exact; never a fraction of yuan. */
declare const fenBrand: unique symbol;
export type Fen = number & { readonly [fenBrand]: true };

/** A whole number of fen from our own source or tables; throws a RangeError on any other number. */
export function fen(value: number): Fen {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number of fen: ${value}`);
  return value as Fen;
}

/** Yuan as people type it (720000, 720,000.5, ７２万 is refused) in fen; null for anything else. */
export function parseYuan(text: string): Fen | null {
  const plain = text.normalize("NFKC").replace(/[\s,元]/g, "");
  const match = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(plain);
  if (match === null) return null;
  return fen(Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0")));
}

/** For reading: 720,000 元, 600.50 元. */
export function yuanText(amount: Fen): string {
  const [whole = "", cents] = yuanDigits(amount).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${grouped}${cents === undefined ? "" : `.${cents}`} 元`;
}

/** For a column of amounts, and for the cells of a workbook: 720000.00, 600.50. */
export function yuanColumn(amount: Fen): string {
  return (amount / 100).toFixed(2);
}

/** For a column of amounts that people read: 720,000.00. */
export function yuanGrouped(amount: Fen): string {
  const [whole = "", cents = "00"] = yuanColumn(amount).split(".");
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ",")}.${cents}`;
}

/** For a form's field: 720000, 600.50. */
export function yuanDigits(amount: Fen): string {
  const cents = Math.abs(amount) % 100;
  const whole = String((Math.abs(amount) - cents) / 100);
  const sign = amount < 0 ? "-" : "";
  return `${sign}${whole}${cents === 0 ? "" : `.${String(cents).padStart(2, "0")}`}`;
}
