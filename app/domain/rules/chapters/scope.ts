import { drawnFromProof } from "../definitions/scope/drawn-from-proof";
import { fiveKinds } from "../definitions/scope/five-kinds";
import { withinMoney } from "../definitions/scope/within-money";
import type { Rule } from "../rule";

export const SCOPE_RULES: readonly Rule[] = [fiveKinds, drawnFromProof, withinMoney];
