import { storedPictureType } from "~/platform/image/stored-picture.server";
import { evidenceResponse } from "./evidence-response.server";

/** A stored picture as a page shows it. Ask permission and leave the trail before calling. */
export async function pictureResponse(fileId: string): Promise<Response> {
  const type = await storedPictureType(fileId);
  if (type === null) throw new Error("the stored file is no picture");
  return evidenceResponse(fileId, type);
}
