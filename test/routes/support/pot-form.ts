export type Form = Readonly<Record<string, string>>;

/** The pattern in which an id is whatever an address has in its place. */
export const patternOf = (path: string) =>
  `/funds/${path.split("?")[0] ?? ""}`
    .replace(/^\/funds\/[0-9a-f-]{36}/, "/funds/:potId")
    .replace(/entries\/\w+\/[0-9a-f-]{36}$/, "entries/:kind/:entryId")
    .replace(/files\/[0-9a-f-]{36}$/, "files/:fileId")
    .replace(/adjustments\/[0-9a-f-]{36}$/, "adjustments/:adjustmentId");

export function withFile(fields: Form): FormData {
  const body = new FormData();
  for (const [name, text] of Object.entries(fields)) body.set(name, text);
  body.set("file", new File(["%PDF-1.4"], "凭证.pdf", { type: "application/pdf" }));
  return body;
}

export const RECEIPT = {
  ...{ fromUnit: "市财政局", letterReceivedOn: "2020-03-24", receivedOn: "2020-04-16" },
  ...{ amountFen: "500000", voucherNo: "收-1", note: "" },
};
export const SPENDING = {
  ...{ category: "OTHER", purpose: "招聘会场地", payee: "某会展公司", spentOn: "2020-05-06" },
  ...{ amountFen: "200000.50", voucherNo: "记-1" },
  reason: "会务支出，不发给个人",
};

export const step = {
  intent: "step",
  step: "FINAL_ACCOUNTS",
  doneOn: "2021-05-10",
  doneByUnit: "人社局",
};
