import { Link, useLocation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { Icon } from "../icon";
import { PRODUCT_NAME, SEARCH_PATH, TODO_PATH } from "./frame-data";
import type { FrameData, FrameUser } from "./frame-data";
import { SideMenu } from "./side-menu";
import { UserMenu } from "./user-menu";

const BAR_LINK = "flex h-12 items-center gap-1.5 whitespace-nowrap rounded px-2 hover:bg-brand-700";

interface TopBarProps {
  readonly frame: FrameData;
  readonly user: FrameUser;
  readonly menuPath?: string | undefined;
}

export function TopBar({ frame, user, menuPath }: TopBarProps) {
  return (
    <header className="on-dark sticky top-0 z-40 flex h-12 items-center gap-1 bg-brand-600 px-2 text-white md:px-4 print:hidden">
      <PhoneMenu frame={frame} menuPath={menuPath} />
      <Link to="/" className="flex h-12 min-w-0 items-center gap-2 rounded px-1">
        <Icon name="roster" className="hidden h-5 w-5 sm:block" />
        <span className="truncate text-base font-semibold">{PRODUCT_NAME}</span>
      </Link>
      <span className="ml-3 hidden items-center gap-1 rounded border border-blue-300 px-2 leading-6 md:inline-flex">
        <Icon name="region" />
        <span className="sr-only">所在地区：</span>
        {user.regionName}
      </span>
      <span className="ml-auto" />
      <Link to={SEARCH_PATH} data-search-link="" className={BAR_LINK}>
        <Icon name="search" />
        <span className="sr-only md:not-sr-only">搜索</span>
        <kbd className="hidden rounded border border-blue-300 px-1 font-sans text-xs lg:inline">
          Ctrl+K
        </kbd>
      </Link>
      <Link to={TODO_PATH} className={BAR_LINK}>
        <span className="sr-only sm:not-sr-only">待办</span>
        <Icon name="todo" className="sm:hidden" />
        <span className="min-w-[1.25rem] rounded-full bg-white px-1.5 text-center text-xs font-semibold leading-5 text-brand-600">
          {frame.todoCount}
        </span>
        <span className="sr-only">项</span>
      </Link>
      <UserMenu user={user} textSize={frame.textSize} />
    </header>
  );
}

/** The same menu folded away on narrow screens; native, so it opens without scripts. */
function PhoneMenu({ frame, menuPath }: Pick<TopBarProps, "frame" | "menuPath">) {
  const { key } = useLocation();
  const box = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (box.current) box.current.open = false;
  }, [key]);
  return (
    <details ref={box} className="lg:hidden">
      <summary className="flex h-12 w-10 items-center justify-center rounded hover:bg-brand-700">
        <Icon name="menu" className="h-5 w-5" />
        <span className="sr-only">菜单</span>
      </summary>
      <div className="on-light absolute left-0 top-12 z-50 max-h-[80vh] w-60 overflow-y-auto border border-slate-300 bg-white text-slate-800 shadow-lg">
        <SideMenu label="主菜单" menu={frame.menu} path={menuPath} />
      </div>
    </details>
  );
}
