/** Points from what paper forms are set in down to what can still be read. */
const SIZES = [10.5, 9, 8, 7, 6, 5] as const;
const MM_PER_POINT = 25.4 / 72;
const LINE = 1.2;
/** Room lost to the edges of the cell, and in a line that breaks before its end. */
const SLACK_MM = { width: 2, height: 1 };
/** From here on signs are as wide as they are high. */
const FIRST_WIDE = 0x2e80;
const NARROW_EM = 0.6;

/**
 * The largest size, in points, in which a text fits a box of a form; the smallest when none does. A
 * cell never grows for its text: a row that moved would be read as another person's.
 *
 * @param width millimetres
 * @param height millimetres
 */
export function fittingSize(text: string, width: number, height: number): number {
  const ems = Array.from(text).reduce((sum, sign) => sum + emsOf(sign), 0);
  const fits = SIZES.find((points) => {
    const size = points * MM_PER_POINT;
    const perLine = Math.floor((width - SLACK_MM.width) / size);
    return Math.ceil(ems / Math.max(1, perLine)) * size * LINE <= height - SLACK_MM.height;
  });
  return fits ?? SIZES[SIZES.length - 1] ?? 5;
}

function emsOf(sign: string): number {
  return (sign.codePointAt(0) ?? 0) >= FIRST_WIDE ? 1 : NARROW_EM;
}
