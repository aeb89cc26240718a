import { regionChoices, type RegionChoice } from "~/data/regions/region-name-view.server";
import type { Actor } from "~/domain/access/actor";
import { countiesFor, may } from "~/domain/access/policy";
import { conflictSentence, deadlineConflicts } from "~/domain/funds/deadline";
import { documentLabel, serialOf } from "~/domain/funds/document";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { presentRegions, regionName } from "~/platform/reference/region-codes.server";
import { findDocument, type DocumentRecord } from "./document-store.server";

/** Another document this one has to do with. */
export interface RelatedDocument {
  readonly id: string;
  readonly label: string;
  readonly issuer: string;
  readonly title: string;
}

export interface DocumentPage {
  readonly document: DocumentRecord;
  readonly regionName: string;
  /** Where it contradicts itself or came too late, in a sentence each. */
  readonly conflicts: readonly string[];
  readonly supersedes: RelatedDocument | null;
  readonly supersededBy: readonly RelatedDocument[];
  /** Others of the same year and serial number: easily taken for it. */
  readonly sameSerial: readonly RelatedDocument[];
  readonly tables: readonly {
    readonly id: string;
    readonly title: string;
    readonly year: number;
  }[];
  /** It binds an area of the actor's. */
  readonly isOwn: boolean;
  readonly mayWrite: boolean;
}

/** A document with its clauses, days and conflicts, its kin, and the tables that rest on it. */
export function viewDocument(actor: Actor, id: string, on: string): Promise<DocumentPage | null> {
  return inTransaction(actor, async (tx) => {
    const document = await findDocument(tx, id);
    if (document === null) return null;
    const { regionCode, issuedOn, deadlines, supersedesId, voidedAt, isFounding } = document;
    const serial = serialOf(document.number);
    const tables = await tx.allocationTable.findMany({
      where: { documentId: id, voidedAt: null },
      select: { id: true, title: true, year: true },
      orderBy: { id: "asc" },
      take: 100,
    });
    return {
      ...{ document, tables, regionName: areaName(regionCode) },
      conflicts: deadlineConflicts(issuedOn, deadlines).map(conflictSentence),
      supersedes: (await related(tx, { id: supersedesId ?? id }, id))[0] ?? null,
      supersededBy: await related(tx, { supersedesId: id }, id),
      sameSerial: serial === null ? [] : await related(tx, { number: { endsWith: serial } }, id),
      isOwn: actor.counties.includes(regionCode),
      mayWrite: voidedAt === null && !isFounding && may(actor, "document.write", regionCode, on),
    };
  });
}

/** The areas whose documents the actor may enter. */
export function documentRegions(actor: Actor, on: string): RegionChoice[] {
  return regionChoices(countiesFor(actor, "document.write", on));
}

/** Standing documents to choose from, the latest first. */
export function documentChoices(actor: Actor): Promise<readonly RelatedDocument[]> {
  return inTransaction(actor, (tx) => related(tx, {}, null));
}

/** 全国, 云南省, 曲靖市. */
export function areaName(code: string): string {
  return code === "000000" ? "全国" : (regionName(code) ?? provinceName(code) ?? code);
}

function provinceName(code: string): string | undefined {
  return presentRegions().find((one) => one.code === code)?.name;
}

const MOST_CHOICES = 500;

async function related(
  tx: Tx,
  where: NonNullable<Parameters<Tx["policyDocument"]["findMany"]>[0]>["where"],
  except: string | null,
): Promise<readonly RelatedDocument[]> {
  const rows = await tx.policyDocument.findMany({
    where: {
      AND: [{ voidedAt: null }, where ?? {}, except === null ? {} : { id: { not: except } }],
    },
    select: { id: true, issuer: true, number: true, title: true },
    orderBy: [{ issuedOn: { sort: "desc", nulls: "last" } }, { id: "desc" }],
    take: MOST_CHOICES,
  });
  return rows.map(({ id, issuer, number, title }) => {
    return { id, issuer, title, label: documentLabel({ number, title }) };
  });
}
