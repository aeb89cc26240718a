import { z } from "zod";
import { EMPLOYER_KINDS } from "../employers/employer";
import { optionalText, orNull, requiredText, writtenDay, yuan } from "../shared/form-fields";
import { fen, yuanText } from "../shared/fen";
import { creditCodeField } from "../training/provider";
import { PLACEMENT_LIMITS } from "./limits";
import {
  ARRANGEMENT_LABELS,
  CONTRACT_LABELS,
  FORM_LABELS,
  WORKER_GROUP_LABELS,
  type Arrangement,
  type ContractKind,
  type PlacementForm,
  type WorkerGroup,
} from "./placement";

export const FORMS = Object.keys(FORM_LABELS) as readonly PlacementForm[];
export const WORKER_GROUPS = Object.keys(WORKER_GROUP_LABELS) as readonly WorkerGroup[];
export const ARRANGEMENTS = Object.keys(ARRANGEMENT_LABELS) as readonly Arrangement[];
export const CONTRACT_KINDS = Object.keys(CONTRACT_LABELS) as readonly ContractKind[];

const MOST_WAGE_FEN = PLACEMENT_LIMITS.monthlyWage * 100;

const wage = yuan("月工资").refine((amount) => amount <= MOST_WAGE_FEN, {
  error: `月工资超过 ${yuanText(fen(MOST_WAGE_FEN))}，请核对单位是不是元`,
});
const link = orNull(z.uuid("请从列表中选择"));

/**
 * What an officer types of a placement; the person is chosen apart, the destination is never typed. Days are
 * `YYYY-MM-DD`, the wage is fen a month, links are ids of the same county's rows.
 */
export const placementForm = z
  .object({
    creditCode: orNull(creditCodeField),
    employerName: optionalText("用人单位名称", PLACEMENT_LIMITS.employerName),
    employerKind: z.enum(EMPLOYER_KINDS, "请选择单位类型").default("ENTERPRISE"),
    workplaceCode: z.string().regex(/^\d{6}$/, "请选择就业地"),
    /** Written where the list has only the province or prefecture: the county in it. */
    workplaceText: optionalText("就业地所在县（市、区）", 40),
    form: z.enum(FORMS, "请选择就业形式"),
    workerGroup: z.enum(WORKER_GROUPS, "请选择人员类别").default("GENERAL"),
    arrangement: z.enum(ARRANGEMENTS, "请选择是有组织还是自发"),
    batchId: link,
    vacancyId: link,
    classId: link,
    startedOn: writtenDay("上岗日期"),
    contractKind: z.enum(CONTRACT_KINDS, "请选择合同类型"),
    contractFrom: orNull(writtenDay("合同起始日")),
    contractTo: orNull(writtenDay("合同截止日")),
    jobTitle: optionalText("岗位（工种）", PLACEMENT_LIMITS.jobTitle),
    monthlyWageFen: orNull(wage),
    note: optionalText("备注", PLACEMENT_LIMITS.note),
  })
  .refine((one) => one.creditCode !== null || one.employerName !== "", {
    path: ["employerName"],
    error: "请填写用人单位的统一社会信用代码或名称",
  })
  .refine(
    ({ contractFrom, contractTo }) =>
      contractFrom === null || contractTo === null || contractFrom <= contractTo,
    { path: ["contractTo"], error: "合同截止日不能早于起始日" },
  )
  .refine(({ contractTo, startedOn }) => contractTo === null || startedOn <= contractTo, {
    path: ["contractTo"],
    error: "合同在上岗之前就已到期，请核对合同截止日和上岗日期",
  });

export type PlacementFiling = z.infer<typeof placementForm>;

/** Somebody chosen from the county's people, or told by his number and name. */
export const placedPersonForm = {
  chosen: z.object({ personId: z.uuid("请重新选择人员") }),
  typed: z
    .object({
      countyCode: z.string().regex(/^\d{6}$/, "请选择县（市、区）"),
      idCardNumber: requiredText("身份证号", 40),
      name: requiredText("姓名", 30),
      phone: optionalText("手机号", 20),
    })
    .transform((typed) => ({ personId: null, ...typed })),
} as const;

export type PlacedPerson =
  z.infer<typeof placedPersonForm.chosen> | z.infer<typeof placedPersonForm.typed>;
