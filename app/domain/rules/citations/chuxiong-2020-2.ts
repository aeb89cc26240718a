import { day } from "../../shared/calendar-date";
import { clausesOf } from "./clauses-of";

/** Chuxiong's plan of listed supervision. */
export const CHUXIONG_2 = clausesOf(
  {
    document: "楚沪滇组发〔2020〕2号",
    issuer: "楚雄州沪滇扶贫协作领导小组",
    issuedOn: day("2020-07-06"),
    area: { name: "楚雄州", prefixes: ["5323"] },
  },
  {
    ledger: ["二(六)", "台账要与实际相符、各账之间相符，数据准确"],
  },
);
