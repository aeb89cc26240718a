import {
  PROOF_ELEMENTS,
  PROOF_LABELS,
  type InkElement,
  type ProofElement,
} from "~/domain/evidence/line-proofs";
import {
  standingOf,
  VERIFICATION_EVENT_LABELS,
  type RegistryAnswer,
  type VerificationEvent,
} from "~/domain/evidence/verification-event";

/** A signature or print: given for the line as it is, only for an earlier version of it, or not at all. */
export type InkStanding = "current" | "outdated" | "none";

/** What there is for one line; numbers only as whether they are there. */
export interface LineFacts {
  readonly lineId: string;
  readonly lineNo: number;
  readonly name: string;
  readonly hasIdCardNumber: boolean;
  readonly hasContact: boolean;
  /** The answer that counts of either event; null: never asked. */
  readonly answers: Readonly<Record<VerificationEvent, RegistryAnswer | null>>;
  readonly ink: Readonly<Record<InkElement, InkStanding>>;
}

/** The days the registry's answer must hold for (`YYYY-MM-DD`), and how old it may be; null: no limit. */
export interface VerificationDays {
  readonly eventOn: Readonly<Record<VerificationEvent, string>>;
  readonly maxAgeDays: Readonly<Record<VerificationEvent, number | null>>;
}

/** A proof that a line lacks. */
export interface MissingProof {
  readonly element: ProofElement;
  /** For VERIFIED: at which event. */
  readonly event: VerificationEvent | null;
  readonly message: string;
}

/** What of the five proofs (R02) the line lacks, in the order of the clause; each reason by itself. */
export function missingProofs(line: LineFacts, days: VerificationDays): readonly MissingProof[] {
  return PROOF_ELEMENTS.flatMap((element): readonly MissingProof[] => {
    switch (element) {
      case "VERIFIED":
        return [
          ...missingAnswer(line, "opening", days),
          ...missingAnswer(line, "completion", days),
        ];
      case "ID_NUMBER":
        return line.hasIdCardNumber ? [] : [missing(element, "没有身份证号")];
      case "CONTACT":
        return line.hasContact ? [] : [missing(element, "没有联系电话")];
      case "SIGNATURE":
      case "FINGERPRINT":
        return missingInk(element, line.ink[element]);
    }
  });
}

/** Whether this one proof is there, for the matrix of lines and proofs. */
export function hasProof(missed: readonly MissingProof[], element: ProofElement): boolean {
  return missed.every((one) => one.element !== element);
}

function missingInk(element: InkElement, standing: InkStanding): readonly MissingProof[] {
  const label = PROOF_LABELS[element];
  switch (standing) {
    case "current":
      return [];
    case "outdated":
      return [missing(element, `${label}是名册内容更改前留下的，须重签`)];
    case "none":
      return [missing(element, `没有${label}`)];
  }
}

function missingAnswer(
  line: LineFacts,
  event: VerificationEvent,
  days: VerificationDays,
): readonly MissingProof[] {
  const answer = line.answers[event];
  const label = VERIFICATION_EVENT_LABELS[event];
  const found = (why: string) => [
    { element: "VERIFIED" as const, event, message: `${label}：${why}` },
  ];
  if (answer === null) return found("还没有查验");
  const limit = days.maxAgeDays[event];
  switch (standingOf(answer, days.eventOn[event], limit)) {
    case "valid":
    case "validAfterwards":
      return [];
    case "notFound":
      return found("建档立卡数据中没有此人");
    case "otherDay":
      return found(`查验的是 ${answer.eventOn}，现为 ${days.eventOn[event]}，须重新查验`);
    case "tooOld":
      return found(`${answer.verifiedOn} 的数据早于规定的 ${limit ?? 0} 天，须重新查验`);
  }
}

function missing(element: ProofElement, message: string): MissingProof {
  return { element, event: null, message };
}
