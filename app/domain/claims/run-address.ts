/** The number of a run as an address writes it; null for the latest. */
export function writtenRun(text: string | null): number | null {
  return text !== null && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null;
}
