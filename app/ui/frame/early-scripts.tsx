import { useContext } from "react";
import { DocumentContext } from "./document-context";

/** Two functions newer than Chromium 86 that our libraries call. */
const POLYFILLS =
  "if(!Array.prototype.at){Object.defineProperty(Array.prototype,'at',{configurable:true,writable:true," +
  "value:function(n){n=Math.trunc(n)||0;if(n<0)n+=this.length;return this[n]}})}" +
  "if(!Object.hasOwn){Object.defineProperty(Object,'hasOwn',{configurable:true,writable:true," +
  "value:function(o,k){return Object.prototype.hasOwnProperty.call(o,k)}})}";

/** Written in the oldest JavaScript, because it must run exactly where nothing else does. */
const SHOW_WHEN_TOO_OLD =
  "(function(){var ok=false;try{ok=CSS.supports('selector(:focus-visible)')}catch(e){}" +
  "if(!ok){document.getElementById('unsupported-browser').removeAttribute('hidden')}})()";

function InlineScript({ code }: { readonly code: string }) {
  const { nonce } = useContext(DocumentContext);
  // Browsers hide the nonce from scripts, so the attribute never equals what the server wrote.
  return (
    <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: code }} />
  );
}

export function Polyfills() {
  return <InlineScript code={POLYFILLS} />;
}

/** Shown by a script of its own to browsers older than Chromium 86. */
export function UnsupportedBrowser() {
  return (
    <>
      <div
        id="unsupported-browser"
        role="alert"
        hidden
        suppressHydrationWarning
        className="border-b border-amber-300 bg-amber-50 px-4 py-3 text-amber-900 print:hidden"
      >
        您的浏览器版本过低，页面可能显示不全。请使用 Chromium 86 以上内核的浏览器：360
        极速模式、奇安信可信浏览器或 Edge，并切换到“极速模式”。
      </div>
      <InlineScript code={SHOW_WHEN_TOO_OLD} />
    </>
  );
}
