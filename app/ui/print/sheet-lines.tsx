import {
  cellBox,
  markCentres,
  PAGE_GEOMETRY,
  type PageLayout,
} from "~/domain/rosters/page-geometry";

/** The QR of a sheet: a path over `size` units a side. */
export interface SheetCode {
  readonly size: number;
  readonly path: string;
}

interface SheetLinesProps {
  readonly layout: PageLayout<string>;
  readonly rows: number;
  /** Null on copies that are never read back: they have neither code nor corner marks. */
  readonly qr: SheetCode | null;
}

/**
 * All that the reader of scans looks at, as one drawing: browsers round borders and leave out
 * backgrounds when they print, drawings they keep to the hair.
 */
export function SheetLines({ layout, rows, qr }: SheetLinesProps) {
  const { width, height, qr: place } = PAGE_GEOMETRY;
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${width} ${height}`}
      style={{ width: `${width}mm`, height: `${height}mm` }}
      className="absolute left-0 top-0 max-w-none"
    >
      <path d={gridPath(layout, rows)} fill="none" stroke="#000" strokeWidth="0.25" />
      {qr !== null && (
        <g fill="#000" shapeRendering="crispEdges">
          <path d={marksPath()} />
          <path
            d={qr.path}
            transform={`translate(${place.x} ${place.y}) scale(${place.width / qr.size})`}
          />
        </g>
      )}
    </svg>
  );
}

function marksPath(): string {
  const { side } = PAGE_GEOMETRY.mark;
  return markCentres()
    .map(({ x, y }) => `M${x - side / 2} ${y - side / 2}h${side}v${side}h${-side}z`)
    .join("");
}

function gridPath(layout: PageLayout<string>, rows: number): string {
  const cells = Array.from({ length: rows + 1 }, (_, row) =>
    Object.keys(layout).map((column) => {
      const { x, y, width, height } = cellBox(row, column, layout);
      return `M${x} ${y}h${width}v${height}h${-width}z`;
    }),
  );
  return cells.flat().join("");
}
