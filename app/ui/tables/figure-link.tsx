import { Link } from "@remix-run/react";

interface FigureLinkProps {
  readonly value: number;
  readonly to: string;
  readonly label: string;
}

/** A figure that opens the list behind it; nought opens nothing. */
export function FigureLink({ value, to, label }: FigureLinkProps) {
  if (value === 0) return <span className="tabular-nums">0</span>;
  return (
    <Link
      to={to}
      aria-label={label}
      className="tabular-nums text-brand-600 underline-offset-2 hover:underline"
    >
      {value.toLocaleString("zh-CN")}
    </Link>
  );
}
