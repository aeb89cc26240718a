import { Steps } from "~/ui/display/steps";

/** Where an import stands: 1 to 4. */
export function ImportSteps({ current }: { readonly current: number }) {
  return (
    <Steps
      label="导入步骤"
      steps={[
        { label: "选择文件" },
        { label: "核对表头" },
        { label: "查错改错" },
        { label: "确认入册" },
      ]}
      current={current}
    />
  );
}
