const STORE_KEY = "single-keys";

/** Whether this browser's user wants single-key shortcuts (WCAG 2.1.4: they can be switched off). */
export function areSingleKeysOn(): boolean {
  try {
    return localStorage.getItem(STORE_KEY) !== "off";
  } catch {
    // Storage may be forbidden by policy; then the default stands.
    return true;
  }
}

export function keepSingleKeys(on: boolean): void {
  try {
    localStorage.setItem(STORE_KEY, on ? "on" : "off");
  } catch {
    // The choice then holds for this page only.
  }
}
