import { SignaturePad } from "~/ui/forms/signature-pad";

/** Ink on the screen, or a photograph of the paper that was signed. */
export function SignatureFields({ signer }: { readonly signer: string }) {
  return (
    <div className="max-w-2xl">
      <p className="mb-3">监督人：{signer}。签名后记录不能修改，只能由本人作废重写。</p>
      <SignaturePad
        name="ink"
        label="本人签名"
        hint="也可以不在屏幕上写，改为上传手写签字的纸质监督记录照片。"
        required
      />
    </div>
  );
}
