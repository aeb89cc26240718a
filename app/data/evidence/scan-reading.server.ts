import { Readable } from "node:stream";
import { rowsOfPage, type ScanState } from "~/domain/evidence/scan-page";
import { inkAskedFor } from "~/domain/evidence/signed-roster";
import type { RosterKind } from "~/domain/rosters/roster";
import { formatPageCode, type PageCode } from "~/domain/rosters/page-code";
import { derivedId } from "~/platform/derived-id.server";
import { readStoredFile, removeStoredFile, storeFile } from "~/platform/evidence-store.server";
import { pagePicture } from "~/platform/image/page-picture.server";
import { pdfPages, ScanRefused } from "~/platform/image/pdf-pages.server";
import { pictureKind } from "~/platform/image/picture-kind.server";
import { readPage, type CutCell } from "~/platform/image/read-page.server";
import type { CodedPrinting, FoundCell, FoundPage, KeptPicture } from "./scan-pages-bulk.server";

/** What reading has to ask the database. */
export interface PrintLookUp {
  readonly kind: RosterKind;
  /** The roster's own printings by their code. */
  readonly own: ReadonlyMap<string, CodedPrinting>;
  readonly elsewhere: (code: string) => Promise<{ readonly id: string | null } | null>;
}

interface Place {
  readonly state: ScanState;
  readonly problem: string;
  readonly printId: string | null;
  readonly pageNo: number | null;
}

const MOST_PICTURE_BYTES = 40 * 1024 * 1024;

/**
 * Reads scans page by page and keeps the pictures cut out of them. The ids come from the scan and the
 * place in it, so a reading repeated after a crash leaves nothing twice.
 */
export class ScanReading {
  readonly pages: FoundPage[] = [];
  readonly #kept: string[] = [];

  constructor(private readonly prints: PrintLookUp) {}

  /** Reads one file; calls `onPage` after each of its pages. */
  async read(fileId: string, onPage: (sheet: number) => Promise<void>): Promise<void> {
    const bytes = await readStoredFile(fileId);
    try {
      if (pictureKind(bytes) !== "pdf") {
        this.pages.push(await this.#readSheet(fileId, 1, bytes));
        return;
      }
      for await (const { sheet, picture } of pdfPages(bytes)) {
        this.pages.push(await this.#readSheet(fileId, sheet, picture));
        await onPage(sheet);
      }
    } catch (error) {
      if (!(error instanceof ScanRefused)) throw error;
      const sheetInFile = this.pages.filter((page) => page.fileId === fileId).length + 1;
      const found = { ...this.#nothing("unreadable", error.message), fileId, sheetInFile };
      this.pages.push({ ...found, id: derivedId(fileId, sheetInFile), picture: null, cells: [] });
    }
  }

  /** Takes back every picture that was kept: the reading came to nothing. */
  async undo(): Promise<void> {
    for (const id of this.#kept) await removeStoredFile(id);
  }

  async #readSheet(fileId: string, sheetInFile: number, picture: Buffer): Promise<FoundPage> {
    const id = derivedId(fileId, sheetInFile);
    const page = { id, fileId, sheetInFile };
    const reading = await readPage(picture, (code) => this.#rowsOn(code));
    switch (reading.kind) {
      case "read": {
        const place = await this.#placeOf(reading.code, "read");
        const cells =
          place.state === "read" ? await this.#keepCells(page, place, reading.cells) : [];
        return {
          ...page,
          ...place,
          cells,
          picture: await this.#keep(id, "page", reading.straight),
        };
      }
      case "noMarks": {
        const place = await this.#placeOf(reading.code, "noMarks");
        return { ...page, ...place, cells: [], picture: await this.#keepWhole(id, picture) };
      }
      case "noCode": {
        const place = this.#nothing("noCode", "");
        return { ...page, ...place, cells: [], picture: await this.#keepWhole(id, picture) };
      }
      case "unreadable": {
        const place = this.#nothing("unreadable", reading.reason);
        return { ...page, ...place, cells: [], picture: await this.#keepWhole(id, picture) };
      }
    }
  }

  #rowsOn(code: PageCode): number {
    const print = this.prints.own.get(code.printCode);
    return print?.pageCount === code.pages ? rowsOfPage(print, code.page).length : 0;
  }

  async #placeOf(code: PageCode, state: "read" | "noMarks"): Promise<Place> {
    const problem = formatPageCode(code);
    const own = this.prints.own.get(code.printCode);
    if (own !== undefined && this.#rowsOn(code) > 0) {
      return { state, problem, printId: own.id, pageNo: code.page };
    }
    const elsewhere = own === undefined ? await this.prints.elsewhere(code.printCode) : null;
    if (elsewhere === null) return this.#nothing("unknownPrint", problem);
    return { state: "otherRoster", problem, printId: elsewhere.id, pageNo: code.page };
  }

  #nothing(state: ScanState, problem: string): Place {
    return { state, problem, printId: null, pageNo: null };
  }

  async #keepCells(
    page: Pick<FoundPage, "id">,
    place: Place,
    cut: readonly CutCell[],
  ): Promise<readonly FoundCell[]> {
    const print = [...this.prints.own.values()].find(({ id }) => id === place.printId);
    const rows = print === undefined ? [] : rowsOfPage(print, place.pageNo ?? 0);
    const cells: FoundCell[] = [];
    for (const { row: rowNo, element, picture, ink, proposed } of cut) {
      const row = rows.find((one) => one.row === rowNo);
      if (row === undefined || !inkAskedFor(this.prints.kind).includes(element)) continue;
      const kept = await this.#keep(page.id, `${rowNo}/${element}`, picture);
      cells.push({ lineId: row.lineId, element, rowNo, ink, proposed, picture: kept });
    }
    return cells;
  }

  async #keepWhole(pageId: string, scanned: Buffer): Promise<KeptPicture | null> {
    const picture = await pagePicture(scanned);
    return picture === null ? null : this.#keep(pageId, "page", picture);
  }

  async #keep(pageId: string, part: string, picture: Buffer): Promise<KeptPicture> {
    const id = derivedId(pageId, part);
    const stored = await storeFile(id, Readable.from([picture]), MOST_PICTURE_BYTES);
    this.#kept.push(id);
    return { id, ...stored };
  }
}
