/** 0-based column as letters: 0 is A, 27 is AB. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** 0-based column and 1-based row as A1, AB12. */
export function cellAddress(column: number, sheetRow: number): string {
  return `${columnLetters(column)}${sheetRow}`;
}
