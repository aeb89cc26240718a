import type { Measure } from "./measure";

/** A target as a founding document states it: figures and clauses only, no wording of the document. */
export interface DocumentedTarget {
  readonly regionCode: string;
  readonly measure: Measure;
  readonly periodFrom: string;
  readonly deadlineOn: string;
  readonly documentNumber: string;
  readonly issuer: string;
  readonly issuedOn: string;
  readonly clause: string;
  readonly mustExceed: boolean;
  /** What the document leaves open and we supplied. */
  readonly assumptions: string;
  readonly value: number | null;
  /** County code and its part; null where the document gives no number. */
  readonly shares: Readonly<Record<string, number | null>>;
}

const CHUXIONG = {
  regionCode: "532300",
  periodFrom: "2020-01-01",
  deadlineOn: "2020-10-30",
  documentNumber: "楚沪滇组发〔2020〕2号",
  issuer: "楚雄州沪滇扶贫协作领导小组",
  issuedOn: "2020-07-06",
  clause: "二、（二）3",
  mustExceed: false,
  assumptions: "文件只写完成时限，未写起算日期，系统默认自年初起算。",
} as const;

const MINHANG = {
  regionCode: "310112",
  periodFrom: "2022-01-01",
  deadlineOn: "2022-12-31",
  documentNumber: "闵府办发〔2022〕15号",
  issuer: "闵行区人民政府办公室",
  issuedOn: "2022-06-24",
} as const;

const SONGJIANG = {
  regionCode: "310117",
  periodFrom: "2021-01-01",
  deadlineOn: "2021-12-31",
  documentNumber: "沪松合组办〔2021〕8号",
  issuer: "松江区对口支援与合作交流工作领导小组办公室",
  issuedOn: "2021-11-03",
  clause: "（九）",
  mustExceed: false,
} as const;

const SONGJIANG_OPEN =
  "文件未写任务数和期限，系统默认为 2021 年全年；结对县（市、区）按云南省内的列入。";
const MINHANG_OPEN =
  "文件未写起止日期，系统默认为 2022 年全年；保山市五个县（市、区）文件未逐一点名，结对关系待核实；泽普县不在云南省，未列入。总任务为所列各县之和，文件未写。";
/** 第15点第二项 and （九） leave out how near 就地就近 is; 楚沪滇组发〔2020〕2号 says 省内, and one reading is kept for all. */
const NEARBY = "“就地就近就业”按省内就业（含县内）计，文件未写范围，为系统定义。";

/** The Yunnan counties paired with the two districts (prisma/reference/pairings.json). */
const MINHANG_COUNTIES = [
  ...["530624", "530625", "530623"],
  ...["530502", "530521", "530523", "530524", "530581"],
];
const SONGJIANG_COUNTIES = ["532822", "532823", "530602", "530628", "530629", "530627"];

const each = (counties: readonly string[], value: number | null) =>
  Object.fromEntries(counties.map((county) => [county, value]));

/** So many in every paired county; the district's total is their sum, which the document leaves to the reader. */
function minhangEach(measure: Measure, clause: string, value: number): DocumentedTarget {
  const shares = each(MINHANG_COUNTIES, value);
  const total = value * MINHANG_COUNTIES.length;
  const given = { measure, clause, mustExceed: false, assumptions: MINHANG_OPEN };
  return { ...MINHANG, ...given, value: total, shares };
}

/** 超额完成 a figure that another authority sets: empty until it is entered. */
function minhangExceed(measure: Measure, clause: string, reading = ""): DocumentedTarget {
  const shares = each(MINHANG_COUNTIES, null);
  const given = { measure, clause, mustExceed: true, assumptions: `${MINHANG_OPEN}${reading}` };
  return { ...MINHANG, ...given, value: null, shares };
}

function songjiang(measure: Measure, assumptions: string): DocumentedTarget {
  const shares = each(SONGJIANG_COUNTIES, null);
  return { ...SONGJIANG, measure, assumptions, value: null, shares };
}

/** The targets of the founding documents that this product counts. */
export const DOCUMENTED_TARGETS: readonly DocumentedTarget[] = [
  {
    ...CHUXIONG,
    measure: "SHANGHAI_PLACED",
    value: 150,
    shares: {
      ...{ "532322": 15, "532323": 15, "532324": 50, "532325": 10 },
      ...{ "532326": 20, "532327": 15, "532329": 25 },
    },
  },
  {
    ...CHUXIONG,
    measure: "PROVINCE_PLACED",
    value: 3000,
    shares: {
      ...{ "532322": 260, "532323": 200, "532324": 280, "532325": 140 },
      ...{ "532326": 370, "532327": 500, "532329": 1250 },
    },
  },
  minhangEach("JOB_FAIRS", "第14点第一项", 1),
  minhangEach("TRAINING_CLASSES", "第15点第一项", 1),
  // Point 15 asks for a fair as point 14 does; one fair meets both (our definition, decisions/0022).
  minhangEach("JOB_FAIRS", "第15点第一项", 1),
  minhangExceed("SHANGHAI_PLACED", "第14点第三项"),
  minhangExceed("PROVINCE_PLACED", "第15点第二项", NEARBY),
  minhangEach("LEADERS_TRAINED", "第21点", 60),
  minhangEach("LEADERS_STARTED", "第21点", 3),
  songjiang("SHANGHAI_PLACED", SONGJIANG_OPEN),
  songjiang("PROVINCE_PLACED", `${SONGJIANG_OPEN}${NEARBY}`),
];
