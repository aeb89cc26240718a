import type { SerializeFrom } from "@remix-run/node";
import { Card } from "~/ui/display/card";
import { Notice } from "~/ui/display/notice";
import { chinaMinute } from "~/ui/frame/frame-data";
import { QrCode } from "./signing-qr";
import type { DrawnLink } from "./signing-drawn.server";

interface PhoneLinkCardProps {
  readonly link: SerializeFrom<DrawnLink> & { readonly isOwnMachine: boolean };
}

/** Shown once, right after it was made: the token behind it is kept nowhere. */
export function PhoneLinkCard({ link }: PhoneLinkCardProps) {
  return (
    <Card title={`${link.name}（尾号 ${link.idTail}）的签字二维码`}>
      {link.isOwnMachine && (
        <Notice kind="warning">
          您是用本机地址打开系统的，手机扫码打不开。请改用单位网络里的正式网址打开本页，再生成一次。
        </Notice>
      )}
      <div className="flex flex-wrap items-center gap-5" role="status">
        <QrCode qr={link.qr} label={`${link.name}的签字二维码`} className="h-48 w-48" />
        <ul className="list-disc space-y-1 pl-5">
          <li>请学员本人用手机扫码，只能看到他自己的一行，只能签一次。</li>
          <li>{`${chinaMinute(link.until)} 前有效；刷新本页后不再显示，需要的请重新生成。`}</li>
          <li>不要拍照转发：谁扫了谁就能签。给错了人，请在下面“收回”。</li>
        </ul>
      </div>
    </Card>
  );
}
