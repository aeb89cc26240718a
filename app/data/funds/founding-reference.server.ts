import type { ClientBase } from "pg";
import { FOUNDING_DOCUMENTS } from "~/domain/funds/founding/founding-documents";
import type { FoundingDocument, FoundingTable } from "~/domain/funds/founding/founding-document";
import { FOUNDING_TABLES } from "~/domain/funds/founding/founding-tables";
import { derivedId } from "~/platform/derived-id.server";

/** The id of a founding document, the same in every installation; by its title where it has no number. */
export function foundingDocumentId(numberOrTitle: string): string {
  return derivedId("policyDocument", numberOrTitle);
}

export function foundingTableId(documentNumber: string): string {
  return derivedId("allocationTable", documentNumber);
}

/**
 * Brings the founding documents and their tables in, on the owner's connection, at every start. Words follow the
 * edition; figures that are there already stay, for money may hang on them.
 */
export async function loadFoundingDocuments(client: ClientBase): Promise<void> {
  for (const document of FOUNDING_DOCUMENTS) await loadDocument(client, document);
  for (const table of FOUNDING_TABLES) await loadTable(client, table);
}

async function loadDocument(client: ClientBase, one: FoundingDocument): Promise<void> {
  const id = foundingDocumentId(one.number === "" ? one.title : one.number);
  await client.query(
    `INSERT INTO policy_document (id, issuer, number, issued_on, title, region_code, is_founding,
       note, created_by_name, created_at) VALUES ($1, $2, $3, $4, $5, $6, true, $7, '系统内置', now())
     ON CONFLICT (id) DO UPDATE SET issuer = excluded.issuer, title = excluded.title,
       note = excluded.note
     WHERE (policy_document.issuer, policy_document.title, policy_document.note)
       IS DISTINCT FROM (excluded.issuer, excluded.title, excluded.note)`,
    [id, one.issuer, one.number, one.issuedOn, one.title, one.regionCode, one.note],
  );
  await client.query(
    `INSERT INTO policy_clause (id, document_id, place, clause, summary)
     SELECT c.id, $1, c.place, c.clause, c.summary
     FROM unnest($2::uuid[], $3::int[], $4::text[], $5::text[]) AS c (id, place, clause, summary)
     ON CONFLICT (document_id, clause) DO UPDATE SET place = excluded.place,
       summary = excluded.summary`,
    [
      id,
      one.clauses.map(([clause]) => derivedId(id, "clause", clause)),
      one.clauses.map((_, place) => place),
      one.clauses.map(([clause]) => clause),
      one.clauses.map(([, summary]) => summary),
    ],
  );
  await client.query(
    `INSERT INTO policy_deadline (id, document_id, clause, matter, summary, due_on)
     SELECT d.id, $1, d.clause, d.matter, d.summary, d.due_on
     FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::date[])
       AS d (id, clause, matter, summary, due_on)
     ON CONFLICT (id) DO UPDATE SET summary = excluded.summary, due_on = excluded.due_on`,
    [
      id,
      one.deadlines.map(({ clause, matter }) => derivedId(id, "deadline", clause, matter)),
      one.deadlines.map(({ clause }) => clause),
      one.deadlines.map(({ matter }) => matter),
      one.deadlines.map(({ summary }) => summary),
      one.deadlines.map(({ dueOn }) => dueOn),
    ],
  );
}

async function loadTable(client: ClientBase, one: FoundingTable): Promise<void> {
  const { documentNumber, regionCode, year, title, note, allocation } = one;
  const id = foundingTableId(documentNumber);
  const { rowCount } = await client.query(
    `INSERT INTO allocation_table (id, document_id, region_code, year, title, columns, projects,
       declared_total, note, created_by_name, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, '系统内置', now()) ON CONFLICT (id) DO NOTHING`,
    [
      ...[id, foundingDocumentId(documentNumber), regionCode, year, title],
      ...[JSON.stringify(allocation.columns), JSON.stringify(allocation.projects)],
      ...[allocation.declaredTotal, note],
    ],
  );
  if (rowCount === 0) return;
  for (const [place, row] of allocation.rows.entries()) {
    const rowId = derivedId(id, "row", place);
    await client.query(
      `INSERT INTO allocation_row (id, table_id, region_code, place, unit_name, area_code,
         declared_total, is_off_table, note) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ...[rowId, id, regionCode, place, row.unitName, row.areaCode],
        ...[row.declaredTotal, row.isOffTable, row.note],
      ],
    );
    for (const [at, cell] of row.cells.entries()) {
      await client.query(
        `INSERT INTO allocation_cell (id, row_id, region_code, column_key, project_key, amount,
           function_code, economic_code) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          ...[derivedId(rowId, "cell", at), rowId, regionCode, cell.columnKey, cell.projectKey],
          ...[cell.amount, cell.functionCode, cell.economicCode],
        ],
      );
    }
  }
}
