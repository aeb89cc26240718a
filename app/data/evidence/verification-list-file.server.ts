import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import type { ReceivedFile } from "~/data/files/file-store.server";
import { verificationLayout } from "~/domain/evidence/layouts/verification";
import { openText } from "~/platform/crypto/field-cipher.server";
import { storeFile } from "~/platform/evidence-store.server";
import { newId } from "~/platform/id.server";
import { platform } from "~/platform/platform.server";
import { regionName } from "~/platform/reference/region-codes.server";
import { writeWorkbook, type WriteRow } from "~/platform/workbook/write-workbook.server";
import type { LineToVerify } from "./verification-store.server";

const FIELDS = verificationLayout.fields.filter(({ inTemplate }) => inTemplate);
const MOST_BYTES = 100 * 1024 * 1024;

/** The list as the platform takes it, numbers in full, sealed into the evidence store. */
export async function storeVerificationList(
  fileName: string,
  countyCode: string,
  lines: readonly LineToVerify[],
): Promise<ReceivedFile> {
  const sheet = {
    name: verificationLayout.sheetName,
    columns: FIELDS.map(({ width }) => ({ width })),
    frozenRows: 1,
    rows: listRows(regionName(countyCode) ?? countyCode, lines),
  };
  const chunks: Buffer[] = [];
  const book = writeWorkbook([sheet], { edition: verificationLayout.edition });
  for await (const chunk of book) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  const id = newId();
  const { size } = await storeFile(id, Readable.from([bytes]), MOST_BYTES);
  return { id, fileName, size, sha256: createHash("sha256").update(bytes).digest() };
}

function* listRows(county: string, lines: readonly LineToVerify[]): Generator<WriteRow> {
  yield { cells: FIELDS.map(({ header }) => ({ text: header, style: "header" })) };
  for (const [index, { name, idIndex, idSealed }] of lines.entries()) {
    const hex = Buffer.from(idIndex).toString("hex");
    const texts: Readonly<Record<string, string>> = {
      sequence: String(index + 1),
      name,
      idCardNumber: openText(platform().keyRing, idSealed, `idNumber:${hex}`),
      county,
    };
    yield {
      cells: FIELDS.map(({ key, kind }) => ({
        text: texts[key] ?? "",
        style: kind === "number" ? "number" : "text",
      })),
    };
  }
}
