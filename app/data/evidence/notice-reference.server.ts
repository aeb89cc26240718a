import type { ClientBase } from "pg";
import { noticeDigest } from "~/data/evidence/notice-store.server";
import { BUILT_IN_NOTICES } from "~/domain/evidence/built-in-notices";
import { WHOLE_COUNTRY } from "~/domain/evidence/notice";

/** Brings the built-in notices in, on the owner's connection; one that is there is never changed. */
export async function loadNotices(client: ClientBase): Promise<void> {
  for (const notice of BUILT_IN_NOTICES) {
    await client.query(
      `INSERT INTO consent_notice (id, region_code, purpose, version, title, sections, digest,
         in_force_from, issued_by_name, issued_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, '系统内置', $8::date) ON CONFLICT DO NOTHING`,
      [
        notice.id,
        WHOLE_COUNTRY,
        notice.purpose,
        notice.version,
        notice.title,
        JSON.stringify(notice.sections),
        noticeDigest(notice),
        notice.inForceFrom,
      ],
    );
  }
}
