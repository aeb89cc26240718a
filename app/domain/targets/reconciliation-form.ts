import { z } from "zod";
import { withNumbersMasked } from "../people/typed-number";
import { wholeNumber } from "../shared/form-fields";
import type { ExplanationKind } from "./reconciliation-words";
import { toExplanationKind } from "./reconciliation-words";

export const LONGEST_EXPLANATION = 200;

/** The district's figure, typed. */
export const figureForm = z.object({ figure: wholeNumber("人数", 0, 999_999) });

/** What is said about one person of one side; `kind` null takes an explanation back. */
export interface LineExplanation {
  readonly lineId: string;
  readonly kind: ExplanationKind | null;
  readonly text: string;
}

type ReadExplanations =
  | { readonly ok: true; readonly lines: readonly LineExplanation[]; readonly whole: string | null }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

const LINE = /^kind\.([0-9a-f-]{36})$/;

/**
 * The fields `kind.<line>`, `text.<line>` and, for a month without a list, `whole`; "其他" says what. Numbers typed
 * into the words are masked.
 */
export function readExplanations(typed: Readonly<Record<string, string>>): ReadExplanations {
  const errors: Record<string, string> = {};
  const words = (name: string) => {
    const text = withNumbersMasked((typed[name] ?? "").trim());
    if (text.length > LONGEST_EXPLANATION) errors[name] = `说明不超过 ${LONGEST_EXPLANATION} 个字`;
    return text;
  };
  const lines = Object.entries(typed).flatMap(([name, value]) => {
    const lineId = LINE.exec(name)?.[1];
    if (lineId === undefined) return [];
    const kind = value === "" ? null : toExplanationKind(value);
    if (value !== "" && kind === null) errors[name] = "请从列表中选择原因";
    const text = words(`text.${lineId}`);
    if (kind === "OTHER" && text === "") errors[`text.${lineId}`] = "选“其他”的，请写明原因";
    if (kind === null && text !== "") errors[name] ??= "请先选择原因，再写补充说明";
    return [{ lineId, kind, text }];
  });
  const whole = typed["whole"] === undefined ? null : words("whole");
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, lines, whole };
}
