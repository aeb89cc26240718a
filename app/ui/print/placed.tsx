import type { ReactNode } from "react";
import type { Box } from "~/domain/rosters/page-geometry";
import { classNames } from "../class-names";

interface PlacedProps {
  readonly box: Box;
  readonly className?: string;
  readonly role?: "row" | "cell" | "columnheader";
  /** Points; what stands around decides when it is left out. */
  readonly size?: number;
  readonly children?: ReactNode;
}

/** Something at a fixed place of a sheet, in millimetres; what is too long is cut off, nothing moves. */
export function Placed({ box, className, role, size, children }: PlacedProps) {
  return (
    <div
      role={role}
      className={classNames("absolute overflow-hidden", className)}
      style={{
        left: `${box.x}mm`,
        top: `${box.y}mm`,
        width: `${box.width}mm`,
        height: `${box.height}mm`,
        fontSize: size === undefined ? undefined : `${size}pt`,
      }}
    >
      {children}
    </div>
  );
}
