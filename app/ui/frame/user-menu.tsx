import { Form, Link, useLocation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { Icon } from "../icon";
import type { FrameUser, TextSize } from "./frame-data";

interface UserMenuProps {
  readonly user: FrameUser;
  readonly textSize: TextSize;
}

const ITEM =
  "flex min-h-[2.75rem] w-full items-center gap-2 px-4 text-left hover:bg-slate-50 hover:text-brand-600 " +
  "focus-visible:[outline-offset:-2px] md:min-h-[2.25rem]";

export function UserMenu({ user, textSize }: UserMenuProps) {
  const location = useLocation();
  const box = useCloseWhenLeft(location.key);
  const here = location.pathname + location.search;
  const larger = textSize === "normal";
  return (
    <details ref={box} className="relative">
      <summary className="flex h-12 items-center gap-1 rounded px-2 hover:bg-brand-700">
        <Icon name="users" className="md:hidden" />
        <span className="sr-only max-w-[8rem] truncate md:not-sr-only">{user.name}</span>
        <span className="sr-only">的菜单</span>
        <Icon name="down" />
      </summary>
      <div className="on-light absolute right-0 top-full z-50 w-60 rounded border border-slate-300 bg-white py-1 text-slate-800 shadow-lg">
        <p className="border-b border-slate-200 px-4 py-2">
          <strong className="block font-semibold">{user.name}</strong>
          <span className="block text-slate-600">{user.organisationName}</span>
          <span className="block text-slate-600">{user.roleLabels.join("、")}</span>
        </p>
        <Link to="/account" className={ITEM}>
          <Icon name="users" />
          我的账号
        </Link>
        <Form method="post" action="/account/text-size">
          <input type="hidden" name="textSize" value={larger ? "large" : "normal"} />
          <input type="hidden" name="returnTo" value={here} />
          <button type="submit" className={ITEM}>
            <Icon name="eye" />
            {larger ? "切换到大字模式" : "恢复标准字号"}
          </button>
        </Form>
        <Form method="post" action="/sign-out" className="border-t border-slate-200">
          <button type="submit" className={ITEM}>
            <Icon name="lock" />
            退出登录
          </button>
        </Form>
      </div>
    </details>
  );
}

/** With scripts an open menu closes on Esc, on a click elsewhere and on arrival at another page. */
function useCloseWhenLeft(placeKey: string) {
  const box = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (box.current) box.current.open = false;
  }, [placeKey]);
  useEffect(() => {
    const close = (event: Event) => {
      const menu = box.current;
      if (!menu?.open) return;
      if (event instanceof KeyboardEvent) {
        if (event.key !== "Escape") return;
        menu.querySelector("summary")?.focus();
      } else if (event.target instanceof Node && menu.contains(event.target)) return;
      menu.open = false;
    };
    document.addEventListener("click", close);
    document.addEventListener("keydown", close);
    return () => {
      document.removeEventListener("click", close);
      document.removeEventListener("keydown", close);
    };
  }, []);
  return box;
}
