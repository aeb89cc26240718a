import type { ReactNode } from "react";
import { Icon } from "../icon";
import type { IconName } from "../icon";

interface EmptyStateProps {
  readonly title: string;
  /** The next step, and whose job it is. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  readonly icon?: IconName;
}

export function EmptyState({ title, children, action, icon = "file" }: EmptyStateProps) {
  return (
    <div className="mx-auto max-w-xl px-4 py-10 text-center">
      <Icon name={icon} className="mx-auto mb-2 block h-8 w-8 text-slate-400" />
      <p className="text-base font-medium text-slate-900">{title}</p>
      {children && <div className="mt-1 text-slate-600">{children}</div>}
      {action && <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
