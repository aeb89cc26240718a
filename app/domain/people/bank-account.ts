declare const accountBrand: unique symbol;

/** Digits of a bank card or passbook, 10 to 30. */
export type BankAccount = string & { readonly [accountBrand]: true };

/** The digits of what was typed or read (blanks and hyphens between them are let go), or null. */
export function toBankAccount(text: string): BankAccount | null {
  const digits = text.normalize("NFKC").replace(/[\s-]/g, "");
  return /^\d{10,30}$/.test(digits) ? (digits as BankAccount) : null;
}

/** 6217 **** 4321: enough to recognise, too little to use. */
export function maskBankAccount(account: BankAccount): string {
  return `${account.slice(0, 4)} **** ${account.slice(-4)}`;
}
