import { z } from "zod";
import { parseWrittenDate } from "~/domain/shared/written-date";

/** How the class ended for a trainee. */
export type CompletionOutcome = "PASSED" | "FAILED" | "DROPPED_OUT";

export const COMPLETION_LABELS: Readonly<Record<CompletionOutcome, string>> = {
  PASSED: "合格",
  FAILED: "不合格",
  DROPPED_OUT: "中途退出",
};

export const COMPLETION_OUTCOMES = Object.keys(COMPLETION_LABELS) as [
  CompletionOutcome,
  ...CompletionOutcome[],
];

export type CertificateKind =
  "TRAINING" | "SPECIAL_SKILL" | "SKILL_LEVEL" | "QUALIFICATION" | "SPECIAL_OPERATION";

export const CERTIFICATE_KIND_LABELS: Readonly<Record<CertificateKind, string>> = {
  TRAINING: "培训合格证书",
  SPECIAL_SKILL: "专项职业能力证书",
  SKILL_LEVEL: "职业技能等级证书",
  QUALIFICATION: "国家职业资格证书",
  SPECIAL_OPERATION: "特种作业操作证",
};

const KINDS = Object.keys(CERTIFICATE_KIND_LABELS) as [CertificateKind, ...CertificateKind[]];

/** The word for a stored kind; empty where there is none. */
export function certificateKindLabel(kind: string): string {
  const known = KINDS.find((one) => one === kind);
  return known === undefined ? kind : CERTIFICATE_KIND_LABELS[known];
}

const issueDay = z
  .string()
  .trim()
  .transform((value, context) => {
    const day = value === "" ? null : parseWrittenDate(value);
    if (value === "" || day !== null) return day;
    context.addIssue({ code: "custom", message: "发证日期请写成 2020-06-01 的样子" });
    return z.NEVER;
  });

/** What an officer enters for one trainee. */
export const resultForm = z
  .object({
    lineId: z.uuid(),
    version: z.coerce.number().int().min(0),
    result: z.enum(COMPLETION_OUTCOMES, "请先选结业结果"),
    certificateKind: z.union([z.enum(KINDS), z.literal("")], "请从列表中选证书类别"),
    certificateNo: z.string().trim().max(40, "证书编号不超过 40 个字"),
    issuedOn: issueDay,
  })
  .refine((row) => row.certificateNo === "" || row.certificateKind !== "", {
    path: ["certificateKind"],
    message: "填了证书编号，请选证书类别",
  })
  .refine((row) => row.certificateNo !== "" || row.issuedOn === null, {
    path: ["certificateNo"],
    message: "填了发证日期，请填证书编号",
  })
  .refine((row) => row.certificateNo === "" || row.result === "PASSED", {
    path: ["result"],
    message: "只有合格的学员才登记证书",
  });

export type ResultForm = z.infer<typeof resultForm>;

interface Certificate {
  readonly lineId: string;
  readonly certificateKind: string;
  readonly certificateNo: string;
}

/** Lines whose certificate (same kind, same number) another line has too, with the lines it is shared with. */
export function sharedCertificates(
  rows: readonly Certificate[],
): ReadonlyMap<string, readonly string[]> {
  const holders = new Map<string, string[]>();
  for (const { lineId, certificateKind, certificateNo } of rows) {
    if (certificateNo === "") continue;
    const key = `${certificateKind} ${certificateNo.normalize("NFKC").toUpperCase()}`;
    holders.set(key, [...(holders.get(key) ?? []), lineId]);
  }
  const shared = [...holders.values()].filter((lines) => lines.length > 1);
  return new Map(
    shared.flatMap((lines) =>
      lines.map((line) => [line, lines.filter((other) => other !== line)] as const),
    ),
  );
}

/** What stands of a class on the day it is completed. */
export interface ClassBeforeCompletion {
  readonly completedOn: string;
  readonly today: string;
  readonly headcount: number;
  /** Line numbers without a result. */
  readonly withoutResult: readonly number[];
  /** Sessions that stand, in order; `unmarked` trainees without attendance. */
  readonly sessions: readonly { readonly heldOn: string; readonly unmarked: number }[];
}

export type CompletionBlocker =
  | { readonly kind: "nobody" }
  | { readonly kind: "noSessions" }
  | { readonly kind: "inFuture" }
  | { readonly kind: "beforeLastSession"; readonly lastOn: string }
  | { readonly kind: "resultsMissing"; readonly lineNos: readonly number[] }
  | { readonly kind: "attendanceMissing"; readonly sessions: number; readonly marks: number };

/** Everything that keeps the class from being completed on the day, all at once. */
export function completionBlockers(one: ClassBeforeCompletion): readonly CompletionBlocker[] {
  const { completedOn, sessions, withoutResult } = one;
  const lastOn = sessions.reduce((last, { heldOn }) => (heldOn > last ? heldOn : last), "");
  const open = sessions.filter(({ unmarked }) => unmarked > 0);
  const marks = open.reduce((total, { unmarked }) => total + unmarked, 0);
  const found: (CompletionBlocker | null)[] = [
    one.headcount === 0 ? { kind: "nobody" } : null,
    sessions.length === 0 ? { kind: "noSessions" } : null,
    completedOn > one.today ? { kind: "inFuture" } : null,
    completedOn < lastOn ? { kind: "beforeLastSession", lastOn } : null,
    withoutResult.length > 0 ? { kind: "resultsMissing", lineNos: withoutResult } : null,
    open.length > 0 ? { kind: "attendanceMissing", sessions: open.length, marks } : null,
  ];
  return found.filter((blocker) => blocker !== null);
}
