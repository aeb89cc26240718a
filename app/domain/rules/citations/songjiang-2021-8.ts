import { day } from "../../shared/calendar-date";
import { clausesOf } from "./clauses-of";

/** Songjiang's opinions on what follows the end of registered poverty. */
export const SONGJIANG_8 = clausesOf(
  {
    document: "沪松合组办〔2021〕8号",
    issuer: "松江区对口支援与合作交流工作领导小组办公室",
    issuedOn: day("2021-11-03"),
  },
  {
    monitored: ["(六)", "脱贫不稳定、边缘易致贫和因病因灾致困的人，发现后要及时纳入帮扶"],
    plan: ["(九)", "按市场岗位需求制定年度培训计划和培训方案"],
    inTouch: ["(九)", "两地就业服务站跟踪了解务工情况，做好服务，促进稳岗"],
  },
);
