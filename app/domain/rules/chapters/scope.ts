import { drawnFromProof } from "../definitions/scope/drawn-from-proof";
import { fiveKinds } from "../definitions/scope/five-kinds";
import type { Rule } from "../rule";

export const SCOPE_RULES: readonly Rule[] = [fiveKinds, drawnFromProof];
