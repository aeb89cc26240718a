import { openNumbers } from "~/data/people/person-store.server";
import type { Actor } from "~/domain/access/actor";
import { whyNotCounted, type NotCounted } from "~/domain/placements/counting";
import type { Destination } from "~/domain/placements/destination";
import { hasLeftBy } from "~/domain/placements/in-work";
import type { PlacementForm, WorkerGroup } from "~/domain/placements/placement";
import { readsWholeLine } from "~/domain/placements/reader";
import { day, type CalendarDate } from "~/domain/shared/calendar-date";
import { maskIdCardNumber } from "~/domain/shared/masking";
import { regionName } from "~/platform/reference/region-codes.server";
import { workplaceName } from "./workplace-name.server";

/** A line in the list, masked; a district officer is told neither the township nor the group. */
export interface LedgerRow {
  readonly id: string;
  readonly name: string;
  readonly maskedId: string;
  readonly countyName: string;
  readonly township: string;
  readonly employerName: string;
  readonly workplace: string;
  readonly destination: Destination;
  readonly form: PlacementForm;
  /** Null: the reader is not told. */
  readonly workerGroup: WorkerGroup | null;
  readonly startedOn: string;
  readonly endedOn: string | null;
  readonly isRemoved: boolean;
  /** The last day of work lies before the day asked for. */
  readonly hasLeft: boolean;
  /** Found lost, and neither found in work since nor known to have left. */
  readonly isLost: boolean;
  /** Why the line is in no figure; empty: it counts. */
  readonly notCounted: readonly NotCounted[];
}

/** The row as the list's query brings it. */
export interface StoredRow {
  readonly id: string;
  readonly name: string;
  readonly countyCode: string;
  readonly township: string;
  readonly employerName: string;
  readonly workplaceCode: string;
  readonly destination: Destination;
  readonly form: PlacementForm;
  readonly workerGroup: WorkerGroup;
  readonly startedOn: string;
  readonly endedOn: string | null;
  readonly isRemoved: boolean;
  readonly isLost: boolean;
  readonly verifiedOn: string | null;
  readonly verifiedCategory: string | null;
  readonly evidenceCount: number;
  readonly idIndex: Uint8Array;
  readonly idSealed: Uint8Array | null;
}

/** Masked, and narrowed for a district officer. */
export function ledgerRow(actor: Actor, row: StoredRow, on: CalendarDate): LedgerRow {
  const { id, name, countyCode, township, employerName, destination, form } = row;
  const { startedOn, endedOn, isRemoved, isLost, idIndex, idSealed } = row;
  const number =
    idSealed === null ? "" : openNumbers({ idIndex, idSealed, phoneSealed: null }).idCardNumber;
  const readsWhole = readsWholeLine(actor, countyCode, on);
  return {
    ...{ id, name, employerName, destination, form, startedOn, endedOn, isRemoved, isLost },
    hasLeft: hasLeftBy(endedOn === null ? null : day(endedOn), on),
    maskedId: maskIdCardNumber(number),
    countyName: regionName(countyCode) ?? countyCode,
    township: readsWhole ? township : "",
    workerGroup: readsWhole ? row.workerGroup : null,
    workplace: workplaceName(row.workplaceCode),
    notCounted: whyNotCounted(
      {
        startedOn: day(startedOn),
        verifiedOn: row.verifiedOn === null ? null : day(row.verifiedOn),
        verifiedCategory: row.verifiedCategory,
        evidenceCount: row.evidenceCount,
        isRemoved,
      },
      on,
    ),
  };
}
