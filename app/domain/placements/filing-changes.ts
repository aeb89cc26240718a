import { yuanText, type Fen } from "../shared/fen";
import {
  ARRANGEMENT_LABELS,
  CONTRACT_LABELS,
  FORM_LABELS,
  WORKER_GROUP_LABELS,
  type Arrangement,
  type ContractKind,
  type PlacementForm,
  type WorkerGroup,
} from "./placement";

/** What of a line a reader of the trail can compare. */
export interface ComparedFacts {
  readonly employer: { readonly name: string };
  readonly workplaceCode: string;
  readonly form: PlacementForm;
  readonly workerGroup: WorkerGroup;
  readonly arrangement: Arrangement;
  readonly startedOn: string;
  readonly contractKind: ContractKind;
  readonly contractFrom: string | null;
  readonly contractTo: string | null;
  readonly jobTitle: string;
  readonly monthlyWageFen: Fen | null;
}

/** What a part is called, and how it reads. */
export type ComparedPart<One> = readonly [string, (one: One) => string];

const PARTS: readonly ComparedPart<ComparedFacts>[] = [
  ["用人单位", ({ employer }) => employer.name],
  ["就业地", ({ workplaceCode }) => workplaceCode],
  ["形式", ({ form }) => FORM_LABELS[form]],
  ["人员类别", ({ workerGroup }) => WORKER_GROUP_LABELS[workerGroup]],
  ["组织方式", ({ arrangement }) => ARRANGEMENT_LABELS[arrangement]],
  ["上岗", ({ startedOn }) => startedOn],
  ["合同", ({ contractKind }) => CONTRACT_LABELS[contractKind]],
  ["合同起", ({ contractFrom }) => contractFrom ?? "未填"],
  ["合同止", ({ contractTo }) => contractTo ?? "未填"],
  ["岗位", ({ jobTitle }) => jobTitle || "未填"],
  ["月工资", ({ monthlyWageFen: wage }) => (wage === null ? "未填" : yuanText(wage))],
];

/** What differs, as it was and as it is: 上岗 2020-05-06、岗位 普工. Empty texts when only notes or links differ. */
export function filingChanges(
  before: ComparedFacts,
  after: ComparedFacts,
): { readonly before: string; readonly after: string } {
  return partsChanged(PARTS, before, after);
}

/** The same for a line whose person, township and end are compared besides. */
export function lineChanges<One extends ComparedFacts>(
  parts: readonly ComparedPart<One>[],
  before: One,
  after: One,
): { readonly before: string; readonly after: string } {
  return partsChanged([...parts, ...PARTS], before, after);
}

function partsChanged<One>(parts: readonly ComparedPart<One>[], before: One, after: One) {
  const changed = parts.filter(([, read]) => read(before) !== read(after));
  const say = (one: One) => changed.map(([label, read]) => `${label} ${read(one)}`).join("、");
  return { before: say(before), after: say(after) };
}
