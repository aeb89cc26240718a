import type { ReceiptStanding } from "~/domain/posts/board-months";
import type { ToldMonth } from "~/data/posts/board-row-view.server";

/** Three of them stand in a twelfth of a phone's width. */
const SMALL = "scale(0.85)";
const LINE = "fill-none stroke-current [stroke-width:1.8]";

/** Three small signs side by side: days entered, paid, signed; shape tells them apart, colour only repeats it. */
export function MonthMarks({ month }: { readonly month: ToldMonth }) {
  const { attendance, payment, receipt } = month;
  if (receipt === "nothing") return <path d="M-5,5H5" className="stroke-slate-500" />;
  return (
    <>
      {attendance !== null && (
        <g transform={`translate(-8 0) ${SMALL}`}>
          <AttendanceMark attendance={attendance} />
        </g>
      )}
      <g transform={SMALL}>
        <PaymentMark payment={payment} />
      </g>
      <g transform={`translate(8 0) ${SMALL}`}>
        <ReceiptMark receipt={receipt} />
      </g>
    </>
  );
}

type Attendance = NonNullable<ToldMonth["attendance"]>;

export function AttendanceMark({ attendance }: { readonly attendance: Attendance }) {
  const fill = { none: 0, part: 4, whole: 8 }[attendance];
  return (
    <g className="text-slate-700">
      <rect x="-4" y="1" width="8" height="8" className="fill-white stroke-current" />
      <rect x="-4" y={9 - fill} width="8" height={fill} className="fill-current" />
    </g>
  );
}

export function PaymentMark({ payment }: Pick<ToldMonth, "payment">) {
  if (payment === "FAILED") {
    return <path d="M-3.5,1.5L3.5,8.5M3.5,1.5L-3.5,8.5" className={`text-red-700 ${LINE}`} />;
  }
  const fill = payment === "PAID" ? "fill-green-700" : "fill-white";
  const dashes = payment === "SENT" ? { strokeDasharray: "2 1.5" } : {};
  return <circle cy="5" r="4" className={`${fill} stroke-green-700`} {...dashes} />;
}

export function ReceiptMark({ receipt }: { readonly receipt: ReceiptStanding }) {
  switch (receipt) {
    case "signed":
      return <path d="M-4,5.5L-1,8.5L4.5,1.5" className={`text-green-700 ${LINE}`} />;
    case "stated":
      return <path d="M0,0.5L4.5,5L0,9.5L-4.5,5Z" className="fill-white stroke-amber-700" />;
    case "missing":
      return <path d="M0,0V6M0,8V10" className="stroke-red-700 [stroke-width:2.5]" />;
    case "notDue":
    case "nothing":
      return null;
  }
}
