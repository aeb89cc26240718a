import type { Action } from "~/domain/access/action";
import type { Role } from "~/domain/access/role";

/** Everybody but the administrator: the people and papers of his region, numbers masked. */
const READS: readonly Action[] = [
  "people.read",
  "region.read",
  "class.read",
  "roster.read",
  "placement.read",
  "employer.read",
  "target.read",
  "post.read",
  "document.read",
  "account.own",
];
const READS_RULES: readonly Action[] = ["plan.read", "provider.read", "parameter.read"];
/** What the money is for, where it is and whom it is claimed for. */
const READS_FUNDS: readonly Action[] = ["allocation.read", "fund.read", "claim.read"];
/** The evidence itself: consent, signatures and prints, numbers in full for a reason. */
const READS_EVIDENCE: readonly Action[] = [
  ...READS_RULES,
  "people.revealNumber",
  "registry.read",
  "media.read",
  "consent.read",
  "proof.read",
  "roster.export",
  "roster.print",
  "placement.export",
  "placement.readEvidence",
  "reconciliation.read",
  "post.export",
  ...READS_FUNDS,
  "claim.export",
];
/** Reviewers decide over what others have entered, and look at classes with their own eyes. */
const REVIEWS: readonly Action[] = [
  ...READS,
  ...READS_EVIDENCE,
  "plan.review",
  "provider.suspend",
  "parameter.write",
  "class.review",
  "supervision.write",
  "roster.review",
  "roster.seal",
  "roster.reviewAmendment",
  "placement.voidEvidence",
  "fund.review",
  "claim.check",
  "clawback.propose",
  "clawback.decide",
  "pack.import",
];

/** What a district officer does for his district itself: its own targets, shared out among its counties. */
export const OF_THE_DISTRICT: readonly Action[] = ["target.read", "target.write"];

/**
 * Who may do what, inside the region of his role. The county enters and checks its own rosters; the
 * prefecture reads, returns and confirms but never edits a county's rows (曲财农〔2020〕31号 四(三));
 * the auditor reads and never writes; the administrator sees no person.
 */
export const POLICY: Record<Role, readonly Action[]> = {
  caseOfficer: [
    ...READS,
    ...READS_EVIDENCE,
    "region.write",
    "registry.import",
    "plan.write",
    "provider.write",
    "class.write",
    "media.write",
    "verification.record",
    "consent.record",
    "proof.record",
    "roster.import",
    "roster.edit",
    "roster.submit",
    "roster.amend",
    "placement.write",
    "placement.import",
    "followUp.write",
    "followUp.revealPhone",
    "employer.write",
    "employer.revealPhone",
    "vacancy.write",
    "jobFair.write",
    "workshop.write",
    "student.write",
    "reconciliation.prepare",
    "post.write",
    "post.import",
    "attendance.write",
    "wage.write",
    "account.reveal",
    "fund.manage",
    "claim.write",
    "claim.check",
    "clawback.propose",
  ],
  // The county answers for its own figure; the prefecture, which may open a month again, does not sign for it.
  // Who holds a post, what is paid for it and when a month is over is decided by another than who wrote it down.
  reviewer: [
    ...REVIEWS,
    "reconciliation.signCounty",
    "post.confirm",
    "wage.review",
    "wage.lock",
    "claim.review",
    "account.reveal",
  ],
  // The registry platform exports a whole prefecture at once, so the prefecture may load it.
  // The prefecture's HRSS bureau keeps the ledger of its counties together, so it may load a whole one.
  prefectureSupervisor: [
    ...REVIEWS,
    "registry.import",
    "notice.issue",
    "placement.import",
    "target.write",
    "reconciliation.reopen",
    "document.write",
    "claim.approveHrss",
    "pack.signOff",
  ],
  secondedOfficial: [
    ...READS,
    ...READS_RULES,
    "registry.read",
    "supervision.write",
    "media.read",
    "media.write",
    "proof.read",
    "roster.print",
    "placement.readEvidence",
    "reconciliation.read",
    ...READS_FUNDS,
  ],
  // In western prefectures it sits in the poverty office, the second of the two that approve.
  cooperationOffice: [
    ...READS,
    ...READS_RULES,
    ...READS_FUNDS,
    "media.read",
    "roster.print",
    "placement.readEvidence",
    "target.write",
    "reconciliation.read",
    "document.write",
    "allocation.write",
    "fund.release",
    "claim.check",
    "claim.approvePoverty",
    "claim.export",
    "pack.signOff",
  ],
  finance: [
    ...READS,
    ...READS_RULES,
    ...READS_FUNDS,
    "roster.print",
    "wage.pay",
    "account.reveal",
    "allocation.write",
    "fund.write",
    "claim.pay",
    "clawback.collect",
  ],
  auditor: [...READS, ...READS_EVIDENCE, "trail.read", "account.reveal"],
  labourStationOfficer: [
    ...READS,
    "followUp.write",
    "followUp.revealPhone",
    "employer.revealPhone",
    "vacancy.write",
  ],
  districtOfficer: [
    ...READS,
    ...READS_FUNDS,
    "plan.read",
    "media.read",
    "placement.readEvidence",
    "employer.write",
    "vacancy.write",
    "reconciliation.read",
    "reconciliation.signDistrict",
    "target.write",
  ],
  systemAdministrator: [
    "region.read",
    "region.write",
    "user.manage",
    "organisation.manage",
    "account.own",
  ],
};
