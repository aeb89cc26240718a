/** What is missing is told by the page; working it out for a whole list would cost too much. */
export function afterCompletion(
  isOfficer: boolean,
  one: { readonly id: string; readonly classId: string; readonly label: string },
) {
  return isOfficer
    ? {
        what: `补齐证据：${one.label}`,
        detail: "已结业，尚未封存，打开看还缺什么",
        to: `/classes/${one.classId}/evidence`,
      }
    : {
        what: `封存花名册：${one.label}`,
        detail: "已核定并结业，待封存",
        to: `/rosters/${one.id}/seal`,
      };
}

/** What waits before the roster is accepted, by the roster's state. */
export function wording(state: string, label: string, headcount: number, reason: string) {
  if (state === "submitted") {
    return { what: `审核花名册：${label}`, detail: `${headcount} 人，待审核` };
  }
  if (state === "returned") {
    return { what: `修改被退回的花名册：${label}`, detail: `退回原因：${reason}` };
  }
  return { what: `报送花名册：${label}`, detail: `${headcount} 人，草稿` };
}
