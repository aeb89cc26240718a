import { WageReasonCard, type WageFeedback } from "./wage-reason-card";

interface TakeOffProps {
  /** Of a sheet that is written, or of one that was passed. */
  readonly intent: "takeOff" | "drop";
  readonly version: number;
  readonly name: string;
  readonly feedback: WageFeedback;
}

/** Takes one person off a sheet. */
export function TakeOff({ name, ...step }: TakeOffProps) {
  return (
    <WageReasonCard
      title="移出本表"
      note={
        step.intent === "takeOff"
          ? "重新生成时不再列入；以后可以列入另一张工资表"
          : "暂时发不出去的，移出后其他人可以锁定；以后可以列入另一张工资表"
      }
      label="移出原因"
      button={`将${name}移出本表`}
      variant="danger"
      {...step}
    />
  );
}
