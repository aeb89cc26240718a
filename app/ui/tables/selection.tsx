import type { MouseEvent } from "react";
import { useHydrated } from "../use-hydrated";

/** Tick boxes at the rows; they belong to a form elsewhere on the page, so they work without scripts. */
export interface Selection<Row> {
  /** Name of the field; one value (the row's key) per ticked row. */
  readonly name: string;
  /** Id of the form that acts on the selection. */
  readonly formId: string;
  /** What the box is for, e.g. 选择 电工第3期. */
  readonly label: (row: Row) => string;
  readonly mayPick?: (row: Row) => boolean;
  /** Keys ticked when a form comes back refused, for whoever has no scripts. */
  readonly picked?: readonly string[] | undefined;
}

export const PICK_COLUMN =
  "sticky left-0 w-10 min-w-[2.5rem] border-b border-slate-200 px-0 text-center";

interface PickBoxProps {
  readonly name: string;
  readonly formId: string;
  readonly value: string;
  readonly label: string;
  readonly disabled: boolean;
  readonly isPicked: boolean;
}

export function PickBox({ name, formId, value, label, disabled, isPicked }: PickBoxProps) {
  return (
    <label className="flex h-8 cursor-pointer items-center justify-center">
      <input
        type="checkbox"
        name={name}
        form={formId}
        value={value}
        disabled={disabled}
        defaultChecked={isPicked}
        className="h-4 w-4"
      />
      <span className="sr-only">{label}</span>
    </label>
  );
}

/** Ticks every row of this page; needs scripts, so it is not there without them. */
export function PickAll({ name, formId }: { readonly name: string; readonly formId: string }) {
  if (!useHydrated()) return <span className="sr-only">选择</span>;
  const pickAll = (event: MouseEvent<HTMLInputElement>) => {
    const boxes = event.currentTarget
      .closest("table")
      ?.querySelectorAll("tbody input[type=checkbox]");
    for (const box of Array.from(boxes ?? [])) {
      if (!(box instanceof HTMLInputElement) || box.disabled) continue;
      if (box.name === name && box.getAttribute("form") === formId) {
        box.checked = event.currentTarget.checked;
      }
    }
  };
  return (
    <label className="flex h-8 cursor-pointer items-center justify-center">
      <input type="checkbox" onClick={pickAll} className="h-4 w-4" />
      <span className="sr-only">选择本页全部</span>
    </label>
  );
}
