/** What an event's action is called, after the name of who did it. Every action the product leaves stands here. */
export const TRAIL_ACTION_LABELS: Readonly<Record<string, string>> = {
  "class.create": "登记培训班",
  "keys.add": "新增加密密钥",
  "keys.reindex": "更换检索密钥",
  "keys.reseal": "用新密钥重新加密",
  "organisation.change": "修改单位",
  "organisation.create": "登记单位",
  "people.lookUpNumber": "按身份证号查找人员",
  "people.revealNumber": "查看完整号码",
  "region.flag": "登记县的标识",
  "region.pair": "登记结对关系",
  "region.remove": "删除乡镇或行政村",
  "region.rename": "更改乡镇或行政村名称",
  "region.saveSubdivisions": "录入乡镇和行政村",
  "registry.import": "导入建档立卡数据",
  "registry.upload": "上传建档立卡数据",
  "role.end": "终止角色",
  "role.grant": "授予角色",
  "roster.abandonImport": "放弃导入的名册",
  "roster.accept": "核定名册",
  "roster.chooseColumns": "指定名册的表头",
  "roster.commitImport": "名册入册",
  "roster.correctImport": "更正导入的名册",
  "roster.decideDifferences": "确定取舍不一致的内容",
  "roster.export": "导出名册",
  "roster.exportErrors": "下载错误清单",
  "roster.downloadOriginal": "下载上传的原文件",
  "roster.import": "上传名册",
  "roster.print": "打印名册",
  "roster.return": "退回名册",
  "roster.review": "审核名册",
  "roster.submit": "报送名册",
  "session.end": "退出登录",
  "session.endAll": "退出所有设备的登录",
  "session.fail": "登录失败",
  "session.start": "登录",
  "user.change": "修改用户",
  "user.changePassword": "修改密码",
  "user.create": "登记用户",
  "user.disable": "停用账号",
  "user.enable": "启用账号",
  "user.resetPassword": "重置密码",
};

const DETAIL_LABELS: Readonly<Record<string, string>> = {
  account: "账号",
  added: "新增",
  after: "改为",
  before: "原为",
  class: "培训班",
  copyNo: "份号",
  edition: "版本",
  ended: "终止会话",
  endsOn: "结束",
  entryCount: "收入人数",
  exportedOn: "导出日期",
  fileName: "文件",
  found: "找到",
  from: "自",
  headcount: "人数",
  name: "名称",
  organisation: "单位",
  purpose: "用途",
  reason: "理由",
  refusedCount: "未收行数",
  renamed: "改名",
  role: "角色",
  rows: "行数",
  source: "依据",
  startsOn: "开始",
  to: "至",
};

/** The label of an action; one that a later edition left has none here and is named as such. */
export function actionLabel(action: string): string {
  return TRAIL_ACTION_LABELS[action] ?? "其他操作";
}

/** The facts of an event worth reading: 理由：核对开户信息；人数：47. Codes and nested facts stay in the record. */
export function detailText(detail: Readonly<Record<string, unknown>>): string {
  return Object.entries(detail)
    .flatMap(([key, value]) => {
      const label = DETAIL_LABELS[key];
      const text = readable(value);
      return label === undefined || text === null ? [] : [`${label}：${text}`];
    })
    .join("；");
}

/** Machine words (COUNTY, goodOnly) and nested facts are not for readers. */
function readable(value: unknown): string | null {
  if (typeof value === "boolean") return value ? "是" : "否";
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" && !/^[A-Za-z_]+$/.test(value) ? value : null;
}
