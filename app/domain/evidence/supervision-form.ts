import { z } from "zod";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { parseWrittenDate } from "~/domain/shared/written-date";
import { MOST_SAMPLED, SPOT_CHECK_OUTCOMES, type SpotCheckOutcome } from "./spot-check";
import { SUPERVISION_WAYS } from "./supervision";

/** Free text is kept in the clear, so numbers typed into it are masked. */
const text = (label: string, max: number) =>
  z.string().trim().max(max, `${label}不超过 ${max} 个字`).transform(withNumbersMasked);

const wholeNumber = (label: string, most: number) =>
  z
    .string()
    .trim()
    .regex(/^\d{0,5}$/, `${label}应为整数`)
    .transform((typed) => (typed === "" ? null : Number(typed)))
    .refine((count) => count === null || count <= most, `${label}不超过 ${most}`);

/** What an official types about one look at a class; in which capacity only when he holds both. */
export const supervisionForm = z
  .object({
    party: z.enum(["", "hrssBureau", "secondedOfficial"]).catch(""),
    way: z.enum(SUPERVISION_WAYS, "请选择监督方式"),
    heldOn: z.string().transform((typed, context) => {
      const day = parseWrittenDate(typed);
      if (day !== null) return day;
      context.addIssue("监督日期请写成 2020-06-01 的样子");
      return z.NEVER;
    }),
    outsideReason: text("说明", 200),
    sessionId: z.string(),
    headcountSeen: wholeNumber("现场人数", 10_000),
    observations: text("监督情况", 1_000).refine((said) => said !== "", "请填写监督情况"),
    problems: text("发现的问题", 1_000),
    advice: text("整改意见", 1_000),
    sampled: wholeNumber("抽查人数", MOST_SAMPLED),
  })
  .superRefine((form, context) => {
    const issue = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (form.way === "onSite") {
      if (form.sessionId === "") issue("sessionId", "现场监督须选择到场的课次");
      if (form.headcountSeen === null) issue("headcountSeen", "请填写现场清点的人数");
    } else if (!form.sampled) {
      issue("sampled", "走访和电话抽查须先抽取学员，并逐人登记结果");
    }
  });

export type SupervisionForm = z.infer<typeof supervisionForm>;

/** One asked trainee as the form says it. */
export interface AskedTrainee {
  readonly lineId: string;
  readonly outcome: SpotCheckOutcome;
  readonly note: string;
}

/** Names of the two form fields of a sampled line. */
export const outcomeField = (lineId: string) => `outcome.${lineId}`;
export const noteField = (lineId: string) => `note.${lineId}`;

/** The outcomes a form carries for these lines; null for one that has none. */
export function readOutcomes(
  fields: Readonly<Record<string, string>>,
  lineIds: readonly string[],
): readonly (AskedTrainee | null)[] {
  return lineIds.map((lineId) => {
    const typed = fields[outcomeField(lineId)];
    const outcome = SPOT_CHECK_OUTCOMES.find((one) => one === typed);
    if (outcome === undefined) return null;
    const note = withNumbersMasked((fields[noteField(lineId)] ?? "").trim().slice(0, 200));
    return { lineId, outcome, note };
  });
}
