import { useNavigate } from "@remix-run/react";
import { useEffect, useState } from "react";
import { SEARCH_PATH } from "../frame/frame-data";
import { ShortcutHelp } from "./shortcut-help";
import { areSingleKeysOn, keepSingleKeys } from "./single-keys";

/** Keys of the whole product; an island: everything they do can be done by Tab and Enter. */
export function KeyboardShortcuts() {
  const navigate = useNavigate();
  const [helpOpen, setHelpOpen] = useState(false);
  const [singleKeys, setSingleKeys] = useState(true);
  useEffect(() => setSingleKeys(areSingleKeysOn()), []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        navigate(SEARCH_PATH);
        return;
      }
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
      if (!singleKeys || !plain || event.isComposing || isTyping(event.target)) return;
      if (act(event.key, () => setHelpOpen(true))) event.preventDefault();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [navigate, singleKeys]);
  const switchKeys = (on: boolean) => {
    setSingleKeys(on);
    keepSingleKeys(on);
  };
  return (
    <ShortcutHelp
      open={helpOpen}
      onOpen={() => setHelpOpen(true)}
      onClose={() => setHelpOpen(false)}
      singleKeys={singleKeys}
      onSwitch={switchKeys}
    />
  );
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("input, textarea, select") !== null;
}

/** True when the key meant something here. */
function act(key: string, openHelp: () => void): boolean {
  switch (key) {
    case "/":
      return focusOn("[data-filter-bar] input:not([type=hidden]), [data-filter-bar] select");
    case "j":
    case "J":
      return stepRow(1);
    case "k":
    case "K":
      return stepRow(-1);
    case "?":
    case "？":
      openHelp();
      return true;
    default:
      return false;
  }
}

function focusOn(selector: string): boolean {
  const element = document.querySelector<HTMLElement>(selector);
  element?.focus();
  return element !== null;
}

/** The rows' links take the focus in turn, so Enter opens a row by itself. */
function stepRow(step: 1 | -1): boolean {
  const links = Array.from(document.querySelectorAll<HTMLElement>("[data-row-link]"));
  const here = links.findIndex((link) => link === document.activeElement);
  const target = here === -1 ? links[0] : links[here + step];
  target?.focus();
  target?.scrollIntoView({ block: "nearest" });
  return links.length > 0;
}
