import { batchBeforeWork } from "../definitions/agency/batch-before-work";
import { intermediaryLicensed } from "../definitions/agency/intermediary-licensed";
import { agencyStableMonths } from "../definitions/agency/stable-months";
import { throughIntermediary } from "../definitions/agency/through-intermediary";
import type { Rule } from "../rule";

export const AGENCY_RULES: readonly Rule[] = [
  throughIntermediary,
  intermediaryLicensed,
  batchBeforeWork,
  agencyStableMonths,
];
