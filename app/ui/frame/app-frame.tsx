import type { ReactNode } from "react";
import { DraftProvider } from "../forms/form-feedback";
import { KeyboardShortcuts } from "../keyboard/keyboard-shortcuts";
import { Breadcrumbs } from "./breadcrumbs";
import { DraftNotice } from "./draft-notice";
import { chinaMinute, PRODUCT_NAME } from "./frame-data";
import type { FrameData } from "./frame-data";
import type { Place } from "./page-handle";
import { SideMenu } from "./side-menu";
import { TopBar } from "./top-bar";

interface AppFrameProps {
  readonly frame: FrameData;
  readonly place: Place;
  readonly children: ReactNode;
}

export function AppFrame({ frame, place, children }: AppFrameProps) {
  if (frame.user === null || place.isBare) return <BareFrame frame={frame}>{children}</BareFrame>;
  return (
    <>
      <TopBar frame={frame} user={frame.user} menuPath={place.menuPath} />
      <div className="flex">
        <aside className="sticky top-12 hidden h-[calc(100vh-3rem)] w-44 shrink-0 overflow-y-auto border-r border-slate-200 bg-white pb-9 lg:block print:hidden">
          <SideMenu label="主菜单" menu={frame.menu} path={place.menuPath} />
        </aside>
        <div className="flex min-h-[calc(100vh-3rem)] min-w-0 flex-1 flex-col px-3 py-3 md:px-5 print:p-0">
          <Breadcrumbs crumbs={place.crumbs} />
          <Main frame={frame}>{children}</Main>
          <footer className="mt-auto pt-4 text-right text-xs text-slate-600 print:hidden">
            截至 {chinaMinute(frame.now)}
          </footer>
        </div>
      </div>
      <KeyboardShortcuts />
    </>
  );
}

function BareFrame({ frame, children }: Pick<AppFrameProps, "frame" | "children">) {
  return (
    <div className="flex min-h-screen flex-col">
      <header className="on-dark flex h-12 items-center bg-brand-600 px-4 text-base font-semibold text-white print:hidden">
        {PRODUCT_NAME}
      </header>
      <div className="flex-1 px-3 py-4 md:px-5 print:p-0">
        <Main frame={frame}>{children}</Main>
      </div>
    </div>
  );
}

function Main({ frame, children }: Pick<AppFrameProps, "frame" | "children">) {
  return (
    <main id="main" tabIndex={-1} className="min-w-0 outline-none">
      <DraftProvider draft={frame.draft}>
        <DraftNotice draft={frame.draft} />
        {children}
      </DraftProvider>
    </main>
  );
}
