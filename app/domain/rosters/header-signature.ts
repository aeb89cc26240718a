/** Headers in order: the same ones again are the same county's same form. */
export function headerSignature(columns: readonly { readonly header: string }[]): string {
  return columns
    .map(({ header }) => header)
    .join("|")
    .slice(0, 1_000);
}
