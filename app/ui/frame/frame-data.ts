import type { Draft } from "../forms/form-feedback";
import type { IconName } from "../icon";

export interface MenuEntry {
  readonly to: string;
  readonly label: string;
  readonly icon: IconName;
}

export interface MenuGroup {
  /** Null: the entries stand by themselves. */
  readonly heading: string | null;
  /** Shown shut until one of its pages is open. */
  readonly isFolded?: boolean;
  readonly entries: readonly MenuEntry[];
}

export interface FrameUser {
  readonly name: string;
  readonly organisationName: string;
  readonly roleLabels: readonly string[];
  readonly regionName: string;
}

export type TextSize = "normal" | "large";

/** What the frame around every page shows; loaded once by the root. */
export interface FrameData {
  /** Null before sign-in. */
  readonly user: FrameUser | null;
  /** Only what the actor's roles may open. */
  readonly menu: readonly MenuGroup[];
  readonly textSize: TextSize;
  readonly todoCount: number;
  readonly draft: Draft | null;
  /** Instant the page was made, ISO 8601. */
  readonly now: string;
}

export const PRODUCT_NAME = "劳务协作与培训名册";
export const SEARCH_PATH = "/people";
export const TODO_PATH = "/";

/** An instant as officials write it, in China's one time zone whatever the server's is: 2020-06-18 10:02. */
export function chinaMinute(instant: string): string {
  const CHINA_OFFSET_MS = 8 * 60 * 60 * 1000;
  const shifted = new Date(new Date(instant).getTime() + CHINA_OFFSET_MS);
  return shifted.toISOString().slice(0, 16).replace("T", " ");
}
