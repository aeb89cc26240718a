import { Link } from "@remix-run/react";
import type { ComponentProps, ReactNode } from "react";
import { classNames } from "../class-names";
import { Icon } from "../icon";
import type { IconName } from "../icon";

export type ButtonVariant = "primary" | "default" | "danger" | "text";
export type ButtonSize = "small" | "normal" | "large";

interface Look {
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  readonly icon?: IconName;
  readonly children: ReactNode;
}

const VARIANT: Record<ButtonVariant, string> = {
  primary: "border-brand-600 bg-brand-600 text-white hover:border-brand-700 hover:bg-brand-700",
  default: "border-gray-500 bg-white text-slate-800 hover:border-brand-600 hover:text-brand-600",
  danger: "border-red-700 bg-white text-red-700 hover:bg-red-700 hover:text-white",
  text: "border-transparent bg-transparent text-brand-600 hover:bg-brand-50",
};

/** 32 px at a desk, 48 px under a thumb. */
function sizeClass(size: ButtonSize): string {
  switch (size) {
    case "small":
      return "h-10 px-2 md:h-7";
    case "normal":
      return "h-12 px-4 md:h-8";
    case "large":
      return "h-12 px-6 text-base md:h-10";
  }
}

export function buttonClass(
  variant: ButtonVariant = "default",
  size: ButtonSize = "normal",
): string {
  return classNames(
    "inline-flex items-center justify-center whitespace-nowrap rounded border font-medium transition-colors",
    "disabled:cursor-not-allowed disabled:border-slate-300 disabled:bg-slate-100 disabled:text-slate-500",
    "gap-1.5 aria-disabled:cursor-not-allowed aria-disabled:opacity-70",
    VARIANT[variant],
    sizeClass(size),
  );
}

type ButtonProps = Look & Omit<ComponentProps<"button">, "children">;

export function Button({ variant, size, icon, children, className, ...rest }: ButtonProps) {
  return (
    <button type="button" {...rest} className={classNames(buttonClass(variant, size), className)}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

type ButtonLinkProps = Look & Omit<ComponentProps<typeof Link>, "children">;

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink({ variant, size, icon, children, className, ...rest }: ButtonLinkProps) {
  return (
    <Link {...rest} className={classNames(buttonClass(variant, size), "no-underline", className)}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  );
}
