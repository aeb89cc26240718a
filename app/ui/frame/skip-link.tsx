import { jumpWithinPage } from "../jump-within-page";

/** First stop of the Tab key on every page. */
export function SkipLink() {
  return (
    <a
      href="#main"
      onClick={jumpWithinPage}
      className="sr-only left-2 top-2 z-50 rounded bg-white px-3 py-2 text-brand-600 shadow focus:not-sr-only focus:fixed focus:px-3 focus:py-2 print:hidden"
    >
      跳到主要内容
    </a>
  );
}
