import type { FoundingDocument } from "./founding-document";

const UNSAID = "引用文件未写明";

function cited(
  [issuer, number, title]: readonly [issuer: string, number: string, title: string],
  regionCode: string,
  by: string,
): FoundingDocument {
  const note = `${by}。本系统没有取得原文，不据此判断。`;
  return {
    ...{ issuer, number, issuedOn: null, title, regionCode, note },
    ...{ clauses: [], deadlines: [] },
  };
}

/** What the founding documents rest on by number or name; only what they say of it is known. */
export const CITED_DOCUMENTS: readonly FoundingDocument[] = [
  cited(
    ["云南省财政厅", "云财农〔2020〕31号", "关于预拨2020年上海市对口帮扶云南省项目资金的通知"],
    "530000",
    "曲财农〔2020〕31号首段引用，是它下达资金的依据；两个文件年份和序号相同，不要混淆",
  ),
  cited(
    [
      "国务院办公厅",
      "国办发〔2018〕35号",
      "转发财政部、国务院扶贫办、国家发展改革委扶贫项目资金绩效管理办法的通知",
    ],
    "000000",
    "曲财农〔2020〕31号 三 引用，绩效评价的依据",
  ),
  cited(
    [
      "国务院扶贫开发领导小组",
      "国开发〔2019〕13号",
      "关于印发《东西部扶贫协作成效评价办法》的通知",
    ],
    "000000",
    "楚沪滇组发〔2020〕2号 五(三) 引用",
  ),
  cited(
    [
      "云南省扶贫开发领导小组",
      "云开组〔2019〕31号",
      "关于印发《云南省东西部扶贫协作成效评价办法》的通知",
    ],
    "530000",
    "楚沪滇组发〔2020〕2号 五(三) 引用",
  ),
  cited([UNSAID, "", "上海市对口支援云南省项目管理办法"], "530000", "曲财农〔2020〕31号 一 引用"),
  cited(
    [UNSAID, "", "关于进一步加强扶贫资金管理的实施意见"],
    "530000",
    "曲财农〔2020〕31号 一 引用",
  ),
  cited(
    [UNSAID, "", "上海市对口帮扶专项资金支持沪滇劳务协作相关政策口径规定"],
    "530000",
    "曲财农〔2020〕31号 四(三)3(3) 引用；补贴的标准和口径在这里，取得后请登记并录入参数",
  ),
  cited(
    [UNSAID, "", "楚雄州2020年沪滇扶贫协作工作责任书"],
    "532300",
    "楚沪滇组发〔2020〕2号 五(三) 引用",
  ),
];
