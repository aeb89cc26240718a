import { fen, yuanColumn } from "../shared/fen";
import { RECEIPT_MONTHS, receiptField, type PostField, type ReceiptField } from "./layouts/post";

/** One appointment as exports write it; texts are empty where nothing is known. */
export interface PostLine {
  readonly township: string;
  readonly village: string;
  readonly name: string;
  readonly title: string;
  readonly employer: string;
  /** `YYYY-MM-DD`. */
  readonly startsOn: string;
  readonly endsOn: string;
  /** Null while he has not left early. */
  readonly leftOn: string | null;
  /** In fen. */
  readonly monthlyRateFen: number;
  readonly fundSource: string;
  /** Months (YYYY-MM) that a file called signed or that were signed for here. */
  readonly receipts: readonly string[];
  readonly shortReason: string;
  readonly note: string;
}

/** What the cells of a line hold, column by column; an import reads them back as they were. */
export function postTexts(
  line: PostLine,
  numbers: { readonly idCardNumber: string; readonly phone: string },
  sequence: number,
): Readonly<Record<PostField, string>> {
  const { township, village, name, title, employer, startsOn, endsOn, fundSource } = line;
  return {
    ...{ ...numbers, township, village, name, title, employer, startsOn, endsOn, fundSource },
    sequence: String(sequence),
    sex: "",
    leftOn: line.leftOn ?? "",
    monthlyRate: yuanColumn(fen(line.monthlyRateFen)),
    ...receiptTexts(line.receipts),
    shortReason: line.shortReason,
    note: line.note,
  };
}

function receiptTexts(months: readonly string[]): Readonly<Record<ReceiptField, string>> {
  const signed = new Set(months.map((month) => Number(month.slice(5, 7))));
  const cells = RECEIPT_MONTHS.map((month) => [
    receiptField(month),
    signed.has(month) ? "已签" : "",
  ]);
  return Object.fromEntries(cells) as Record<ReceiptField, string>;
}
