import { day } from "../../shared/calendar-date";
import { clausesOf } from "./clauses-of";

/** Songjiang's opinions on what follows the end of registered poverty. */
export const SONGJIANG_8 = clausesOf(
  {
    document: "沪松合组办〔2021〕8号",
    issuer: "松江区对口支援与合作交流工作领导小组办公室",
    issuedOn: day("2021-11-03"),
    // 勐腊、勐海、昭阳、彝良、威信、镇雄（(四)）.
    area: {
      name: "松江区结对的勐腊、勐海、昭阳、彝良、威信、镇雄",
      prefixes: ["532823", "532822", "530602", "530628", "530629", "530627"],
    },
  },
  {
    monitored: ["(六)", "脱贫不稳定、边缘易致贫和因病因灾致困的人，发现后要及时纳入帮扶"],
    labourShare: ["(五)", "以 2020 年为基础，劳务协作等在援助资金里的比重稳步提高"],
  },
);
