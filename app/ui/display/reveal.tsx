import { Link } from "@remix-run/react";
import { Icon } from "../icon";

interface RevealProps {
  /** Already masked by the view that read it. */
  readonly masked: string;
  /** The page that asks for the reason and shows the number; leave it out where the role may not. */
  readonly to?: string;
  /** What is behind it, for those who hear the page: 张三的身份证号. */
  readonly label: string;
}

/** A masked number with the way to the full one; never shows more than the mask. */
export function Reveal({ masked, to, label }: RevealProps) {
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <span className="font-mono tabular-nums">{stillMasked(masked)}</span>
      {to !== undefined && (
        <Link
          to={to}
          aria-label={`查看完整号码：${label}`}
          className="inline-flex min-h-[1.5rem] items-center gap-1 whitespace-nowrap text-brand-600 hover:underline print:hidden"
        >
          <Icon name="eye" />
          查看完整号码
        </Link>
      )}
    </span>
  );
}

/** The floor under the view's mask: a run of eleven digits or more is a phone, ID or card number in full. */
function stillMasked(text: string): string {
  return text.replace(/\d[\d\s-]{9,}[\dXx]/g, (run) => {
    const digits = run.replace(/[\s-]/g, "");
    const head = digits.length > 11 ? 6 : 3;
    return digits.slice(0, head) + "*".repeat(digits.length - head - 4) + digits.slice(-4);
  });
}
