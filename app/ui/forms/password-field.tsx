import { useState } from "react";
import { classNames } from "../class-names";
import { useHydrated } from "../use-hydrated";
import { CONTROL_HEIGHT, controlClass, FieldFrame } from "./field-frame";
import { useFieldWiring } from "./field-wiring";
import type { FieldProps } from "./field-wiring";

interface PasswordFieldProps extends Omit<FieldProps, "defaultValue"> {
  readonly autoComplete: "current-password" | "new-password" | "one-time-code";
}

/** Never filled in by the server: neither a draft nor a refused form carries a password back. */
export function PasswordField(props: PasswordFieldProps) {
  const wiring = useFieldWiring(props);
  const [shown, setShown] = useState(false);
  const hydrated = useHydrated();
  return (
    <FieldFrame field={props} wiring={wiring}>
      <div className="relative">
        <input
          {...wiring.aria}
          id={wiring.id}
          name={props.name}
          type={shown ? "text" : "password"}
          required={props.required}
          autoComplete={props.autoComplete}
          autoCapitalize="off"
          spellCheck={false}
          className={classNames(controlClass(wiring.error), CONTROL_HEIGHT, hydrated && "pr-14")}
        />
        {hydrated && (
          <button
            type="button"
            aria-pressed={shown}
            aria-label="显示密码"
            onClick={() => setShown(!shown)}
            className="absolute inset-y-0 right-0 w-14 rounded text-brand-600 hover:underline"
          >
            {shown ? "隐藏" : "显示"}
          </button>
        )}
      </div>
    </FieldFrame>
  );
}
