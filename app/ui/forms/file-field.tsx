import { useRef, useState } from "react";
import type { DragEvent } from "react";
import { buttonClass } from "../actions/button";
import { classNames } from "../class-names";
import { Icon } from "../icon";
import { useHydrated } from "../use-hydrated";
import { FieldFrame } from "./field-frame";
import { useFieldWiring } from "./field-wiring";
import type { FieldProps } from "./field-wiring";

interface FileFieldProps extends Omit<FieldProps, "defaultValue"> {
  /** File endings taken, e.g. [".xlsx", ".xls", ".csv"]. */
  readonly accept: readonly string[];
  readonly multiple?: boolean;
}

/** A native file input; with scripts the frame around it also takes dropped files and says what was chosen. */
export function FileField(props: FileFieldProps) {
  const wiring = useFieldWiring(props);
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [chosen, setChosen] = useState<readonly File[]>([]);
  const hydrated = useHydrated();
  const showChosen = () => setChosen(Array.from(input.current?.files ?? []));
  const drag = (entering: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(entering);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (input.current === null || event.dataTransfer.files.length === 0) return;
    input.current.files = filesToTake(event.dataTransfer.files, props.multiple === true);
    showChosen();
  };
  return (
    <FieldFrame field={props} wiring={wiring}>
      <div
        onDragEnter={drag(true)}
        onDragOver={drag(true)}
        onDragLeave={drag(false)}
        onDrop={drop}
        className={classNames(
          "rounded border border-dashed px-4 py-5",
          over ? "border-brand-600 bg-brand-50" : "border-gray-500 bg-slate-50",
          wiring.error !== undefined && "border-red-700 bg-red-50",
        )}
      >
        <input
          {...wiring.aria}
          ref={input}
          id={wiring.id}
          name={props.name}
          type="file"
          accept={props.accept.join(",")}
          multiple={props.multiple}
          required={props.required}
          onChange={showChosen}
          className={hydrated ? "peer sr-only" : NATIVE_LOOK}
        />
        {hydrated && <ChooseButton htmlFor={wiring.id} />}
        <ChosenFiles files={chosen} />
      </div>
    </FieldFrame>
  );
}

const NATIVE_LOOK =
  "block w-full text-sm file:mr-3 file:h-8 file:rounded file:border file:border-solid file:border-gray-500 " +
  "file:bg-white file:px-3";

/** Our own words over the native control, whose words follow the browser's language and not the product's. */
function ChooseButton({ htmlFor }: { readonly htmlFor: string }) {
  return (
    <span className="flex flex-wrap items-center gap-3 rounded peer-focus-visible:[outline:2px_solid_#1d4ed8] peer-focus-visible:[outline-offset:4px]">
      <label htmlFor={htmlFor} className={classNames(buttonClass(), "cursor-pointer")}>
        选择文件
      </label>
      <span className="text-slate-600">也可以把文件拖到这个框里。</span>
    </span>
  );
}

function filesToTake(dropped: FileList, multiple: boolean): FileList {
  const first = dropped[0];
  if (multiple || first === undefined) return dropped;
  const transfer = new DataTransfer();
  transfer.items.add(first);
  return transfer.files;
}

function ChosenFiles({ files }: { readonly files: readonly File[] }) {
  return (
    <div role="status">
      {files.length > 0 && (
        <ul className="mt-2 space-y-1">
          {files.map((file) => (
            <li key={file.name} className="flex items-center gap-1.5">
              <Icon name="file" className="text-slate-600" />
              <span className="break-all">{file.name}</span>
              <span className="whitespace-nowrap text-slate-600">{readableSize(file.size)}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function readableSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
