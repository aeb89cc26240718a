import type { Feedback } from "~/ui/forms/form-feedback";
import { ReasonCard } from "~/ui/forms/reason-card";

interface RemoveCardProps {
  /** What stays and what ends with it. */
  readonly note: string;
  readonly version: number;
  readonly feedback: Feedback | undefined;
}

/** For what was registered by mistake: it stays, with the reason, and counts no more. */
export function RemoveCard({ note, version, feedback }: RemoveCardProps) {
  return (
    <ReasonCard
      title="撤销登记"
      className="max-w-4xl"
      field={{ label: "撤销原因", maxLength: 300 }}
      button={{
        ...{ intent: "remove", label: "撤销登记", pendingLabel: "正在撤销…" },
        variant: "danger",
      }}
      {...{ note, version, feedback }}
    />
  );
}
