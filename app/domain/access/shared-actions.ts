import type { Action } from "~/domain/access/action";

/** Everybody but the administrator: the people and papers of his region, numbers masked. */
export const READS: readonly Action[] = [
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
export const READS_RULES: readonly Action[] = ["plan.read", "provider.read", "parameter.read"];
/** What the money is for, where it is and whom it is claimed for. */
export const READS_FUNDS: readonly Action[] = ["allocation.read", "fund.read", "claim.read"];
/** The evidence itself: consent, signatures and prints, numbers in full for a reason. */
export const READS_EVIDENCE: readonly Action[] = [
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
export const REVIEWS: readonly Action[] = [
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
