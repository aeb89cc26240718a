interface QrCodeProps {
  readonly qr: { readonly size: number; readonly path: string };
  readonly label: string;
  /** Width and height. */
  readonly className: string;
}

/** A code with its border of four units, black on white whatever is around it. */
export function QrCode({ qr, label, className }: QrCodeProps) {
  const side = qr.size + 8;
  return (
    <svg role="img" aria-label={label} viewBox={`-4 -4 ${side} ${side}`} className={className}>
      <rect x="-4" y="-4" width={side} height={side} fill="#fff" />
      <path d={qr.path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}
