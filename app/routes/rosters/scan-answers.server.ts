import { data, redirect } from "@remix-run/node";
import type { Actor } from "~/domain/access/actor";
import {
  INK_ELEMENTS,
  proxyForm,
  type CellDecision,
  type DecidedCell,
} from "~/domain/evidence/cell-decision";
import { scanRefusalText, type ScanRefusal } from "~/domain/evidence/scan-refusal";
import type { Outcome } from "~/domain/shared/outcome";
import { now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { decideCells } from "~/usecases/evidence/decide-cells.server";
import { placeScan } from "~/usecases/evidence/place-scan.server";
import { setAsideScan } from "~/usecases/evidence/set-aside-scan.server";
import { cellName } from "./scan-cell-name";

export interface ScanAddress {
  readonly rosterId: string;
  readonly pageId: string;
}

/** What a refused form answers with: by field, or for the page as a whole. */
export function refuseForm(errors: Record<string, string>, form: FormData) {
  const values = Object.fromEntries(
    [...form].flatMap(([key, value]) => (typeof value === "string" ? [[key, value]] : [])),
  );
  return data({ errors, values }, { status: 422 });
}

export function refusalText(refusal: ScanRefusal): string {
  if (refusal.kind === "notFound") throw notFound();
  if (refusal.kind === "forbidden") throw forbidden();
  return scanRefusalText(refusal);
}

/** Answers the forms of the page that shows one scan. */
export async function answerReview(actor: Actor, at: ScanAddress, form: FormData) {
  const asked = { ...at, version: Number(form.get("version")) };
  const reason = text(form, "reason");
  const here = `/rosters/${at.rosterId}/scans/${at.pageId}`;
  switch (text(form, "intent")) {
    case "decide":
      return answer(await decideCells(actor, { ...asked, cells: cellsIn(form) }, now()), form, {
        field: "cells",
        to: `${here}?done=decide`,
      });
    case "proposed":
      return answer(await decideCells(actor, { ...asked, cells: "proposed" }, now()), form, {
        field: "cells",
        to: `${here}?done=decide`,
      });
    case "setAside":
      return answer(await setAsideScan(actor, { ...asked, reason }, now()), form, {
        field: "reason",
        to: `${here}?done=setAside`,
      });
    case "replace":
      return answer(
        await setAsideScan(actor, { ...asked, reason: "", replaces: true }, now()),
        form,
        { field: "cells", to: `${here}?done=replace` },
      );
    case "place": {
      const typedCode = text(form, "typedCode");
      return answer(await placeScan(actor, { ...asked, typedCode }, now()), form, {
        field: "typedCode",
        to: `${here}?done=place`,
      });
    }
    default:
      throw notFound();
  }
}

/** Answers the form of one line: a decision changed with its reason, or a proxy's signature noted. */
export async function answerLine(actor: Actor, at: ScanAddress, lineId: string, form: FormData) {
  const asked = { ...at, version: Number(form.get("version")), reason: text(form, "reason") };
  const cells = cellsIn(form).filter((cell) => cell.lineId === lineId);
  const wantsProxy = form.get("isProxy") === "on";
  const read = proxyForm.safeParse({
    name: text(form, "proxyName"),
    relation: text(form, "proxyRelation"),
    reason: text(form, "proxyReason"),
    witness: text(form, "witness"),
  });
  if (wantsProxy && !read.success) {
    const named = { name: "proxyName", relation: "proxyRelation", reason: "proxyReason" } as const;
    const errors = read.error.issues.map(({ path: [key], message }): [string, string] => [
      named[key as keyof typeof named] ?? "witness",
      message,
    ]);
    return refuseForm(Object.fromEntries(errors), form);
  }
  const proxy = wantsProxy && read.success ? read.data : null;
  return answer(await decideCells(actor, { ...asked, cells, proxy }, now()), form, {
    field: "reason",
    to: `/rosters/${at.rosterId}/scans/${at.pageId}?done=line`,
  });
}

function answer(
  outcome: Outcome<unknown, ScanRefusal>,
  form: FormData,
  { field, to }: { readonly field: string; readonly to: string },
) {
  if (outcome.ok) return redirect(to);
  return refuseForm({ [field]: refusalText(outcome.refusal) }, form);
}

/** The choices of the form, whatever else it holds. */
function cellsIn(form: FormData): readonly DecidedCell[] {
  const lineIds = new Set(form.getAll("line").map(String));
  return [...lineIds].flatMap((lineId) =>
    INK_ELEMENTS.flatMap((element) => {
      const decision = form.get(cellName(lineId, element));
      return isDecision(decision) ? [{ lineId, element, decision }] : [];
    }),
  );
}

function isDecision(value: unknown): value is CellDecision {
  return value === "present" || value === "missing";
}

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.slice(0, 200) : "";
}
