/**
 * The context a column's value is sealed under: a value moved to another person's row does not open.
 * `key` holds the values of the table's key in its order.
 */
export function contextOf(
  column: string,
  key: readonly (string | number | Buffer)[],
  idIndex: Buffer | null,
): string {
  switch (column) {
    case "id_sealed":
      return `idNumber:${idIndex?.toString("hex") ?? ""}`;
    case "phone_sealed":
      return `phone:${idIndex?.toString("hex") ?? ""}`;
    case "cells_sealed":
      return `cells:${key.join(":")}`;
    case "fields_sealed":
      return `draft:${key.join(":")}`;
    case "before_sealed":
      return `amendment:${key.join(":")}:before`;
    case "after_sealed":
      return `amendment:${key.join(":")}:after`;
    case "contact_phone_sealed":
      return `employerPhone:${key.join(":")}`;
    case "account_sealed":
      return `account:${key.join(":")}`;
    case "unit_account_sealed":
      return `claimUnit:${key.join(":")}`;
    default:
      throw new Error(`no sealing context for column ${column}`);
  }
}
