import type { Action } from "../access/action";
import type { RosterLayout } from "./layouts/layout";
import { placementLayout } from "./layouts/placement";
import { postLayout } from "./layouts/post";
import { trainingLayout } from "./layouts/training";

/** What an uploaded file goes into. */
export type ImportLayoutId = "training" | "placement" | "post";

/** What an import's pages and permissions depend on; how rows are checked and stored: data/rosters. */
export interface ImportLayout {
  readonly layout: RosterLayout;
  /** Who may import it. */
  readonly action: Action;
  /** What the rows go into: 花名册, 台账. */
  readonly ledger: string;
  /** How the messages of its rows speak of it: 本册已有, 台账已有. */
  readonly here: string;
  /** What its lines are counted in. */
  readonly unit: string;
  readonly uploadTitle: string;
  /** What happens to lines after they have gone in, before and after the button. */
  readonly afterwards: string;
  readonly nextStep: string;
  readonly again: string;
  /** Where a file is uploaded, also the next edition of one. */
  readonly uploadPath: string;
}

export const IMPORT_LAYOUT_IDS: readonly ImportLayoutId[] = ["training", "placement", "post"];

/** A stored or sent text as a layout; throws a RangeError on any other. */
export function importLayoutId(text: string): ImportLayoutId {
  const id = IMPORT_LAYOUT_IDS.find((one) => one === text);
  if (id === undefined) throw new RangeError(`not a layout of imports: ${text}`);
  return id;
}

/** Who may import into a stored import's ledger. */
export function importAction(stored: string): Action {
  return IMPORT_LAYOUTS[importLayoutId(stored)].action;
}

export const IMPORT_LAYOUTS: Readonly<Record<ImportLayoutId, ImportLayout>> = {
  training: {
    layout: trainingLayout,
    action: "roster.import",
    ledger: "花名册",
    here: "本册",
    unit: "人",
    uploadTitle: "导入花名册",
    afterwards: "写入后仍是草稿，报送前可以再改",
    nextStep: "各行都已写入。核对无误后，请在花名册页面报送审核。",
    again: "下载错误表改好后，可以再次导入同一个班。",
    uploadPath: "/rosters/import",
  },
  placement: {
    layout: placementLayout,
    action: "placement.import",
    ledger: "转移就业台账",
    here: "台账",
    unit: "条",
    uploadTitle: "导入转移就业台账",
    afterwards: "写入后可以在台账里逐条修改，也可以登记离岗",
    nextStep: "各行都已写入。请到台账里上传合同、工资条等佐证，有佐证的才计入任务完成数。",
    again: "下载错误表改好后，可以再次导入，已在台账的行不会重复。",
    uploadPath: "/placements/import",
  },
  post: {
    layout: postLayout,
    action: "post.import",
    ledger: "公共服务岗位名册",
    here: "名册",
    unit: "条",
    uploadTitle: "导入公共服务岗位名册",
    afterwards: "写入后按已聘用登记，标明来自导入；文件里的“已签”只作说明，不算签收",
    nextStep:
      "各行都已写入，标明来自导入。请逐条挂上岗位指标；以后各月的考勤、工资和签收在系统里办理。",
    again: "下载错误表改好后，可以再次导入，已在名册的行不会重复。",
    uploadPath: "/posts/import",
  },
};
