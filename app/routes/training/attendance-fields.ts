/** Field of a line's state; its first radio carries the field's id. */
export function stateField(lineId: string): string {
  return `state.${lineId}`;
}

/** Field of the version the form showed, 0 for no mark. */
export function versionField(lineId: string): string {
  return `version.${lineId}`;
}
