import type { ClientBase } from "pg";
import { className } from "~/domain/training/training-class";

interface StoredUse {
  readonly name: string;
  readonly term: string;
  readonly lineNo: number | null;
  readonly pageNo: number | null;
  readonly day: string | null;
}

/** A file of evidence, and the class, line, page or day it belongs to. */
const USES = `
  SELECT a.file_id, a.roster_id, NULL::uuid AS class_id, a.line_id, p.page_no, NULL::date AS day
    FROM acknowledgement a LEFT JOIN scan_page p ON p.id = a.scan_page_id
  UNION ALL SELECT c.file_id, p.roster_id, NULL, c.line_id, p.page_no, NULL
    FROM scan_cell c JOIN scan_page p ON p.id = c.page_id
  UNION ALL SELECT straight_file_id, roster_id, NULL, NULL, page_no, NULL FROM scan_page
  UNION ALL SELECT f.file_id, b.roster_id, NULL, NULL, NULL, NULL
    FROM scan_file f JOIN scan_batch b ON b.id = f.batch_id
  UNION ALL SELECT m.file_id, NULL, m.class_id, NULL, NULL, s.held_on
    FROM media_item m JOIN class_session s ON s.id = m.session_id
  UNION ALL SELECT m.thumbnail_id, NULL, m.class_id, NULL, NULL, s.held_on
    FROM media_item m JOIN class_session s ON s.id = m.session_id
  UNION ALL SELECT m.view_id, NULL, m.class_id, NULL, NULL, s.held_on
    FROM media_item m JOIN class_session s ON s.id = m.session_id
  UNION ALL SELECT ink_file_id, NULL, class_id, NULL, NULL, held_on FROM supervision_record
  UNION ALL SELECT paper_file_id, NULL, class_id, NULL, NULL, held_on FROM supervision_record
  UNION ALL SELECT file_id, NULL, class_id, NULL, NULL, NULL FROM class_document
  UNION ALL SELECT manifest_id, roster_id, NULL, NULL, NULL, NULL FROM roster_seal
  UNION ALL SELECT export_file_id, roster_id, NULL, NULL, NULL, NULL FROM verification_batch
  UNION ALL SELECT result_file_id, roster_id, NULL, NULL, NULL, NULL FROM verification_batch
  UNION ALL SELECT file_id, NULL, class_id, NULL, NULL, NULL FROM roster_import
  UNION ALL SELECT file_id, NULL, NULL, NULL, NULL, NULL FROM reconciliation_step
  UNION ALL SELECT file_id, NULL, NULL, NULL, NULL, NULL FROM work_file
  UNION ALL SELECT file_id, NULL, NULL, NULL, NULL, NULL FROM placement_evidence
  UNION ALL SELECT file_id, NULL, NULL, NULL, NULL, NULL FROM wage_payment
  UNION ALL SELECT result_file_id, NULL, NULL, NULL, NULL, NULL FROM wage_payment`;

/** What no class holds, by what it proves; people stay unnamed. */
const ELSEWHERE = `
  SELECT '公共服务岗位工资 ' || to_char(s.month, 'YYYY-MM') || '（' || s.number || '）签收' AS place
    FROM (${USES}) AS u JOIN wage_sheet s ON s.roster_id = u.roster_id WHERE u.file_id = $1
  UNION ALL SELECT '公共服务岗位工资 ' || to_char(s.month, 'YYYY-MM') || '（' || s.number || '）代发文件'
    FROM wage_payment y JOIN wage_sheet s ON s.id = y.sheet_id WHERE $1 IN (y.file_id, y.result_file_id)
  UNION ALL
  SELECT '就业佐证 ' || p.employer_name || '，' || p.started_on || ' 上岗' AS place
    FROM placement_evidence e JOIN placement p ON p.id = e.placement_id WHERE e.file_id = $1
  UNION ALL SELECT f.name || ' ' || f.held_on FROM work_file w JOIN job_fair f ON f.id = w.subject_id
    WHERE w.file_id = $1
  UNION ALL SELECT s.name || '的认定材料' FROM work_file w
    JOIN poverty_workshop s ON s.id = w.subject_id WHERE w.file_id = $1
  UNION ALL SELECT '在沪职校学生材料 ' || s.school_name FROM work_file w
    JOIN vocational_student s ON s.id = w.subject_id WHERE w.file_id = $1
  UNION ALL SELECT '区方对账名单 ' || to_char(r.month, 'YYYY-MM') FROM reconciliation_step t
    JOIN reconciliation r ON r.id = t.reconciliation_id WHERE t.file_id = $1
  LIMIT 1`;

/** What the file is to a reader: 家政服务员（第3期） 第 2 页 第 3 号; empty when nothing names it. */
export async function placeOfFile(owner: ClientBase, fileId: string): Promise<string> {
  const { rows } = await owner.query<StoredUse>(
    `SELECT k.name, k.term, l.line_no AS "lineNo", u.page_no AS "pageNo", u.day::text AS day
     FROM (${USES}) AS u LEFT JOIN roster r ON r.id = u.roster_id
       JOIN training_class k ON k.id = coalesce(u.class_id, r.class_id)
       LEFT JOIN roster_line l ON l.id = u.line_id
     WHERE u.file_id = $1 LIMIT 1`,
    [fileId],
  );
  const [use] = rows;
  if (use === undefined) {
    const elsewhere = await owner.query<{ place: string }>(ELSEWHERE, [fileId]);
    return elsewhere.rows[0]?.place ?? "";
  }
  return [
    className(use),
    ...(use.day === null ? [] : [use.day]),
    ...(use.pageNo === null ? [] : [`第 ${use.pageNo} 页`]),
    ...(use.lineNo === null ? [] : [`第 ${use.lineNo} 号`]),
  ].join(" ");
}

/** Files that some row names and that have no row of their own. */
export async function findLostFiles(owner: ClientBase): Promise<readonly string[]> {
  const { rows } = await owner.query<{ id: string }>(
    `SELECT DISTINCT u.file_id AS id FROM (${USES}) AS u
     WHERE u.file_id IS NOT NULL AND NOT EXISTS (SELECT FROM stored_file f WHERE f.id = u.file_id)`,
  );
  return rows.map(({ id }) => id);
}
