import type { CalendarDate } from "../../shared/calendar-date";
import type { Allocation } from "../allocation";
import type { Deadline } from "../deadline";

/** A document that ships with the product: facts, figures and places of its clauses, in our own words. */
export interface FoundingDocument {
  readonly issuer: string;
  /** 曲财农〔2020〕31号; empty where whoever cites it gives none. */
  readonly number: string;
  /** Null: only cited, and the citing document does not say it. */
  readonly issuedOn: CalendarDate | null;
  readonly title: string;
  readonly regionCode: string;
  readonly note: string;
  readonly clauses: readonly (readonly [clause: string, summary: string])[];
  readonly deadlines: readonly Deadline[];
}

/** A table of a founding document. */
export interface FoundingTable {
  readonly documentNumber: string;
  readonly regionCode: string;
  readonly year: number;
  readonly title: string;
  readonly note: string;
  readonly allocation: Allocation;
}

/** 一百二十三 万元 in fen. */
export const wan = (amount: number): number => Math.round(amount * 10) * 100_000;
