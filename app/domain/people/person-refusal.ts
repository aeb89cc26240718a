/** Why somebody entered by number and name is not taken: for a placement, a school or a fair alike. */
export type PersonRefusalKind =
  | "personUnknown"
  | "numberWrong"
  | "nameWrong"
  | "phoneWrong"
  | "otherName"
  | "registryOtherName"
  | "otherCounty";

/** The field at which a form says it (`form` for the whole), and the words. */
const WORDS: Readonly<Record<PersonRefusalKind, readonly [field: string, words: string]>> = {
  personUnknown: ["form", "没有找到选定的人员，请重新选择"],
  numberWrong: ["idCardNumber", "身份证号不对：应为 18 位，且末位校验码相符"],
  nameWrong: ["name", "姓名应为 2 个以上汉字，请对照身份证填写"],
  phoneWrong: ["phone", "手机号不对，请核对"],
  otherName: ["name", "这个身份证号已用另一姓名登记，请核对号码和姓名"],
  registryOtherName: [
    "name",
    "建档立卡数据中这个身份证号是另一姓名，请对照身份证核对号码和姓名，不一致的不能登记",
  ],
  otherCounty: ["idCardNumber", "此人户籍在其他县（市、区），由户籍县登记，工作地在本县也一样"],
};

/** What a form says of the refusal, by field. */
export function explainPerson(kind: PersonRefusalKind): Record<string, string> {
  const [field, words] = WORDS[kind];
  return { [field]: words };
}

/** Whether a refusal is one of these. */
export function isPersonRefusal(kind: string): kind is PersonRefusalKind {
  return Object.hasOwn(WORDS, kind);
}
