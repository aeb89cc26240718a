import type { AppointmentPage } from "~/data/posts/appointment-view.server";
import { Card } from "~/ui/display/card";
import { Timeline } from "~/ui/display/timeline";
import { chinaMinute } from "~/ui/frame/frame-data";

/** What was done to the appointment, and by whom. */
export function AppointmentHistory({ history }: Pick<AppointmentPage, "history">) {
  return (
    <Card title="变更记录" note="登记、修改、确认、退岗和账户，均取自操作留痕">
      {history.length === 0 ? (
        <p className="text-slate-700">登记以后没有改动过。</p>
      ) : (
        <Timeline
          label="这条聘用登记的变更记录"
          entries={history.map(({ seq, at, action, actorName, detail }) => ({
            ...{ key: seq, at: chinaMinute(at), title: action, actor: actorName, detail },
          }))}
        />
      )}
    </Card>
  );
}
