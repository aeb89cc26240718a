import type { Action } from "~/domain/access/action";
import type { Role } from "~/domain/access/role";

/** Everybody but the administrator: the people and papers of his region, numbers masked. */
const READS: readonly Action[] = [
  "people.read",
  "region.read",
  "class.read",
  "roster.read",
  "account.own",
];
const READS_RULES: readonly Action[] = ["plan.read", "provider.read", "parameter.read"];
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
];

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
  ],
  reviewer: REVIEWS,
  // The registry platform exports a whole prefecture at once, so the prefecture may load it.
  prefectureSupervisor: [...REVIEWS, "registry.import", "notice.issue"],
  secondedOfficial: [
    ...READS,
    ...READS_RULES,
    "registry.read",
    "supervision.write",
    "media.read",
    "media.write",
    "proof.read",
    "roster.print",
  ],
  cooperationOffice: [...READS, ...READS_RULES, "media.read", "roster.print"],
  finance: [...READS, ...READS_RULES, "roster.print"],
  auditor: [...READS, ...READS_EVIDENCE, "trail.read"],
  labourStationOfficer: READS,
  districtOfficer: [...READS, "plan.read", "media.read"],
  systemAdministrator: [
    "region.read",
    "region.write",
    "user.manage",
    "organisation.manage",
    "account.own",
  ],
};
