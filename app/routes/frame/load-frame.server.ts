import type { AppLoadContext } from "@remix-run/node";
import type { FrameData } from "~/ui/frame/frame-data";

/** The frame before anyone has signed in. */
export async function loadFrame(_request: Request, _context: AppLoadContext): Promise<FrameData> {
  return {
    user: null,
    menu: [],
    textSize: "normal",
    todoCount: 0,
    draft: null,
    now: new Date().toISOString(),
  };
}
