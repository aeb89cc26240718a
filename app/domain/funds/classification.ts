import type { Allocation, AllocationCell } from "./allocation";

/** 支出功能分类 and 经济分类 as far as the founding tables use them. */
const NAMES: Readonly<Record<string, string>> = {
  "21305": "扶贫",
  "2130599": "其他扶贫支出",
  "513": "转移性支出",
  "50203": "机关商品和服务支出-培训费",
  "50205": "机关商品和服务支出-委托业务费",
  "50502": "对事业单位经常性补助-商品和服务支出",
};

const TRAINING_COST = "50203";

/** 50203 机关商品和服务支出-培训费; the code alone where its name is not known; empty where there is none. */
export function classificationText(code: string): string {
  return [code, NAMES[code] ?? ""].filter((part) => part !== "").join(" ");
}

/** The code that begins a cell such as 2130599-其他扶贫 支出; null of text that begins with none. */
export function classificationCode(text: string): string | null {
  const plain = text.normalize("NFKC").trim();
  if (plain === "") return "";
  return /^(\d{3,7})(?!\d)/.exec(plain)?.[1] ?? null;
}

/**
 * What is odd about how a cell is classified: labour money for a unit of its own under 培训费, though the document lets
 * it be spent on six uses, of which training is one (曲财农〔2020〕31号 四(三)3(3)). Null: nothing.
 */
export function classificationRemark(
  table: Pick<Allocation, "projects">,
  cell: Pick<AllocationCell, "projectKey" | "economicCode">,
): string | null {
  const project = table.projects.find(({ key }) => key === cell.projectKey);
  if (project?.isLabour !== true || cell.economicCode !== TRAINING_COST) return null;
  return "经济分类列为 50203 培训费，而曲财农〔2020〕31号 四(三)3(3) 允许的六项用途不只培训（还有信息化、工作站、对接、欢送会等）。支出超出培训的，请先与财政部门核对科目。";
}
