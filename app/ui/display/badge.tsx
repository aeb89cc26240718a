import { classNames } from "../class-names";
import { Icon } from "../icon";
import type { IconName } from "../icon";
import { TONE_BOX, TONE_ICON } from "../tone";
import type { Tone } from "../tone";

interface BadgeProps {
  readonly tone?: Tone;
  readonly children: string | number;
}

/** A short remark, e.g. v2 or 旧码. */
export function Badge({ tone = "neutral", children }: BadgeProps) {
  return <span className={classNames(PILL, TONE_BOX[tone])}>{children}</span>;
}

interface StateBadgeProps {
  /** The state in words; the colour and icon only repeat it. */
  readonly label: string;
  readonly tone: Tone;
  readonly icon?: IconName;
}

/** Done is quiet, problems are loud: the caller picks the tone of a state in one table beside its labels. */
export function StateBadge({ label, tone, icon }: StateBadgeProps) {
  return (
    <span className={classNames(PILL, TONE_BOX[tone])}>
      <Icon name={icon ?? TONE_ICON[tone]} className="h-3.5 w-3.5" />
      {label}
    </span>
  );
}

const PILL =
  "inline-flex items-center gap-1 whitespace-nowrap rounded border px-1.5 text-xs leading-5 font-medium";
