import type { RosterKind } from "~/domain/rosters/roster";

type Word =
  | "menuPath"
  | "name"
  | "master"
  | "people"
  | "signed"
  | "caption"
  | "empty"
  | "emptyCure"
  | "toPrint"
  | "notPrinted"
  | "howPaper";

/** What the signing pages say, for a class and for a month's wages. */
export const SIGNING_WORDS: Readonly<Record<RosterKind, Readonly<Record<Word, string>>>> = {
  TRAINING: {
    menuPath: "/rosters",
    name: "签字手印",
    master: "屏幕签字便于当场核对，纸质花名册上的本人签字、手印仍是正本。两样都有的，以纸质为准。",
    people: "学员",
    signed: "已签字",
    caption: "学员签字手印情况",
    empty: "花名册上还没有学员",
    emptyCure: "县经办人先导入花名册，再来采集签字。",
    toPrint: "打印签字用花名册",
    notPrinted: "还没有打印签字用的花名册",
    howPaper: "先打印，请学员在纸上签字按手印，再把签好的各页扫描或拍照上传。",
  },
  WAGES: {
    menuPath: "/wage-sheets",
    name: "签收",
    master:
      "工资到账后请本人签收：在纸质签收表上签字，或在平板、本人手机上签字，三种都算；手印可不按。纸质和屏幕都有的，以纸质为准。",
    people: "领款人",
    signed: "已签收",
    caption: "工资签收情况",
    empty: "现在没有可签收的人",
    emptyCure: "工资表审核通过后，表上各人在这里签收；退回的，补正后重新审核。",
    toPrint: "打印签收表",
    notPrinted: "还没有打印签收表",
    howPaper: "先打印，工资到账后请本人在纸上签收，再把签好的各页扫描或拍照上传。",
  },
};
