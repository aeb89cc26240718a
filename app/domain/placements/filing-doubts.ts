import { yuanText, type Fen } from "../shared/fen";
import { PLAUSIBLE_WAGE } from "./limits";
import { CONTRACT_LABELS, type ContractKind, type PlacementForm } from "./placement";

/** What a reader should look into: two entries of one line that do not go together. */
export interface FilingDoubt {
  readonly message: string;
  readonly advice: string;
}

/** Of what may be so but hardly is; what cannot be is refused when it is typed. */
export function filingDoubts(one: {
  readonly form: PlacementForm;
  readonly contractKind: ContractKind;
  readonly contractFrom: string | null;
  readonly contractTo: string | null;
  readonly monthlyWageFen: Fen | null;
}): FilingDoubt[] {
  const doubts: FilingDoubt[] = [];
  const { form, contractKind, monthlyWageFen: wage } = one;
  const contract = CONTRACT_LABELS[contractKind];
  if (form === "FORMAL" && (contractKind === "NONE" || contractKind === "FLEXIBLE")) {
    const message = `就业形式是“正规就业”，合同却是“${contract}”`;
    doubts.push({ message, advice: "签了劳动合同的改合同类型，没有签的改就业形式。" });
  }
  if (contractKind === "NONE" && (one.contractFrom !== null || one.contractTo !== null)) {
    const message = `合同是“${contract}”，却填了合同起止日期`;
    doubts.push({ message, advice: "签了合同的改合同类型，没有签的清空日期。" });
  }
  const isPlausible =
    wage === null || (wage >= PLAUSIBLE_WAGE.from * 100 && wage <= PLAUSIBLE_WAGE.to * 100);
  if (!isPlausible) {
    const message = `月工资 ${yuanText(wage)}${wage < PLAUSIBLE_WAGE.from * 100 ? "过低" : "过高"}`;
    doubts.push({ message, advice: "核对是不是按天、按年或按万元填写的。" });
  }
  return doubts;
}
