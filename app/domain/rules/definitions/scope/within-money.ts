import { ALWAYS, FIRST_MONEY, own } from "../../citations/own";
import { fail, pass, type Rule } from "../../rule";

const citation = own("依据的文件安排 2020 年起的资金，更早的事项不在其内，其他规则也无从适用");

/** Most rules hold from the first money on: what lies before must not pass because nothing was asked of it. */
export const withinMoney: Rule = {
  id: "scope/within-money",
  title: "事项发生在 2020 年以后",
  citation,
  effective: ALWAYS,
  severity: "block",
  kinds: [],
  parameters: [],
  check: ({ eventOn }) => {
    const event = { label: "事项日期", value: eventOn };
    return eventOn >= FIRST_MONEY
      ? pass(`不早于 ${FIRST_MONEY}`, event)
      : fail(`早于 ${FIRST_MONEY}，不在所依据文件安排的资金之内`, event);
  },
};
