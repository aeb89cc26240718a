/** 1,250: every figure of a board alike. */
export function numberText(figure: number): string {
  return figure.toLocaleString("zh-CN");
}

/** The same, or a dash where there is none. */
export function figureText(figure: number | null): string {
  return figure === null ? "—" : numberText(figure);
}
