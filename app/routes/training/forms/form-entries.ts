import type { Action } from "~/domain/access/action";
import { formNeeds } from "~/domain/training/class-form";

/** One form of the list; its links open the page where it is printed or downloaded. */
export interface FormEntry {
  readonly name: string;
  readonly about: string;
  readonly needs: Action;
  readonly links: readonly {
    readonly label: string;
    readonly to: string;
    readonly icon: "print" | "export";
  }[];
}

interface ClassOfForms {
  readonly id: string;
  readonly roster: { readonly id: string } | null;
}

/** Every form of a class, in the order a class leaves them behind. */
export function formEntries({ id, roster }: ClassOfForms): readonly FormEntry[] {
  const at = `/classes/${id}/forms`;
  const made = (form: string) => [
    { label: "打印或下载", to: `${at}/${form}`, icon: "print" as const },
  ];
  const ofRoster: readonly FormEntry[] =
    roster === null
      ? []
      : [
          {
            name: "花名册",
            about: "学员身份证号、联系电话、脱贫状态，供本人签字按手印",
            needs: "roster.print",
            links: [
              { label: "打印", to: `/rosters/${roster.id}/print`, icon: "print" },
              { label: "下载", to: `/rosters/${roster.id}/export`, icon: "export" },
            ],
          },
        ];
  return [
    {
      name: "课程表",
      about: "每次课的日期、时间、课时、内容、教师和地点",
      needs: formNeeds("timetable", "print"),
      links: made("timetable"),
    },
    ...ofRoster,
    {
      name: "签到表",
      about: "按课次或按天，印有学员姓名，签到栏留空由本人签字",
      needs: formNeeds("sign-in", "print"),
      links: made("sign-in"),
    },
    {
      name: "考勤汇总表",
      about: "每名学员应到、出勤课时和迟到、早退、请假、缺勤次数",
      needs: formNeeds("attendance-summary", "print"),
      links: made("attendance-summary"),
    },
    {
      name: "监督记录",
      about: "人社局、援滇干部现场监督、走访和电话抽查；空白表供手写，已登记的可打印存档",
      needs: "roster.print",
      links: [{ label: "打印或下载", to: `/classes/${id}/supervision/form`, icon: "print" }],
    },
    {
      name: "结业名册",
      about: "身份证号、联系电话、结业结果、证书类别、编号和发证日期",
      needs: formNeeds("completion-roster", "print"),
      links: made("completion-roster"),
    },
  ];
}
