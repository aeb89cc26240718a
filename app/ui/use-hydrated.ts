import { useEffect, useState } from "react";

/** False on the server and before scripts run: what needs scripts stays out of the page until then. */
export function useHydrated(): boolean {
  const [hydrated, setHydrated] = useState(false);
  useEffect(() => setHydrated(true), []);
  return hydrated;
}
