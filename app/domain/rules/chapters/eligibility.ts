import { identified } from "../definitions/eligibility/identified";
import { monitoredPopulation } from "../definitions/eligibility/monitored-population";
import { notTooOld } from "../definitions/eligibility/not-too-old";
import { oldEnough } from "../definitions/eligibility/old-enough";
import { reachable } from "../definitions/eligibility/reachable";
import { registeredPoor } from "../definitions/eligibility/registered-poor";
import { registryFresh } from "../definitions/eligibility/registry-fresh";
import { sameCounty } from "../definitions/eligibility/same-county";
import { sameName } from "../definitions/eligibility/same-name";
import type { Rule } from "../rule";

export const ELIGIBILITY_RULES: readonly Rule[] = [
  registeredPoor,
  monitoredPopulation,
  registryFresh,
  sameCounty,
  sameName,
  oldEnough,
  notTooOld,
  identified,
  reachable,
];
