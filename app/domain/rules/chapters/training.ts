import { attendanceShare } from "../definitions/training/attendance-share";
import { completed } from "../definitions/training/completed";
import { costInShanghai } from "../definitions/training/cost-in-shanghai";
import { costInYunnan } from "../definitions/training/cost-in-yunnan";
import { filingApprovedBefore } from "../definitions/training/filing-approved-before";
import { trainingImplementedInYunnan } from "../definitions/training/implemented-in-yunnan";
import { mediaOfEverySession } from "../definitions/training/media-of-every-session";
import { planApprovedBefore } from "../definitions/training/plan-approved-before";
import { proofContact } from "../definitions/training/proof-contact";
import { proofFingerprint } from "../definitions/training/proof-fingerprint";
import { proofIdNumber } from "../definitions/training/proof-id-number";
import { proofSignature } from "../definitions/training/proof-signature";
import { proofVerified } from "../definitions/training/proof-verified";
import { providerNotSuspended } from "../definitions/training/provider-not-suspended";
import { providerTeachesTrade } from "../definitions/training/provider-teaches-trade";
import { rosterSealed } from "../definitions/training/roster-sealed";
import { supervisedByBureau } from "../definitions/training/supervised-by-bureau";
import { supervisedBySecondedOfficial } from "../definitions/training/supervised-by-seconded-official";
import type { Rule } from "../rule";

export const TRAINING_RULES: readonly Rule[] = [
  proofVerified,
  proofIdNumber,
  proofContact,
  proofSignature,
  proofFingerprint,
  rosterSealed,
  supervisedByBureau,
  supervisedBySecondedOfficial,
  mediaOfEverySession,
  planApprovedBefore,
  filingApprovedBefore,
  providerNotSuspended,
  providerTeachesTrade,
  attendanceShare,
  completed,
  costInShanghai,
  costInYunnan,
  trainingImplementedInYunnan,
];
