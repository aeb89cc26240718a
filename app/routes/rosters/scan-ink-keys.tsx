import { useEffect } from "react";
import { areSingleKeysOn } from "~/ui/keyboard/single-keys";

/** Y and N choose for the cell that has the focus and go on to the next; ↓ and ↑ change the person. */
export function InkKeys({ formId }: { readonly formId: string }) {
  useEffect(() => {
    const form = document.getElementById(formId);
    const onKey = (event: KeyboardEvent) => {
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;
      if (form === null || !isPlain || !areSingleKeysOn() || isWriting(event.target)) return;
      if (act(form, event.key)) event.preventDefault();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [formId]);
  return null;
}

function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const field = target.closest("input, textarea, select");
  return field !== null && field.getAttribute("type") !== "radio";
}

/** True when the key meant something here. */
function act(form: HTMLElement, key: string): boolean {
  const cells = Array.from(form.querySelectorAll<HTMLElement>("fieldset[data-ink]"));
  const here = cells.findIndex((cell) => cell.contains(document.activeElement));
  switch (key) {
    case "y":
    case "Y":
      return choose(cells, here, "present");
    case "n":
    case "N":
      return choose(cells, here, "missing");
    case "ArrowDown":
      return here !== -1 && focusOn(cells.slice(here).find(isOther(cells[here])));
    case "ArrowUp":
      return here !== -1 && focusOn(cells.slice(0, here).findLast(isOther(cells[here])));
    default:
      return false;
  }
}

function choose(cells: readonly HTMLElement[], here: number, value: string): boolean {
  const cell = cells[Math.max(0, here)];
  const radio = cell?.querySelector<HTMLInputElement>(`input[value="${value}"]`);
  if (radio == null) return false;
  radio.checked = true;
  radio.focus();
  focusOn(cells[Math.max(0, here) + 1]);
  return true;
}

const isOther = (cell: HTMLElement | undefined) => (one: HTMLElement) =>
  one.dataset["ink"] !== cell?.dataset["ink"];

function focusOn(cell: HTMLElement | undefined): boolean {
  const radio =
    cell?.querySelector<HTMLInputElement>("input[type=radio]:checked") ??
    cell?.querySelector<HTMLInputElement>("input[type=radio]");
  radio?.focus();
  radio?.scrollIntoView({ block: "nearest" });
  return true;
}
