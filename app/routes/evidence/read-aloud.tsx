import { useEffect, useState } from "react";
import { Button } from "~/ui/actions/button";

/**
 * Reads a text aloud with the browser's own Chinese voice. Where there is none there is no button: one
 * that says nothing, or spells Chinese in English, would be worse.
 */
export function ReadAloud({ text }: { readonly text: string }) {
  const voice = useChineseVoice();
  const [isSpeaking, setSpeaking] = useState(false);
  useEffect(() => (voice === null ? undefined : () => window.speechSynthesis.cancel()), [voice]);
  if (voice === null) return null;
  const stop = () => {
    window.speechSynthesis.cancel();
    setSpeaking(false);
  };
  const speak = () => {
    window.speechSynthesis.cancel();
    setSpeaking(true);
    // Paragraph by paragraph: some engines fall silent in the middle of a long one.
    const parts = text.split("\n").filter((part) => part !== "");
    for (const [index, part] of parts.entries()) {
      const utterance = new SpeechSynthesisUtterance(part);
      utterance.voice = voice;
      utterance.lang = voice.lang;
      utterance.rate = 0.9;
      if (index === parts.length - 1) utterance.onend = () => setSpeaking(false);
      window.speechSynthesis.speak(utterance);
    }
  };
  return (
    <Button size="large" onClick={isSpeaking ? stop : speak} aria-pressed={isSpeaking}>
      {isSpeaking ? "停止" : "读给我听"}
    </Button>
  );
}

/** Voices come late in some browsers, and never in others. */
function useChineseVoice(): SpeechSynthesisVoice | null {
  const [voice, setVoice] = useState<SpeechSynthesisVoice | null>(null);
  useEffect(() => {
    if (!("speechSynthesis" in window)) return undefined;
    const { speechSynthesis } = window;
    const look = () => {
      const chinese = speechSynthesis.getVoices().filter(({ lang }) => /^(zh|cmn)\b/i.test(lang));
      setVoice(chinese.find(({ lang }) => /CN/i.test(lang)) ?? chinese[0] ?? null);
    };
    look();
    speechSynthesis.addEventListener?.("voiceschanged", look);
    return () => speechSynthesis.removeEventListener?.("voiceschanged", look);
  }, []);
  return voice;
}
