import type { SerializeFrom } from "@remix-run/node";
import { PrintButton } from "~/ui/print/print-button";
import { chinaMinute } from "~/ui/frame/frame-data";
import type { DrawnLink } from "./signing-drawn.server";
import { QrCode } from "./signing-qr";

interface SlipSheetProps {
  readonly label: string;
  readonly slips: readonly SerializeFrom<DrawnLink>[];
}

/** Slips to cut apart, two across on A4, each for one person. */
export function SlipSheet({ label, slips }: SlipSheetProps) {
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center gap-3 print:hidden">
        <h1 className="w-full text-xl font-semibold text-slate-900">{`${label}签字二维码`}</h1>
        <PrintButton />
        <span>{`共 ${slips.length} 张，A4 纵向，沿虚线裁开。关闭本页后不再显示。`}</span>
      </div>
      <ul className="grid max-w-[186mm] grid-cols-1 bg-white sm:grid-cols-2 print:grid-cols-2">
        {slips.map((slip) => (
          <li
            key={slip.lineId}
            className="flex items-center gap-3 border border-dashed border-slate-500 p-3 [break-inside:avoid]"
          >
            <QrCode
              qr={slip.qr}
              label={`${slip.name}的签字二维码`}
              className="h-[38mm] w-[38mm] shrink-0"
            />
            <div className="min-w-0">
              <p className="text-base font-semibold">{`${slip.lineNo}　${slip.name}`}</p>
              <p>{`身份证尾号 ${slip.idTail}`}</p>
              <p className="break-words">{label}</p>
              <p>手机扫码，核对后签字。</p>
              <p>{`${chinaMinute(slip.until)} 前有效，只能签一次`}</p>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
