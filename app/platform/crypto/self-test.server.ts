import { createCipheriv, createHash } from "node:crypto";
import { SUITES } from "~/platform/crypto/cipher-suite.server";
import type { Profile } from "~/platform/crypto/cipher-suite.server";

const SM4_BLOCK = "0123456789abcdeffedcba9876543210";

/** A published vector per algorithm: what the runtime answers, and what it must (all hexadecimal). */
const VECTORS: Record<Profile, readonly { name: string; answer: () => string; must: string }[]> = {
  intl: [
    {
      // McGrew and Viega, GCM test case 14.
      name: "AES-256-GCM",
      answer: () => {
        const key = Buffer.alloc(32);
        const sealed = SUITES.intl.seal(
          { encryption: key, mac: key },
          Buffer.alloc(12),
          Buffer.alloc(0),
          Buffer.alloc(16),
        );
        return sealed.toString("hex");
      },
      must: "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919",
    },
  ],
  gm: [
    {
      // GB/T 32905-2016, A.1.
      name: "SM3",
      answer: () => createHash("sm3").update("abc").digest("hex"),
      must: "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
    },
    {
      // GB/T 32907-2016, A.1. One block in counter mode is the block cipher applied to the counter.
      name: "SM4",
      answer: () => {
        const block = Buffer.from(SM4_BLOCK, "hex");
        return createCipheriv("sm4-ctr", block, block).update(Buffer.alloc(16)).toString("hex");
      },
      must: "681edf34d206965e86b3e94f536e4246",
    },
  ],
};

/** Asks the runtime for the published vectors of a profile; throws naming the algorithm that fails. */
export function selfTest(profile: Profile): void {
  for (const { name, answer, must } of VECTORS[profile]) {
    if (answerOrNull(answer) !== must) throw new Error(`密码算法自检未通过：${name}，拒绝启动`);
  }
}

function answerOrNull(answer: () => string): string | null {
  try {
    return answer();
  } catch {
    return null;
  }
}
