import { da, type Texts } from "./da.ts";

export const en: Texts = da;
