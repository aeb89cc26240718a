import { day } from "../../shared/calendar-date";
import { clausesOf } from "./clauses-of";

/** Shanghai's plan of the 2020 money for Yunnan. */
export const SHANGHAI_9 = clausesOf(
  {
    document: "沪合组办〔2020〕9号",
    issuer: "上海市对口支援与合作交流工作领导小组办公室",
    issuedOn: day("2020-03-24"),
    area: { name: "云南省", prefixes: ["53"] },
  },
  {
    disburse: ["一(拨付)", "接到函起 15 个工作日内，资金拨到县和项目责任单位"],
    adjustment: [
      "二(三)三",
      "五个要素不变、涉及资金不超过该项目 10% 的个别修正，不算项目调整，报备即可",
    ],
    inYunnan: [
      "二(三)一",
      "2020 年起，人力资源培训一般由云南的州（市）、县和部门实施，钱不再拨回上海",
    ],
    shanghaiCost: ["二(三)一", "到上海办班、挂职进修、请专家讲学的，可以参考上海的培训费标准"],
    rates: ["二(三)二", "培训、招聘、劳务输出、稳岗的补贴可在现行口径内适当提高；没有写明金额"],
    postTerm: ["二(三)二", "临时性公共服务岗位的期限为 3 至 6 个月"],
    carryOver: ["二(三)四", "往年结转的钱，项目单位不能自己安排，收回后经审批才能用"],
  },
);
