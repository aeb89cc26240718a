/** What the trail names as its subject. */
export type TrailSubjectKind =
  | "roster"
  | "rosterLine"
  | "rosterImport"
  | "trainingClass"
  | "trainingPlan"
  | "trainingProvider"
  | "parameterValue"
  | "claimBatch"
  | "rulePack"
  | "mediaItem"
  | "scanPage"
  | "acknowledgement"
  | "person"
  | "employer"
  | "vacancy"
  | "labourBatch"
  | "jobFair"
  | "workshop"
  | "student"
  | "placement"
  | "postQuota"
  | "postAppointment"
  | "postNotice"
  | "wageSheet"
  | "registrySnapshot"
  | "user"
  | "organisation"
  | "region"
  | "policyDocument"
  | "allocationTable"
  | "fundPot"
  | "reconciliation"
  | "target"
  | "session"
  | "keyRing";

/** One entry of the trail (痕迹): who did what to which thing, and when. */
export interface TrailEntry {
  readonly at: Date;
  /** Null for the system itself and for failed sign-ins. */
  readonly actorId: string | null;
  readonly actorName: string;
  /** A policy action or a plain verb such as `session.start`. */
  readonly action: string;
  readonly subjectKind: TrailSubjectKind;
  readonly subjectId: string;
  readonly countyCode: string | null;
  /** Small facts for the reader: counts, before/after of states, reasons. Never a full number. */
  readonly detail: Readonly<Record<string, unknown>>;
}
