import { day } from "../../shared/calendar-date";
import { clausesOf } from "./clauses-of";

/** Minhang's work plan of 2022. */
export const MINHANG_15 = clausesOf(
  {
    document: "闵府办发〔2022〕15号",
    issuer: "闵行区人民政府办公室",
    issuedOn: day("2022-06-24"),
    // It names three of its pairs and not the others.
    area: {
      name: "闵行区结对的大关、永善、盐津等县",
      prefixes: ["530624", "530625", "530623"],
    },
  },
  {
    plan: ["15一", "按市场岗位需求制定年度培训计划和培训方案"],
    inTouch: ["16", "两地就业服务站跟踪了解务工情况，做好服务，促进稳岗"],
    labourUses: ["14一", "一定比例的劳务协作资金用于招聘和培训，比例没有写数字"],
  },
);
