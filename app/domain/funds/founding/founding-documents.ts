import { CHUXIONG_2020_2 } from "./chuxiong-2020-2";
import { CITED_DOCUMENTS } from "./cited-documents";
import type { FoundingDocument } from "./founding-document";
import { MINHANG_2022_15 } from "./minhang-2022-15";
import { QUJING_2020_31 } from "./qujing-2020-31";
import { SHANGHAI_2020_9 } from "./shanghai-2020-9";
import { SONGJIANG_2021_8 } from "./songjiang-2021-8";

/** The five founding documents and those they cite, as they ship with the product. */
export const FOUNDING_DOCUMENTS: readonly FoundingDocument[] = [
  SHANGHAI_2020_9,
  QUJING_2020_31,
  CHUXIONG_2020_2,
  SONGJIANG_2021_8,
  MINHANG_2022_15,
  ...CITED_DOCUMENTS,
];
