import { useNavigation } from "@remix-run/react";
import type { MouseEvent } from "react";
import { classNames } from "../class-names";
import { Icon } from "../icon";
import type { IconName } from "../icon";
import { buttonClass } from "./button";
import type { ButtonSize, ButtonVariant } from "./button";

interface SubmitButtonProps {
  readonly children: string;
  readonly pendingLabel?: string;
  readonly name?: string;
  readonly value?: string;
  readonly form?: string;
  readonly formAction?: string;
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  readonly icon?: IconName;
  readonly className?: string;
  /** A search may be sent again and again; only a change is guarded. */
  readonly formNoValidate?: boolean;
}

/**
 * Sends its form once: while a submission travels, further clicks are swallowed. `aria-disabled` instead of
 * `disabled`, because a disabled button loses the focus and is left out of the data that is being sent.
 */
export function SubmitButton(props: SubmitButtonProps) {
  const { children, pendingLabel, variant = "primary", size, icon, className, ...rest } = props;
  const navigation = useNavigation();
  const sending = navigation.state !== "idle" && navigation.formMethod !== undefined;
  const mine = sending && (!rest.name || navigation.formData?.get(rest.name) === rest.value);
  const swallow = (event: MouseEvent) => sending && event.preventDefault();
  return (
    <button
      type="submit"
      {...rest}
      onClick={swallow}
      aria-disabled={sending || undefined}
      className={classNames(buttonClass(variant, size), className)}
    >
      {mine ? <Spinner /> : icon && <Icon name={icon} />}
      {mine ? (pendingLabel ?? `正在${children}…`) : children}
    </button>
  );
}

export function Spinner() {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" className="h-4 w-4 shrink-0 animate-spin">
      <circle
        cx="8"
        cy="8"
        r="6"
        fill="none"
        stroke="currentColor"
        strokeOpacity="0.3"
        strokeWidth="2"
      />
      <path d="M14 8a6 6 0 0 0-6-6" fill="none" stroke="currentColor" strokeWidth="2" />
    </svg>
  );
}
