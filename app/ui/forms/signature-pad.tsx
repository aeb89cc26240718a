import { useEffect, useRef, useState } from "react";
import type { RefObject } from "react";
import type SignaturePadLibrary from "signature_pad";
import { parseInk } from "~/domain/evidence/ink";
import type { Ink } from "~/domain/evidence/ink";
import { Button } from "../actions/button";
import { classNames } from "../class-names";
import { useHydrated } from "../use-hydrated";
import { FieldError, FieldHint } from "./field-frame";
import { useFieldWiring } from "./field-wiring";
import type { FieldProps } from "./field-wiring";
import { FileField } from "./file-field";
import { useStartValue } from "./form-feedback";

/** The form field of the photographed signature beside a pad of this name. */
export function signaturePhotoName(name: string): string {
  return `${name}Photo`;
}

/**
 * A pad to sign on with finger, pen or mouse; it sends the strokes as JSON (`parseInk` reads them).
 * Who cannot draw, or whose browser runs no scripts, photographs a signature on paper instead
 * (WCAG 2.5.7): a file field named `signaturePhotoName(name)`, so the form is multipart.
 */
export function SignaturePad(props: FieldProps) {
  const wiring = useFieldWiring(props);
  const start = useStartValue(props.name, props.defaultValue);
  const hydrated = useHydrated();
  const canvas = useRef<HTMLCanvasElement>(null);
  const { text, clear } = usePad(canvas, hydrated, start ?? "");
  return (
    <div
      id={wiring.id}
      role="group"
      aria-labelledby={`${wiring.id}-label`}
      {...wiring.aria}
      tabIndex={-1}
      className={classNames("min-w-0", props.className)}
    >
      <p id={`${wiring.id}-label`} className="mb-1 font-medium text-slate-700">
        {props.label}
      </p>
      {props.hint && <FieldHint id={wiring.id}>{props.hint}</FieldHint>}
      {hydrated && (
        <>
          <canvas
            ref={canvas}
            role="img"
            aria-label={text === "" ? "签字区，尚未书写" : "签字区，已书写"}
            className={classNames(
              "block h-56 w-full rounded border-2 border-dashed bg-white",
              wiring.error === undefined ? "border-gray-500" : "border-red-700",
            )}
          />
          <div className="mt-2 flex flex-wrap items-center gap-3">
            <Button onClick={clear} disabled={text === ""}>
              重写
            </Button>
            <span className="text-slate-600">请在框内用手指或笔书写本人姓名。</span>
          </div>
        </>
      )}
      <input type="hidden" name={props.name} value={text} />
      <FieldError id={wiring.id} error={wiring.error} />
      <PhotographedSignature name={signaturePhotoName(props.name)} folded={hydrated} />
    </div>
  );
}

const PICTURES = [".jpg", ".jpeg", ".png"];

function PhotographedSignature(props: { readonly name: string; readonly folded: boolean }) {
  const field = (
    <FileField
      name={props.name}
      label="签名照片"
      hint="在白纸上签名后拍照上传，JPG 或 PNG，不超过 20 MB。"
      accept={PICTURES}
    />
  );
  if (!props.folded) return field;
  return (
    <details className="mt-3">
      <summary className="cursor-pointer py-2 text-brand-600">
        不方便在屏幕上写？上传签名照片
      </summary>
      {field}
    </details>
  );
}

/** Ties the library to the canvas; `text` is what the form sends, empty while nothing is drawn. */
function usePad(canvas: RefObject<HTMLCanvasElement>, ready: boolean, start: string) {
  const pad = useRef<SignaturePadLibrary | null>(null);
  const firstText = useRef(start);
  const [text, setText] = useState(start);
  useEffect(() => {
    const element = canvas.current;
    if (!ready || element === null) return;
    let stop: (() => void) | null = null;
    let gone = false;
    void import("signature_pad").then(({ default: Library }) => {
      if (gone) return;
      const library = new Library(element, { minWidth: 1.2, maxWidth: 3.2, penColor: "#000" });
      pad.current = library;
      fitCanvas(element, library, firstText.current);
      const draw = () => setText(inkText(element, library));
      const resize = () => fitCanvas(element, library, inkText(element, library));
      library.addEventListener("endStroke", draw);
      window.addEventListener("resize", resize);
      stop = () => {
        library.off();
        window.removeEventListener("resize", resize);
      };
    });
    return () => {
      gone = true;
      stop?.();
    };
  }, [canvas, ready]);
  const clear = () => {
    pad.current?.clear();
    setText("");
  };
  return { text, clear };
}

/** Sharp on fine screens; turning the phone keeps what was written. */
function fitCanvas(canvas: HTMLCanvasElement, library: SignaturePadLibrary, text: string): void {
  const ratio = Math.max(window.devicePixelRatio || 1, 1);
  canvas.width = canvas.offsetWidth * ratio;
  canvas.height = canvas.offsetHeight * ratio;
  canvas.getContext("2d")?.scale(ratio, ratio);
  library.clear();
  const ink = parseInk(text);
  if (ink !== null) library.fromData(groupsOf(ink, canvas.offsetWidth / ink.width));
}

const PEN = {
  dotSize: 2,
  minWidth: 1.2,
  maxWidth: 3.2,
  penColor: "#000",
  velocityFilterWeight: 0.7,
  compositeOperation: "source-over" as const,
};

function groupsOf(ink: Ink, scale: number) {
  return ink.strokes.map((stroke) => ({
    ...PEN,
    points: stroke.map(([x, y], index) => ({
      x: x * scale,
      y: y * scale,
      pressure: 0.5,
      time: index * 16 + 1,
    })),
  }));
}

function inkText(canvas: HTMLCanvasElement, library: SignaturePadLibrary): string {
  if (library.isEmpty()) return "";
  const strokes = library
    .toData()
    .map(({ points }) => points.map(({ x, y }) => [tenth(x), tenth(y)] as const));
  const ink: Ink = { width: canvas.offsetWidth, height: canvas.offsetHeight, strokes };
  return JSON.stringify(ink);
}

const tenth = (value: number) => Math.round(value * 10) / 10;
