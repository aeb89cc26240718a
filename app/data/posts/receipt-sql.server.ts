import { Prisma } from "~/platform/prisma/client.server";

/** Of `wage_line l`: somebody has signed for what the line says now. */
export const IS_SIGNED = Prisma.sql`EXISTS (SELECT FROM acknowledgement k
  JOIN roster_line r ON r.id = k.line_id WHERE k.line_id = l.id AND k.element = 'SIGNATURE'
    AND k.voided_at IS NULL AND r.removed_at IS NULL AND k.line_version = r.content_version)`;
