import {
  Links,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteError,
} from "@remix-run/react";
import { useRouteLoaderData } from "@remix-run/react";
import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useContext } from "react";
import type { ReactNode } from "react";
import { loadFrame } from "~/routes/frame/load-frame.server";
import { SessionWarning } from "~/routes/frame/session-warning";
import { AppFrame } from "~/ui/frame/app-frame";
import { DocumentContext } from "~/ui/frame/document-context";
import { Polyfills, UnsupportedBrowser } from "~/ui/frame/early-scripts";
import { ErrorPage, explain } from "~/ui/frame/error-page";
import { PRODUCT_NAME } from "~/ui/frame/frame-data";
import type { FrameData } from "~/ui/frame/frame-data";
import { placeOf } from "~/ui/frame/page-handle";
import { SkipLink } from "~/ui/frame/skip-link";
import styles from "./tailwind.css?url";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: styles },
  { rel: "icon", href: "data:," },
];

export const loader = ({ request, context }: LoaderFunctionArgs): Promise<FrameData> =>
  loadFrame(request, context);

/** Before the frame could be loaded: nobody signed in, nothing to offer. */
const NO_FRAME: FrameData = {
  user: null,
  menu: [],
  textSize: "normal",
  todoCount: 0,
  draft: null,
  now: "",
};

function useFrame(): FrameData {
  return useRouteLoaderData<typeof loader>("root") ?? NO_FRAME;
}

export function Layout({ children }: { readonly children: ReactNode }) {
  const { nonce, isRefusal } = useContext(DocumentContext);
  const { textSize } = useFrame();
  const { title } = placeOf(useMatches());
  const named = title === null ? PRODUCT_NAME : `${title} · ${PRODUCT_NAME}`;
  return (
    <html lang="zh-CN" className={textSize === "large" ? "text-large" : undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {/* 360 and other two-engine browsers: the newer engine, please. */}
        <meta name="renderer" content="webkit" />
        <title suppressHydrationWarning>{isRefusal ? `错误：${named}` : named}</title>
        <Links />
        <Polyfills />
      </head>
      <body>
        <SkipLink />
        <UnsupportedBrowser />
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function Root() {
  const place = placeOf(useMatches());
  const frame = useFrame();
  return (
    <AppFrame frame={frame} place={place}>
      <Outlet />
      {frame.user && <SessionWarning lastAsked={frame.now} />}
    </AppFrame>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  return (
    <AppFrame frame={useFrame()} place={{ title: explain(error).title, crumbs: [], isBare: false }}>
      <ErrorPage error={error} />
    </AppFrame>
  );
}
