import { CLAIM_KIND_LABELS, type ClaimKind } from "./claim";

/** 2020年技能培训补贴（1） */
export function claimName(batch: {
  readonly kind: ClaimKind;
  readonly year: number;
  readonly number: number;
}): string {
  return `${batch.year}年${CLAIM_KIND_LABELS[batch.kind]}（${batch.number}）`;
}
