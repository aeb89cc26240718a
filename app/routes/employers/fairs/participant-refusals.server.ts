import { MOST_PARTICIPANT_ROWS } from "~/domain/employers/fair-participant-row";
import { explainPerson } from "~/domain/people/person-refusal";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import type { AddParticipantsRefusal } from "~/usecases/employers/add-participants.server";
import type { OutcomeRefusal } from "~/usecases/employers/record-fair-outcome.server";
import type { TakeOffRefusal } from "~/usecases/employers/take-off-participant.server";

type Said = [Record<string, string>, number];

const NOTHING: Readonly<Record<string, string>> = {
  find: "本县还没有这个身份证号的人。是本县人员的，在“登记新的参加人员”中填写姓名和号码",
  add: "请先在名单中勾选要加入的人",
  list: "请粘贴身份证号，或选择名单文件",
};
const FIELDS: Readonly<Record<string, string>> = { find: "q", add: "form", list: "numbers" };

export function explainAdding(refusal: AddParticipantsRefusal, intent: string): Said {
  switch (refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "removed":
      return [{ form: "这场招聘会已撤销登记，不能再改" }, 409];
    case "nothing":
      return [{ [FIELDS[intent] ?? "form"]: NOTHING[intent] ?? "没有要加入的人" }, 422];
    case "personUnknown":
    case "numberWrong":
    case "nameWrong":
    case "phoneWrong":
    case "otherName":
    case "registryOtherName":
    case "otherCounty":
      return [explainPerson(refusal.kind), 422];
    case "tooMany":
      return [{ numbers: `一次最多 ${MOST_PARTICIPANT_ROWS} 人，请分几次登记` }, 422];
  }
}

export function explainOutcome(refusal: OutcomeRefusal | TakeOffRefusal): Said {
  switch (refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "removed":
      return [{ form: "这场招聘会已撤销登记，不能再改" }, 409];
    case "changedByOthers":
      return [{ form: "别人刚刚修改过这个人的结果，请重新载入本页，核对后再改" }, 409];
    case "notAtFair":
      return [{ employerId: "这家单位不在参会单位中，请先登记参会单位" }, 422];
    case "noPlacement":
      return [{ placementId: "“已上岗”须选定本人的一条就业登记；没有的先登记转移就业" }, 422];
    case "beforeFair":
      return [
        { placementId: `这份工作 ${refusal.startedOn} 就开始了，早于招聘会，不能算招聘会的结果` },
        422,
      ];
    case "reasonMissing":
      return [{ reason: "请写明移出的原因" }, 422];
  }
}
