import type { ProposeRefusal } from "~/usecases/posts/propose-appointment.server";

/** Why nobody could be settled on. */
export type PersonRefusal = Extract<
  ProposeRefusal,
  {
    readonly kind:
      "personUnknown" | "numberWrong" | "nameWrong" | "phoneWrong" | "otherName" | "otherCounty";
  }
>;

const KINDS: ReadonlySet<string> = new Set<PersonRefusal["kind"]>([
  "personUnknown",
  "numberWrong",
  "nameWrong",
  "phoneWrong",
  "otherName",
  "otherCounty",
]);

export function isAboutPerson(refusal: { readonly kind: string }): refusal is PersonRefusal {
  return KINDS.has(refusal.kind);
}

/** What the form says of it, at its field. */
export function explainPerson(refusal: PersonRefusal): Record<string, string> {
  switch (refusal.kind) {
    case "personUnknown":
      return { form: "没有找到选定的人员，请重新选择" };
    case "numberWrong":
      return { idCardNumber: "身份证号不对：应为 18 位，且末位校验码相符" };
    case "nameWrong":
      return { name: "姓名应为 2 个以上汉字，请对照身份证填写" };
    case "phoneWrong":
      return { phone: "手机号不对，请核对" };
    case "otherName":
      return { name: "这个身份证号已用另一姓名登记，请核对号码和姓名" };
    case "otherCounty":
      return { idCardNumber: "此人户籍在其他县（市、区），由户籍县登记" };
  }
}
