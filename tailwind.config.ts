import type { Config } from "tailwindcss";

/** Ant-Design-like look these users know; no colour function or selector newer than Chromium 86. */
export default {
  content: ["./app/**/*.{ts,tsx}"],
  corePlugins: { aspectRatio: false, accentColor: false },
  theme: {
    extend: {
      colors: { brand: { 50: "#eff6ff", 100: "#dbeafe", 600: "#1d4ed8", 700: "#1e40af" } },
      fontFamily: {
        sans: [
          "PingFang SC",
          "Microsoft YaHei",
          "Noto Sans SC",
          "Noto Sans CJK SC",
          "SimHei",
          "sans-serif",
        ],
      },
    },
  },
} satisfies Config;
