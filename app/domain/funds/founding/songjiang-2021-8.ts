import { day } from "../../shared/calendar-date";
import type { FoundingDocument } from "./founding-document";

export const SONGJIANG_2021_8: FoundingDocument = {
  issuer: "松江区对口支援与合作交流工作领导小组办公室",
  number: "沪松合组办〔2021〕8号",
  issuedOn: day("2021-11-03"),
  title: "松江区助力对口地区实现巩固拓展脱贫攻坚成果同乡村振兴有效衔接的实施意见",
  regionCode: "310117",
  note: "11 月 3 日签发，4 日印发。",
  clauses: [
    ["(二)", "脱贫后设 5 年过渡期，主要帮扶政策不变。"],
    ["(四)", "结对勐腊、勐海、昭阳、彝良、威信、镇雄和定日，重心转向巩固成果和乡村振兴。"],
    ["(五)", "以 2020 年投入为基础建立增长机制，产业、消费、劳务协作的比重稳步提高。"],
    ["(六)", "对脱贫不稳定户、边缘易致贫户和因病因灾困难户及早发现、及时帮扶。"],
    [
      "(九)",
      "就近就地、异地、来沪就业并举，正规和灵活就业结合；落实培训、稳岗、公共服务岗位等措施。",
    ],
  ],
  deadlines: [],
};
