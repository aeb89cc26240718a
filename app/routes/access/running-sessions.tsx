import { Form } from "@remix-run/react";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Badge } from "~/ui/display/badge";
import { Card } from "~/ui/display/card";
import { chinaMinute } from "~/ui/frame/frame-data";

interface RunningSession {
  readonly handle: string;
  readonly isThis: boolean;
  readonly startedAt: string;
  readonly lastSeenAt: string;
  readonly ip: string;
  readonly browser: string;
}

/** The places one is signed in at, each with its way out. */
export function RunningSessions({ sessions }: { readonly sessions: readonly RunningSession[] }) {
  return (
    <Card
      title="正在登录的设备"
      note={`${sessions.length} 处；30 分钟不操作自动退出`}
      actions={
        <Form method="post">
          <SubmitButton variant="danger" size="small" name="intent" value="endAll">
            全部退出
          </SubmitButton>
        </Form>
      }
      flush
    >
      <ul aria-label="正在登录的设备" className="divide-y divide-slate-200">
        {sessions.map((session) => (
          <li
            key={session.handle}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2"
          >
            <span className="w-36 font-medium text-slate-900">{session.browser}</span>
            <span className="tabular-nums text-slate-600">地址 {session.ip || "未知"}</span>
            <span className="tabular-nums text-slate-600">
              登录于 {chinaMinute(session.startedAt)}，最近操作 {chinaMinute(session.lastSeenAt)}
            </span>
            <span className="ml-auto">
              {session.isThis ? (
                <Badge tone="info">本机</Badge>
              ) : (
                <Form method="post">
                  <input type="hidden" name="handle" value={session.handle} />
                  <SubmitButton variant="default" size="small">
                    退出此设备
                  </SubmitButton>
                </Form>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
