import type { PoolClient } from "pg";
import type { ImportLayoutId } from "~/domain/rosters/import-layout";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import type { Outcome } from "~/domain/shared/outcome";
import { putIntoLedger } from "./commit-placement.server";
import { putIntoPosts } from "./commit-post.server";
import { putIntoRoster } from "./commit-training.server";
import type { CommitBy, LockedImport, PutIn } from "./import-commit.server";
import type { ImportFacts, Intake, StoredTable } from "./import-intake.server";
import { openPlacementIntake } from "./import-placement.server";
import { openPostIntake } from "./import-post.server";
import { openTrainingIntake } from "./import-training.server";

/** What the intake does differently for each ledger; its words and permissions: domain/rosters/import-layout. */
export interface LayoutAdapter {
  /** Null when what the import goes into is gone or out of scope. */
  open(
    client: PoolClient,
    facts: ImportFacts,
    stored: StoredTable,
    today: CalendarDate,
  ): Promise<Intake | null>;
  /** Puts the rows in, set-wise, in the caller's transaction; refused with a Chinese message. */
  putIn(
    client: PoolClient,
    one: LockedImport,
    by: CommitBy,
  ): Promise<Outcome<PutIn, { readonly message: string }>>;
}

export const LAYOUT_ADAPTERS: Readonly<Record<ImportLayoutId, LayoutAdapter>> = {
  training: { open: openTrainingIntake, putIn: putIntoRoster },
  placement: { open: openPlacementIntake, putIn: putIntoLedger },
  post: { open: openPostIntake, putIn: putIntoPosts },
};
