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
  clause: "二(二)3",
  mustExceed: false,
} as const;

const MINHANG = {
  regionCode: "310112",
  periodFrom: "2022-01-01",
  deadlineOn: "2022-12-31",
  documentNumber: "闵府办发〔2022〕15号",
  issuer: "上海市闵行区人民政府办公室",
  issuedOn: "2022-06-24",
} as const;

const SONGJIANG = {
  regionCode: "310117",
  periodFrom: "2021-01-01",
  deadlineOn: "2021-12-31",
  documentNumber: "沪松合组办〔2021〕8号",
  issuer: "上海市松江区对口支援与合作交流工作领导小组办公室",
  issuedOn: "2021-11-03",
  clause: "(九)",
  mustExceed: false,
} as const;

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
  return { ...MINHANG, measure, clause, mustExceed: false, value: total, shares };
}

/** 超额完成 a figure that another authority sets: empty until it is entered. */
function minhangExceed(measure: Measure, clause: string): DocumentedTarget {
  const shares = each(MINHANG_COUNTIES, null);
  return { ...MINHANG, measure, clause, mustExceed: true, value: null, shares };
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
  minhangEach("JOB_FAIRS", "14一", 1),
  minhangEach("TRAINING_CLASSES", "15一", 1),
  // 15一 asks for a fair as 14一 does; one fair meets both (our definition, decisions/0022).
  minhangEach("JOB_FAIRS", "15一", 1),
  minhangExceed("SHANGHAI_PLACED", "14三"),
  minhangExceed("LOCAL_PLACED", "15二"),
  minhangEach("LEADERS_TRAINED", "21", 60),
  minhangEach("LEADERS_STARTED", "21", 3),
  { ...SONGJIANG, measure: "SHANGHAI_PLACED", value: null, shares: each(SONGJIANG_COUNTIES, null) },
  { ...SONGJIANG, measure: "PROVINCE_PLACED", value: null, shares: each(SONGJIANG_COUNTIES, null) },
];
