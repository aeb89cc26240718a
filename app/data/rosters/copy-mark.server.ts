import { dayInChina } from "~/platform/clock.server";
import { newId } from "~/platform/id.server";

const CHINA = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Asia/Shanghai",
  hour: "2-digit",
  minute: "2-digit",
});

/** What every copy that leaves the system carries, so that it can be laid beside the trail. */
export interface CopyMark {
  /** 份号: the day and six random characters. */
  readonly copyNo: string;
  /** 2020-06-18 10:02, China's time. */
  readonly madeAt: string;
}

export function newCopyMark(now: Date): CopyMark {
  const day = dayInChina(now);
  const random = newId().slice(-6).toUpperCase();
  return { copyNo: `${day.replaceAll("-", "")}-${random}`, madeAt: `${day} ${CHINA.format(now)}` };
}
