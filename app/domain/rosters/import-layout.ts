import type { Action } from "../access/action";
import type { RosterLayout } from "./layouts/layout";
import { placementLayout } from "./layouts/placement";
import { trainingLayout } from "./layouts/training";

/** What an uploaded file goes into. */
export type ImportLayoutId = "training" | "placement";

/** What an import's pages and permissions depend on; how rows are checked and stored: data/rosters. */
export interface ImportLayout {
  readonly layout: RosterLayout;
  /** Who may import it. */
  readonly action: Action;
  /** What the rows go into: 花名册, 台账. */
  readonly ledger: string;
  readonly uploadTitle: string;
  /** Where a file is uploaded, also the next edition of one. */
  readonly uploadPath: string;
}

const IDS: readonly ImportLayoutId[] = ["training", "placement"];

/** A stored or sent text as a layout; throws a RangeError on any other. */
export function importLayoutId(text: string): ImportLayoutId {
  const id = IDS.find((one) => one === text);
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
    uploadTitle: "导入花名册",
    uploadPath: "/rosters/import",
  },
  placement: {
    layout: placementLayout,
    action: "placement.import",
    ledger: "转移就业台账",
    uploadTitle: "导入转移就业台账",
    uploadPath: "/placements/import",
  },
};
