import { halfWidth, withoutBlanks } from "../shared/cell-text";
import { fen, yuanText } from "../shared/fen";
import type { ColumnUnit } from "./allocation";

/** In what a document writes its money. */
export type MoneyUnit = "WAN" | "YUAN";

export const MONEY_UNIT_LABELS: Readonly<Record<MoneyUnit, string>> = { WAN: "万元", YUAN: "元" };

const FEN_DIGITS: Readonly<Record<MoneyUnit, number>> = { WAN: 6, YUAN: 2 };

/**
 * A figure as it is written (16,935、123263.6、51.92%) as a whole number of the column's unit: fen, things, or
 * hundredths of a per cent. Null when it is no such figure, or finer than the unit (万元: six decimals).
 */
export function parseAmount(text: string, unit: ColumnUnit, money: MoneyUnit): number | null {
  const plain = withoutBlanks(halfWidth(text)).replace(/[,，]|万元|元|%$/g, "");
  const digits = unit === "FEN" ? FEN_DIGITS[money] : unit === "PERCENT" ? 2 : 0;
  const match = /^(\d{1,12})(?:\.(\d+))?$/.exec(plain);
  const decimals = (match?.[2] ?? "").replace(/0+$/, "");
  if (match === null || decimals.length > digits) return null;
  const whole = Number(`${match[1] ?? ""}${decimals.padEnd(digits, "0")}`);
  return Number.isSafeInteger(whole) ? whole : null;
}

/** 1300, 123263.6, 51.92: the figure as the document writes it, without its unit. */
export function amountDigits(amount: number, unit: ColumnUnit, money: MoneyUnit = "WAN"): string {
  const digits = unit === "FEN" ? FEN_DIGITS[money] : unit === "PERCENT" ? 2 : 0;
  const plain = String(Math.abs(amount)).padStart(digits + 1, "0");
  const whole = plain.slice(0, plain.length - digits);
  const all = plain.slice(plain.length - digits);
  const decimals = unit === "PERCENT" ? all : all.replace(/0+$/, "");
  return `${amount < 0 ? "-" : ""}${whole}${decimals === "" ? "" : `.${decimals}`}`;
}

/** 1300 万元, 416 个, 51.92%. */
export function amountText(amount: number, unit: ColumnUnit): string {
  switch (unit) {
    case "FEN":
      return amount % 100 === 0 ? `${amountDigits(amount, unit)} 万元` : yuanText(fen(amount));
    case "COUNT":
      return `${amount} 个`;
    case "PERCENT":
      return `${amountDigits(amount, unit)}%`;
  }
}
