import type { PovertyStatus } from "./poverty-status";

/** The dated registry export that an answer rests on. */
export interface SnapshotRef {
  readonly id: string;
  readonly regionCode: string;
  /** Day of export, `YYYY-MM-DD`. */
  readonly exportedOn: string;
  /** Exported after the day asked about (事后导出): it shows the register of a later day. */
  readonly isRetrospective: boolean;
}

/** What the registry in force on a day says of a person. */
export type Verification =
  | { readonly kind: "noSnapshot" }
  | { readonly kind: "notRegistered"; readonly snapshot: SnapshotRef }
  | {
      readonly kind: "registered";
      readonly snapshot: SnapshotRef;
      /** Null when the registry carries the person under no category that is known. */
      readonly category: PovertyStatus | null;
      readonly liftedYear: number | null;
    };

/** Whether an export of `exportedOn` is later than the day `on` it is asked about. */
export function isRetrospective(exportedOn: string, on: string): boolean {
  return exportedOn > on;
}
