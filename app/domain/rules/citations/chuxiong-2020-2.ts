import { day } from "../../shared/calendar-date";
import { clausesOf } from "./clauses-of";

/** Chuxiong's plan of listed supervision. */
export const CHUXIONG_2 = clausesOf(
  {
    document: "楚沪滇组发〔2020〕2号",
    issuer: "楚雄州沪滇扶贫协作领导小组",
    issuedOn: day("2020-07-06"),
  },
  {
    wages: ["二(五)", "公益性岗位工资发放管得不严，列入要整改的问题"],
    ledger: ["二(六)", "台账要与实际相符、各账之间相符，数据准确"],
    evidence: ["五(二)", "佐证材料要经得起检查，与上海一方的数据一致"],
  },
);
