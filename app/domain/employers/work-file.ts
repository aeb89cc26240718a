import type { Action } from "../access/action";

/** What a proof file may stand behind: a job fair, a recognised workshop, a student. */
export type WorkSubjectKind = "jobFair" | "workshop" | "student";

/** The thing itself. */
export interface WorkFileSubject {
  readonly kind: WorkSubjectKind;
  readonly id: string;
}

export type WorkFileKind = "PHOTO" | "NOTICE" | "RECOGNITION" | "SCHOOLING" | "OFFER" | "OTHER";

export const WORK_FILE_LABELS: Readonly<Record<WorkFileKind, string>> = {
  PHOTO: "现场照片",
  NOTICE: "招聘公告、通知",
  RECOGNITION: "认定文件、证书",
  SCHOOLING: "在读或毕业证明",
  OFFER: "录用通知",
  OTHER: "其他材料",
};

/** Kinds each subject's form offers, the most telling first. */
export const WORK_FILE_KINDS: Readonly<Record<WorkSubjectKind, readonly WorkFileKind[]>> = {
  jobFair: ["PHOTO", "NOTICE", "OTHER"],
  workshop: ["RECOGNITION", "PHOTO", "OTHER"],
  student: ["SCHOOLING", "OFFER", "OTHER"],
};

/** Whoever writes the subject adds its proofs and sets them aside. */
export const WORK_FILE_ACTIONS = {
  jobFair: "jobFair.write",
  workshop: "workshop.write",
  student: "student.write",
} as const satisfies Readonly<Record<WorkSubjectKind, Action>>;

export function toWorkFileKind(subject: WorkSubjectKind, text: string): WorkFileKind | null {
  return WORK_FILE_KINDS[subject].find((kind) => kind === text) ?? null;
}

/** Endings the form offers; what a file is, its first bytes say. */
export const WORK_FILE_ENDINGS = [".pdf", ".jpg", ".jpeg", ".png"] as const;
