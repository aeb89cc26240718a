import { useEffect, useRef } from "react";
import type { KeyboardEvent } from "react";
import { Button } from "../actions/button";
import { Icon } from "../icon";
import { useHydrated } from "../use-hydrated";

const KEYS: readonly (readonly [string, string])[] = [
  ["Ctrl + K", "搜索"],
  ["/", "到筛选框"],
  ["J / K", "下一行 / 上一行"],
  ["Enter", "打开当前行"],
  ["?", "显示本说明"],
  ["Esc", "关闭"],
];

interface ShortcutHelpProps {
  readonly open: boolean;
  readonly onOpen: () => void;
  readonly onClose: () => void;
  readonly singleKeys: boolean;
  readonly onSwitch: (on: boolean) => void;
}

export function ShortcutHelp(props: ShortcutHelpProps) {
  const hydrated = useHydrated();
  if (!hydrated) return null;
  return (
    <>
      <button
        type="button"
        onClick={props.onOpen}
        className="fixed bottom-0 left-0 z-30 hidden h-9 w-44 items-center gap-1 border-r border-t border-slate-200 bg-white px-4 text-xs text-slate-600 hover:text-brand-600 focus-visible:[outline-offset:-2px] lg:flex print:hidden"
      >
        <Icon name="keyboard" />
        快捷键
      </button>
      {props.open && <HelpPanel {...props} />}
    </>
  );
}

function HelpPanel({ onClose, singleKeys, onSwitch }: ShortcutHelpProps) {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    panel.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Escape") onClose();
  };
  return (
    <div
      ref={panel}
      role="dialog"
      aria-labelledby="shortcut-help-title"
      tabIndex={-1}
      onKeyDown={onKey}
      className="fixed bottom-12 left-2 z-50 w-80 rounded border border-slate-300 bg-white p-4 shadow-lg print:hidden"
    >
      <h2 id="shortcut-help-title" className="mb-2 text-base font-semibold">
        快捷键
      </h2>
      <dl className="mb-3 space-y-1">
        {KEYS.map(([key, meaning]) => (
          <div key={key} className="flex gap-3">
            <dt className="w-20">
              <kbd className="rounded border border-slate-300 bg-slate-50 px-1.5 font-sans">
                {key}
              </kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <label className="mb-3 flex min-h-[1.5rem] items-center gap-2">
        <input
          type="checkbox"
          checked={singleKeys}
          onChange={(event) => onSwitch(event.currentTarget.checked)}
          className="h-4 w-4"
        />
        启用单键快捷键（输入时不起作用）
      </label>
      <Button onClick={onClose}>关闭</Button>
    </div>
  );
}
