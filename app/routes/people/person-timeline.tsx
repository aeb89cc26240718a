import { Link } from "@remix-run/react";
import type { PersonEvent } from "~/domain/people/timeline";
import { Card } from "~/ui/display/card";
import { Timeline } from "~/ui/display/timeline";
import { chinaMinute } from "~/ui/frame/frame-data";

/** What happened to the person, as far as the reader may see it. */
export function PersonTimeline({ events }: { readonly events: readonly PersonEvent[] }) {
  return (
    <Card title="时间线" note={`${events.length} 条，限您所辖地区和权限之内`}>
      {events.length === 0 ? (
        <p className="text-slate-600">还没有培训、查验、签字等记录。</p>
      ) : (
        <Timeline
          label="此人的时间线"
          entries={events.map(({ key, at, isDay, title, detail, to, tone }) => ({
            key,
            at: isDay ? chinaMinute(at).slice(0, 10) : chinaMinute(at),
            title,
            tone,
            detail: (
              <>
                {detail}
                <Link
                  to={to}
                  aria-label={`查看 ${title}`}
                  className="ml-2 text-brand-600 underline"
                >
                  查看
                </Link>
              </>
            ),
          }))}
        />
      )}
    </Card>
  );
}
