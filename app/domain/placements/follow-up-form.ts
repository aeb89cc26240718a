import { z } from "zod";
import { optionalText, orNull, requiredText, writtenDay, yuan } from "../shared/form-fields";
import { endsTheJob, METHODS, OUTCOMES } from "./follow-up";

/** 100,000 yuan a month, as at the registration of a placement. */
const MOST_WAGE_FEN = 10_000_000;

/** What an officer types after a contact. Days are `YYYY-MM-DD`; the wage is fen a month, null: not asked. */
export const followUpForm = z
  .object({
    outcome: z.enum(OUTCOMES, "请选择回访结果"),
    contactedOn: writtenDay("回访日期"),
    method: z.enum(METHODS, "请选择回访方式"),
    monthlyWageFen: orNull(
      yuan("现月工资").refine((amount) => amount <= MOST_WAGE_FEN, {
        error: "月工资超过 100,000 元，请核对单位是不是元",
      }),
    ),
    note: optionalText("情况说明", 200),
    helpAsked: optionalText("需要的帮助", 200),
    /** The last day worked. */
    endedOn: orNull(writtenDay("最后工作日")),
  })
  .refine((one) => !endsTheJob(one.outcome) || one.endedOn !== null, {
    path: ["endedOn"],
    error: "换岗、返乡的，请填写在原单位的最后工作日",
  });

export type FollowUpEntry = z.infer<typeof followUpForm>;

/** What was done about the help somebody asked for. */
export const helpForm = z.object({
  helpGiven: requiredText("帮助情况", 200),
  helpGivenOn: writtenDay("帮助日期"),
});

export type HelpEntry = z.infer<typeof helpForm>;
