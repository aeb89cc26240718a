import type { SerializeFrom } from "@remix-run/node";
import { Form } from "@remix-run/react";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { Notice } from "~/ui/display/notice";
import { chinaMinute } from "~/ui/frame/frame-data";
import type { GivenLink } from "./signing-answers.server";
import { QrCode } from "./signing-qr";

interface LinkCardProps {
  readonly link: SerializeFrom<GivenLink>;
}

/** Shown once, right after it was made: the token behind it is kept nowhere. */
export function LinkCard({ link }: LinkCardProps) {
  const isTablet = link.way === "screen";
  const device = isTablet ? "平板" : "手机";
  return (
    <Card title={`${link.name}（尾号 ${link.idTail}）的${isTablet ? "平板" : ""}签字二维码`}>
      {link.isOwnMachine && (
        <Notice kind="warning">
          {`您是用本机地址打开系统的，${device}扫码打不开。请改用单位网络里的正式网址打开本页，再生成一次。`}
        </Notice>
      )}
      <div className="flex flex-wrap items-center gap-5" role="status">
        <QrCode qr={link.qr} label={`${link.name}的签字二维码`} className="h-48 w-48" />
        <ul className="list-disc space-y-1 pl-5">
          {isTablet ? (
            <>
              <li>用平板扫码后交给本人。平板不用登录，只看到他自己的一行，只能签一次。</li>
              <li>您当场见证，签字记录写明由您交出平板。</li>
            </>
          ) : (
            <>
              <li>请本人用手机扫码，只能看到他自己的一行，只能签一次。</li>
              <li>不要拍照转发：谁扫了谁就能签。给错了人，请在下面“收回”。</li>
            </>
          )}
          <li>{`${chinaMinute(link.until)} 前有效；刷新本页后不再显示，需要的请重新生成。`}</li>
        </ul>
      </div>
      {isTablet && (
        <Form method="post" className="mt-4 flex flex-wrap items-center gap-3">
          <input type="hidden" name="token" value={link.token} />
          <SubmitButton name="intent" value="handOver" variant="default">
            就在本机签字
          </SubmitButton>
          <span className="text-slate-600">
            本机随即退出登录，拿着它的人退不回名册；签完收回后请重新登录。
          </span>
        </Form>
      )}
    </Card>
  );
}
