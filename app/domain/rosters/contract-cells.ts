import {
  FORM_LABELS,
  WORKER_GROUP_LABELS,
  type Arrangement,
  type ContractKind,
  type PlacementForm,
  type WorkerGroup,
} from "../placements/placement";
import { withoutBlanks } from "../shared/cell-text";
import type { PlacementField } from "./layouts/placement";
import type { RowReading } from "./row-reading";
import { parseYesNo } from "./yes-no";

type Reading = RowReading<PlacementField>;

const CONTRACTS: readonly (readonly [RegExp, ContractKind])[] = [
  [/^(?:未签|没有?签|未签订?|无|没有|无合同|口头(?:协议|约定)?)$/, "NONE"],
  [/^灵活(?:就业)?$/, "FLEXIBLE"],
  [/^(?:劳务|用工|务工)(?:协议|合同)?(?:书)?$|^协议$/, "SERVICE_AGREEMENT"],
  [/^(?:.{0,4})?劳动合同(?:书)?$|^合同$/, "LABOUR_CONTRACT"],
];
const ARRANGEMENTS: readonly (readonly [RegExp, Arrangement])[] = [
  [/^(?:有组织|组织|有组织输出|组织输出|政府组织|集中输送|中介|劳务中介|劳务输出)$/, "ORGANISED"],
  [
    /^(?:自发|自主|自行|自谋|自己|自发输出|自主就业|自主外出|自谋职业|亲友介绍|无组织)$/,
    "SELF_ARRANGED",
  ],
];
const FORMS: readonly (readonly [RegExp, PlacementForm])[] = [
  [/^正规(?:就业)?$/, "FORMAL"],
  [/^灵活(?:就业)?$/, "FLEXIBLE"],
  [/^(?:自主)?创业$/, "ENTREPRENEURSHIP"],
  [/^(?:公益性?岗位?|公共服务岗位?)$/, "PUBLIC_SERVICE"],
];
const GROUPS: readonly (readonly [RegExp, WorkerGroup])[] = [
  [/^(?:一般|普通|农村)劳动力$|^(?:一般|普通)(?:人员)?$/, "GENERAL"],
  [/^返乡(?:创业|就业)?(?:大学生|高校毕业生)$|^大学生返乡(?:创业|就业)?$/, "RETURNED_GRADUATE"],
  [/^(?:农村)?(?:创业)?(?:致富)?带头人$/, "LEADER"],
];

/** What was signed; null when the cell is blank or not understood. */
export function readContract(reading: Reading): ContractKind | null {
  return read(reading, "contractKind", CONTRACTS, "劳动合同、劳务协议、灵活就业或未签");
}

/** Organised or self-arranged; a blank cell is asked about, since the figures tell the two apart. */
export function readArrangement(reading: Reading): Arrangement | null {
  if (reading.text("arrangement").trim() === "") {
    const message = "组织方式为空，先按“自发”登记。请填写有组织或自发。";
    reading.add("arrangement", "arrangement-missing", "warning", message);
    return null;
  }
  return read(reading, "arrangement", ARRANGEMENTS, "有组织或自发");
}

/** The form of employment where the file has a column for it. */
export function readForm(reading: Reading): PlacementForm | null {
  return read(reading, "form", FORMS, Object.values(FORM_LABELS).join("、"));
}

/** The group of people that the line states; null when the cell is blank or not understood. */
export function readWorkerGroup(reading: Reading): WorkerGroup | null {
  return read(reading, "workerGroup", GROUPS, Object.values(WORKER_GROUP_LABELS).join("、"));
}

/** Whether it is a public-welfare post; null when the cell is blank or not understood. */
export function readPublicPost(reading: Reading): boolean | null {
  const text = reading.text("publicPost");
  const answer = parseYesNo(text);
  if (answer === null && text.trim() !== "") {
    const message = "应填“是”或“否”，先按“否”登记。请改正。";
    reading.add("publicPost", "public-post-unreadable", "warning", message);
  }
  return answer;
}

function read<Value>(
  reading: Reading,
  key: PlacementField,
  spellings: readonly (readonly [RegExp, Value])[],
  choices: string,
): Value | null {
  const text = withoutBlanks(reading.text(key));
  if (text === "") return null;
  const found = spellings.find(([pattern]) => pattern.test(text));
  if (found !== undefined) return found[1];
  reading.add(key, `${key}-unreadable`, "warning", `认不出这一格。请填${choices}。`);
  return null;
}
