import { z } from "zod";
import { optionalText, orNull, requiredText, wholeNumber, writtenDay } from "../shared/form-fields";

/** 专场招聘会, held for one county; on site or online (协作要点 2021, 14 and 15: at least one a county). */
export type FairMode = "ON_SITE" | "ONLINE";

export const FAIR_MODE_LABELS: Readonly<Record<FairMode, string>> = {
  ON_SITE: "现场招聘会",
  ONLINE: "线上招聘会",
};

export const jobFairForm = z
  .object({
    name: requiredText("招聘会名称", 60),
    districtCode: z
      .string()
      .default("")
      .transform((code) => (/^31\d{4}$/.test(code) ? code : null)),
    mode: z.enum(["ON_SITE", "ONLINE"], { error: "请选择举办方式" }),
    heldOn: writtenDay("举办日期"),
    heldTo: orNull(writtenDay("结束日期")),
    place: requiredText("地点或平台", 100),
    organiser: requiredText("主办单位", 100),
    note: optionalText("备注", 300),
  })
  .refine(({ heldOn, heldTo }) => heldTo === null || heldOn <= heldTo, {
    path: ["heldTo"],
    error: "结束日期不能早于举办日期",
  });

export type JobFairForm = z.infer<typeof jobFairForm>;

export const fairEmployerForm = z.object({
  posts: wholeNumber("岗位数", 1, 10_000),
  headcount: wholeNumber("招聘人数", 1, 100_000),
});

export type FairEmployerForm = z.infer<typeof fairEmployerForm>;

export type FairGap = "notYetHeld" | "noProof" | "noParticipants";

export const FAIR_GAP_LABELS: Readonly<Record<FairGap, string>> = {
  notYetHeld: "尚未举办",
  noProof: "缺佐证材料（照片、公告）",
  noParticipants: "缺参加人员",
};

/**
 * Why a fair does not count toward the target of its county; empty when it counts: it has been held, somebody came,
 * and at least one file proves it (decisions/0024). The last day itself is held.
 */
export function fairGaps(
  fair: {
    readonly heldOn: string;
    readonly heldTo: string | null;
    readonly files: number;
    readonly participants: number;
  },
  today: string,
): readonly FairGap[] {
  const gaps: FairGap[] = [];
  if ((fair.heldTo ?? fair.heldOn) > today) gaps.push("notYetHeld");
  if (fair.files === 0) gaps.push("noProof");
  if (fair.participants === 0) gaps.push("noParticipants");
  return gaps;
}
