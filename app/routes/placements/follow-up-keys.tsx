import { useNavigate } from "@remix-run/react";
import { useEffect } from "react";
import { OUTCOMES } from "~/domain/placements/follow-up";
import { areSingleKeysOn } from "~/ui/keyboard/single-keys";

/**
 * Digits 1 to 6 while a row has the focus (J and K move it): what the row has a button for is sent, any other
 * outcome opens the full entry with it chosen.
 */
export function FollowUpKeys() {
  const navigate = useNavigate();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;
      const outcome = OUTCOMES[Number(event.key) - 1];
      const row = document.activeElement?.closest("tr");
      if (!isPlain || !areSingleKeysOn() || outcome === undefined || row == null) return;
      const button = row.querySelector<HTMLButtonElement>(`button[value^="${outcome} "]`);
      const entry = row.querySelector<HTMLAnchorElement>("a[data-full-entry]");
      if (button === null && entry === null) return;
      event.preventDefault();
      if (button !== null) button.click();
      else if (entry !== null) navigate(`${entry.pathname}?outcome=${outcome}`);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [navigate]);
  return null;
}
