import { Button } from "../actions/button";
import { useHydrated } from "../use-hydrated";

/** Opens the browser's print window; without scripts the same words say which keys do. */
export function PrintButton() {
  const hydrated = useHydrated();
  if (!hydrated) return <span className="print:hidden">请按 Ctrl+P 打印。</span>;
  return (
    <Button variant="primary" icon="print" className="print:hidden" onClick={() => window.print()}>
      打印
    </Button>
  );
}
