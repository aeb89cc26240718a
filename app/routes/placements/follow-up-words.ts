/** What a recorded contact does to the schedule; null: nobody is asked any more. */
export function nextNotice(nextFollowUpOn: string | null): string {
  return nextFollowUpOn === null ? "不再安排回访。" : `下次回访 ${nextFollowUpOn}。`;
}
