import { useEffect, useRef } from "react";

/**
 * Keeps a filter form's uncontrolled fields equal to the address when 后退 or a link changes it,
 * without building the form anew (which would lose the keyboard's place).
 */
export function useFollowAddress(search: URLSearchParams) {
  const form = useRef<HTMLFormElement>(null);
  const address = search.toString();
  useEffect(() => {
    const params = new URLSearchParams(address);
    for (const element of Array.from(form.current?.elements ?? [])) follow(element, params);
  }, [address]);
  return form;
}

function follow(element: Element, params: URLSearchParams): void {
  if (element instanceof HTMLInputElement && element.name !== "") {
    const values = params.getAll(element.name);
    if (element.type === "checkbox" || element.type === "radio") {
      element.checked = values.includes(element.value);
    } else if (element.type !== "hidden") {
      element.value = values[0] ?? "";
    }
  }
  if (element instanceof HTMLSelectElement && element.name !== "") {
    element.value = params.get(element.name) ?? "";
  }
}
