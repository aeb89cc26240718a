import { classNames } from "./class-names";
import { ICON_PATHS } from "./icon-paths";
import type { IconName } from "./icon-paths";

export type { IconName };

interface IconProps {
  readonly name: IconName;
  readonly className?: string;
}

/** A decoration: the words beside it carry the meaning, so readers of the page aloud skip it. */
export function Icon({ name, className }: IconProps) {
  return (
    <svg
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      className={classNames("h-4 w-4 shrink-0", className)}
    >
      <path d={ICON_PATHS[name]} />
    </svg>
  );
}
